//! A sandbox to test, and somebody who is logged in to it.

mod session;

use std::path::Path;
use std::time::Duration;

use reqwest::{Client, Method, StatusCode, Url, redirect};
use sandbox::auth::access::AccessSettings;
use sandbox::control::Reload;
use sandbox::seed::SeedSize;
use sandbox::test_io::accounts::ACCOUNTS;
use sandbox::{Options, Persistence, Running};
use serde_json::{Value, json};
use tempfile::TempDir;

pub use session::{Answer, Session};

/// The API key of "ACME EU", which has 12 products.
pub const ACME_EU: &str = ACCOUNTS[0].key;
/// The API key of "ACME US".
pub const ACME_US: &str = ACCOUNTS[1].key;

/// A running sandbox with its database in a folder that goes when it does.
pub struct Jira {
    running: Running,
    http: Client,
    folder: TempDir,
    seed: SeedSize,
}

impl Jira {
    pub async fn start() -> Self {
        Self::with(SeedSize::default()).await
    }

    pub async fn with(seed: SeedSize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = options(folder.path(), seed);
        Self::launch(folder, options).await
    }

    pub async fn with_test_io(url: Url) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = options(folder.path(), SeedSize::default());
        Self::launch(
            folder,
            Options {
                test_io_url: Some(url),
                ..options
            },
        )
        .await
    }

    /// One whose admin pages reload when the page has been built anew.
    pub async fn reloading() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = options(folder.path(), SeedSize::default());
        Self::launch(
            folder,
            Options {
                reload: Reload::WhenBuilt,
                ..options
            },
        )
        .await
    }

    /// One that checks all stored keys again and again.
    pub async fn checking(every: Duration) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = options(folder.path(), SeedSize::default());
        Self::launch(
            folder,
            Options {
                check_every: Some(every),
                ..options
            },
        )
        .await
    }

    /// One that asks Test IO in another way.
    pub async fn asking(change: impl FnOnce(&mut Options)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut options = options(folder.path(), SeedSize::default());
        change(&mut options);
        Self::launch(folder, options).await
    }

    async fn launch(folder: TempDir, options: Options) -> Self {
        let seed = options.seed;
        let running = Running::start(options).await.unwrap();
        let http = Client::builder()
            .redirect(redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            running,
            http,
            folder,
            seed,
        }
    }

    pub async fn restart(self) -> Self {
        self.running.stop().await;
        let running = Running::start(options(self.folder.path(), self.seed))
            .await
            .unwrap();
        Self { running, ..self }
    }

    pub async fn stop(self) {
        self.running.stop().await;
    }

    pub fn test_io_url(&self) -> &Url {
        self.running.test_io().url()
    }

    /// Where the built page would be.
    pub fn dist(&self) -> std::path::PathBuf {
        self.folder.path().join("dist")
    }

    /// The database's file.
    pub fn database(&self) -> std::path::PathBuf {
        self.folder.path().join("sandbox.db")
    }

    pub fn url(&self) -> &str {
        self.running.url()
    }

    /// Scheme, host and port, as in `Origin`.
    pub fn origin(&self) -> String {
        self.url().trim_end_matches("/jira").to_owned()
    }

    pub async fn admin(&self) -> Session<'_> {
        self.log_in("admin").await
    }

    pub async fn log_in(&self, name: &str) -> Session<'_> {
        let form = [
            ("os_username", name),
            ("os_password", name),
            ("os_destination", ""),
        ];
        let answer = self.anonymous().submit("/login.jsp", &form).await;
        self.session(answer.new_cookie())
    }

    pub fn anonymous(&self) -> Session<'_> {
        self.session("")
    }

    pub fn session(&self, cookie: &str) -> Session<'_> {
        Session {
            jira: self,
            cookie: cookie.to_owned(),
        }
    }

    /// A switch of the sandbox's own.
    pub async fn control(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let mut request = self.http.request(method, format!("{}/sandbox{path}", self.url()));
        if let Some(body) = body {
            request = request.json(&body);
        }
        Answer::of(request.send().await.unwrap()).await
    }

    pub async fn fault(&self, fault: Value) {
        let answer = self.control(Method::POST, "/faults", Some(fault)).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    }

    /// Has Test IO refuse the key of a built-in account, or accept it again.
    pub async fn revoke(&self, account: &str, revoked: bool) {
        let path = format!("/accounts/{}", account.replace(' ', "%20"));
        let answer = self
            .control(Method::POST, &path, Some(json!({ "revoked": revoked })))
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    }

    /// Asserts that neither side has broken the contract.
    pub async fn assert_contract_kept(&self) {
        assert_eq!(
            self.control(Method::GET, "/violations", None).await.json(),
            json!([])
        );
    }
}

fn options(folder: &Path, seed: SeedSize) -> Options {
    Options {
        port: 0,
        db: folder.join("sandbox.db"),
        persistence: Persistence::Keep,
        dist: folder.join("dist"),
        reload: Reload::Never,
        node_modules: folder.join("node_modules"),
        seed,
        check_every: None,
        access: AccessSettings::default(),
        collation: "en".to_owned(),
        test_io_url: None,
        test_io_proxy: None,
        test_io_ca: None,
    }
}
