//! A sandbox to check, with what the kit needs for all of its rules.

use std::net::{Ipv4Addr, SocketAddr};

use conformance::kit::Kit;
use conformance::options::{Checking, Clearing, Login, Method, Options, Secret, Writing};
use conformance::report::Report;
use conformance::run::run;
use conformance::test_io::TestIo;
use jiff::{SignedDuration, Timestamp};
use sandbox::auth::access::AccessSettings;
use sandbox::control::Reload;
use sandbox::seed::SeedSize;
use sandbox::{Persistence, Running};
use serde_json::json;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// A project that the sandbox's demo data has archived.
pub const GONE_PROJECT: &str = "10045";

/// A running sandbox with projects, with connections in every state, and with somebody else's data to leave alone.
pub struct Jira {
    running: Running,
    pub runtime: Runtime,
    _folder: TempDir,
}

impl Jira {
    /// Asks the sandbox's own Test IO.
    pub fn start() -> Self {
        Self::with(None, false)
    }

    /// Asks a stand-in of the kit's.
    pub fn asking(test_io: &TestIo) -> Self {
        Self::with(Some(test_io), false)
    }

    pub fn with(test_io: Option<&TestIo>, web_sudo: bool) -> Self {
        let runtime = Runtime::new().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut access = AccessSettings::default();
        access.web_sudo.enabled = web_sudo;
        let options = sandbox::Options {
            port: 0,
            db: folder.path().join("sandbox.db"),
            persistence: Persistence::Keep,
            dist: folder.path().join("dist"),
            reload: Reload::Never,
            node_modules: folder.path().join("node_modules"),
            seed: SeedSize {
                projects: 60,
                connections: 20,
                ..SeedSize::default()
            },
            check_every: None,
            access,
            collation: "en".to_owned(),
            test_io_url: test_io.map(|test_io| test_io.url().parse().unwrap()),
            test_io_proxy: None,
            test_io_ca: None,
        };
        let running = runtime.block_on(Running::start(options)).unwrap();
        let jira = Self {
            running,
            runtime,
            _folder: folder,
        };
        jira.have_a_log();
        jira
    }

    /// Puts some lines into the log that are a while old, in place of those of the start.
    fn have_a_log(&self) {
        let line = |minutes: i64, logger: &str, message: &str| {
            let at = Timestamp::now() - SignedDuration::from_mins(minutes);
            json!({ "level": "WARN", "logger": logger, "message": message, "at": at.to_string() })
        };
        let lines = json!([
            line(20, "com.atlassian.jira.index", "Indexing begins"),
            line(
                15,
                "io.test.jira.client",
                "It failed with 0123456789abcdef0123\nCaused by: a timeout\n\tat a.B.c(B.java:1)"
            ),
            line(10, "io.test.jira.jobs", "Once more"),
        ]);
        let http = reqwest::blocking::Client::new();
        for change in [
            json!({ "does": "begin" }),
            json!({ "does": "write", "lines": lines }),
        ] {
            let answer = http
                .post(format!("{}/sandbox/log", self.url()))
                .json(&change)
                .send()
                .unwrap();
            assert!(answer.status().is_success());
        }
    }

    pub fn url(&self) -> &str {
        self.running.url()
    }
}

pub fn test_io() -> TestIo {
    TestIo::listen(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).unwrap()
}

pub fn secret(text: &str) -> Secret {
    text.parse().unwrap()
}

pub fn login(name: &str) -> Login {
    Login {
        name: name.to_owned(),
        password: secret(name),
    }
}

/// All that a run can be given, but for keys.
pub fn options(url: &str) -> Options {
    Options {
        base_url: url.parse().unwrap(),
        method: Method::Form,
        admin: login("admin"),
        viewer: Some(login("user")),
        accepted_key: None,
        refused_key: None,
        test_io: None,
        gone_project: Some(GONE_PROJECT.to_owned()),
        projects: Vec::new(),
        writing: Writing::OwnConnectionsAndGlobal,
        checking: Checking::AllKeys,
        clearing: Clearing::Never,
    }
}

pub fn check(options: Options, only: &[String]) -> Report {
    run(&Kit::connect(options).unwrap(), only)
}
