//! The command line.

use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use reqwest::Url;

use crate::auth::access::AccessSettings;
use crate::control::Reload;
use crate::seed::SeedSize;
use crate::{Options, Persistence};

/// A local stand-in for Jira's admin UI, the Test IO plugin's REST API and Test IO itself. Development only.
#[derive(Debug, Parser)]
#[command(name = "sandbox", version)]
pub struct Cli {
    /// The port on the loopback interface; 0 picks a free one.
    #[arg(long, default_value_t = 2990)]
    port: u16,
    /// The database file; it is made if it is not there.
    #[arg(long, value_name = "PATH")]
    db: PathBuf,
    /// Begin with a new database, whatever is in the file.
    #[arg(long)]
    fresh: bool,
    /// The folder with the built page.
    #[arg(long, value_name = "DIR")]
    dist: PathBuf,
    /// Have admin pages reload in the browser when the page has been built anew.
    #[arg(long)]
    reload: bool,
    /// How many Jira projects a new database gets.
    #[arg(long, value_name = "N", default_value_t = SeedSize::default().projects)]
    projects: usize,
    /// How many project connections a new database gets.
    #[arg(long, value_name = "N", default_value_t = SeedSize::default().connections)]
    connections: usize,
    /// Share those connections among N accounts, each with fewer than the one before, all of them connected.
    #[arg(long, value_name = "N")]
    accounts: Option<usize>,
    /// Check all stored keys with Test IO every so many seconds, as a plugin could in the background.
    #[arg(long, value_name = "SECONDS")]
    check_every: Option<NonZeroU32>,
    /// Test IO's real API instead of the built-in stand-in, without /customer/v2.
    #[arg(long, value_name = "URL")]
    test_io_url: Option<Url>,
    /// The proxy through which Test IO is asked: http://HOST:PORT, or http://USER:PASSWORD@HOST:PORT.
    #[arg(long, value_name = "URL")]
    test_io_proxy: Option<Url>,
    /// A file with certificates (PEM) that TLS to Test IO trusts besides the usual ones.
    #[arg(long, value_name = "FILE")]
    test_io_ca: Option<PathBuf>,
    /// Ask administrators for their password again before they change anything (WebSudo), as Jira does by default.
    #[arg(long)]
    websudo: bool,
    /// The language whose collation sorts projects, as Jira's database does it, such as `sv`, which has Ä behind Z.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    collation: String,
    /// The npm packages, for the looks of Jira.
    #[arg(long, value_name = "DIR", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../node_modules"))]
    node_modules: PathBuf,
}

impl From<Cli> for Options {
    fn from(cli: Cli) -> Self {
        let mut access = AccessSettings::default();
        access.web_sudo.enabled = cli.websudo;
        Self {
            port: cli.port,
            db: cli.db,
            persistence: if cli.fresh {
                Persistence::StartAfresh
            } else {
                Persistence::Keep
            },
            dist: cli.dist,
            reload: if cli.reload {
                Reload::WhenBuilt
            } else {
                Reload::Never
            },
            node_modules: cli.node_modules,
            seed: SeedSize {
                projects: cli.projects,
                connections: cli.connections,
                accounts: cli.accounts,
            },
            check_every: cli
                .check_every
                .map(|seconds| Duration::from_secs(seconds.get().into())),
            access,
            collation: cli.collation,
            test_io_url: cli.test_io_url,
            test_io_proxy: cli.test_io_proxy,
            test_io_ca: cli.test_io_ca,
        }
    }
}
