//! Starting and stopping the sandbox as a whole, for the program and for tests alike.

use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use anyhow::Context;
use reqwest::Url;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;

use crate::app::{App, AppState, jira};
use crate::auth::access::AccessSettings;
use crate::background;
use crate::checks::Checks;
use crate::contract::{Contract, Violations};
use crate::control::{Reload, RequestLog};
use crate::faults::{Faults, Target};
use crate::model::CONTEXT_PATH;
use crate::seed::{self, SeedSize};
use crate::serve::Server;
use crate::store::{Collation, Found, Store};
use crate::test_io::{self, Proxy, Revoked, Route};
use crate::ways::Ways;

/// What becomes of the data of the last run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It is still there.
    Keep,
    /// It goes.
    StartAfresh,
}

/// How to start.
#[derive(Debug, Clone)]
pub struct Options {
    /// The port; 0 picks a free one.
    pub port: u16,
    /// The database file.
    pub db: PathBuf,
    /// What to do with a database that is there.
    pub persistence: Persistence,
    /// The built page.
    pub dist: PathBuf,
    /// What admin pages do when that is built anew.
    pub reload: Reload,
    /// The npm packages.
    pub node_modules: PathBuf,
    /// What a new database is filled with.
    pub seed: SeedSize,
    /// How often all stored keys are checked; `None` for never.
    pub check_every: Option<Duration>,
    /// The rules for sessions, WebSudo and rights to begin with.
    pub access: AccessSettings,
    /// The language whose collation sorts projects, such as `en`.
    pub collation: String,
    /// Test IO's API, without `/customer/v2`; `None` for the built-in one.
    pub test_io_url: Option<Url>,
    /// The proxy through which Test IO is asked, with its user and password if it wants them; `None` for none.
    pub test_io_proxy: Option<Url>,
    /// A PEM file with certificates that TLS to Test IO trusts besides the usual ones.
    pub test_io_ca: Option<PathBuf>,
}

/// Where Test IO's API is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TestIoAt {
    /// In this process, on a port of its own.
    BuiltIn(Url),
    /// At an address given at the start.
    Elsewhere(Url),
}

impl TestIoAt {
    /// The API's address without `/customer/v2`.
    #[must_use]
    pub fn url(&self) -> &Url {
        match self {
            Self::BuiltIn(url) | Self::Elsewhere(url) => url,
        }
    }
}

/// A sandbox that accepts connections.
#[derive(Debug)]
pub struct Running {
    url: String,
    test_io: TestIoAt,
    servers: Vec<Server>,
    background: Option<JoinHandle<()>>,
    checks: Checks,
}

impl Running {
    /// Starts everything. Requests are answered as soon as this returns.
    ///
    /// # Errors
    /// The port is taken, the database cannot be opened, or there are fewer projects than connections asked for.
    pub async fn start(options: Options) -> anyhow::Result<Self> {
        options.seed.check()?;
        if options.persistence == Persistence::StartAfresh {
            remove_database(&options.db)?;
        }
        let (store, found) = open(&options.db, Collation::of(&options.collation)?)?;
        if found == Found::New {
            store.transact_now(|tx| seed::fill(tx, options.seed))?;
        }
        let faults = Faults::default();
        let revoked = Revoked::default();
        let mut servers = Vec::new();
        let built_in = faults.layer(test_io::router(revoked.clone()), Target::Testio);
        let test_io = match options.test_io_url {
            Some(url) => TestIoAt::Elsewhere(url),
            None => {
                let listener = listen(0).await?;
                let url = Url::parse(&format!("http://{}", listener.local_addr()?))?;
                servers.push(Server::start(listener, built_in.clone(), faults.keep_alive()));
                TestIoAt::BuiltIn(url)
            }
        };
        let proxy = options.test_io_proxy.as_ref().map(Proxy::at).transpose()?;
        let route = Route::new(test_io.url(), proxy, certificates(options.test_io_ca.as_deref())?)?;
        let checks = Checks::default();
        let app = App::from(AppState {
            store,
            test_io: Ways::new(route, built_in, faults.keep_alive().clone())?,
            checks: checks.clone(),
            test_io_at: test_io.clone(),
            revoked,
            access: options.access.into(),
            faults: faults.clone(),
            contract: Contract::load()?,
            violations: Violations::default(),
            requests: RequestLog::default(),
            dist: options.dist,
            reload: options.reload,
            node_modules: options.node_modules,
            seed: options.seed,
        });
        let listener = listen(options.port).await?;
        let url = format!("http://localhost:{}{CONTEXT_PATH}", listener.local_addr()?.port());
        let background = options
            .check_every
            .map(|every| background::start(app.clone(), every));
        servers.push(Server::start(listener, jira(app), faults.keep_alive()));
        Ok(Self {
            url,
            test_io,
            servers,
            background,
            checks,
        })
    }

    /// Jira's base address, with the context path.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where Test IO's API is.
    #[must_use]
    pub fn test_io(&self) -> &TestIoAt {
        &self.test_io
    }

    /// Stops everything; what was saved is in the file.
    pub async fn stop(self) {
        if let Some(background) = self.background {
            background.abort();
        }
        self.checks.break_off();
        for server in self.servers.into_iter().rev() {
            server.stop().await;
        }
    }
}

/// The certificates in a PEM file; none without a file.
fn certificates(file: Option<&Path>) -> anyhow::Result<Vec<CertificateDer<'static>>> {
    let Some(file) = file else {
        return Ok(Vec::new());
    };
    let read = CertificateDer::pem_file_iter(file).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let certificates = read.with_context(|| format!("cannot read certificates from {}", file.display()))?;
    anyhow::ensure!(
        !certificates.is_empty(),
        "there is no certificate in {}",
        file.display()
    );
    Ok(certificates)
}

async fn listen(port: u16) -> anyhow::Result<TcpListener> {
    TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .await
        .with_context(|| {
            format!("cannot listen on port {port}; is another sandbox running? --port picks another one")
        })
}

fn open(path: &Path, collation: Collation) -> anyhow::Result<(Store, Found)> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    Store::open(path, collation)
        .with_context(|| format!("cannot open the database {}; --fresh begins anew", path.display()))
}

/// SQLite keeps up to two more files beside the database.
fn remove_database(path: &Path) -> anyhow::Result<()> {
    for suffix in ["", "-wal", "-shm"] {
        let mut file = OsString::from(path);
        file.push(suffix);
        match fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("cannot remove {}", Path::new(&file).display()));
            }
            _ => {}
        }
    }
    Ok(())
}
