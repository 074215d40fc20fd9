//! What can be typed after `cargo xtask`.

use std::ffi::OsString;
use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    about = "Run, test, weigh, measure and pack the Connection page"
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// One command of the project.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the page and start the sandbox with it
    Run(RunOptions),
    /// Run every check and test, or one part of them
    Test(TestOptions),
    /// Print what a first visit transfers, and fail when that has grown
    Size(SizeOptions),
    /// Take a picture of every state of the page, in each language, theme and width
    Gallery(GalleryOptions),
    /// Measure the page beside the same page in React with Atlaskit, and in plain JavaScript
    Bench(BenchOptions),
    /// Pack the page with its licences, bill of materials and documents into target/dist-package
    Dist(DistOptions),
    /// Change the rules step by step and see whether the tests notice; takes an hour or more
    Mutants(MutantsOptions),
    /// Check any server against docs/rest-api.yaml; --help has the options
    #[command(disable_help_flag = true)]
    Conformance(ConformanceOptions),
}

/// Options of `cargo xtask conformance`, which the kit itself reads.
#[derive(Debug, Args)]
pub struct ConformanceOptions {
    /// Arguments for the kit, such as `--base-url http://localhost:2990/jira`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub arguments: Vec<OsString>,
}

/// Options of `cargo xtask dist`.
#[derive(Debug, Args)]
pub struct DistOptions {
    /// Build it twice from clean in two folders, and fail if the two packages differ; takes some ten minutes
    #[arg(long)]
    pub check: bool,
}

/// Options of `cargo xtask mutants`.
#[derive(Debug, Args)]
pub struct MutantsOptions {
    /// Go on from the last run: try again only what no test has noticed yet, and what it did not come to
    #[arg(long)]
    pub iterate: bool,
    /// Try only one in so many, and write no report
    #[arg(long, conflicts_with = "iterate", value_name = "N")]
    pub sample: Option<NonZeroU32>,
    /// Stop after so many minutes, and report what is known by then; --iterate goes on from there
    #[arg(long, value_name = "N")]
    pub minutes: Option<u64>,
    /// Arguments for cargo-mutants, such as `-- --jobs 2`
    #[arg(last = true)]
    pub arguments: Vec<String>,
}

/// Options of `cargo xtask run`.
#[derive(Debug, Args)]
pub struct RunOptions {
    /// Port on the loopback interface; 0 picks a free one
    #[arg(long, default_value_t = 2990)]
    pub port: u16,
    /// SQLite file to keep everything in [default: target/sandbox/jira.sqlite]
    #[arg(long, value_name = "PATH")]
    pub db: Option<PathBuf>,
    /// Forget what the database holds and start with fresh demo data
    #[arg(long)]
    pub fresh: bool,
    /// Number of Jira projects in fresh demo data
    #[arg(long, value_name = "N")]
    pub projects: Option<u32>,
    /// Number of project connections in fresh demo data
    #[arg(long, value_name = "N")]
    pub connections: Option<u32>,
    /// Number of Test IO accounts that share them, each with fewer than the one before
    #[arg(long)]
    pub accounts: Option<u32>,
    /// Have the plugin check all stored keys every so many seconds
    #[arg(long, value_name = "SECONDS")]
    pub check_every: Option<u32>,
    /// Ask this Test IO API instead of the built-in one
    #[arg(long, value_name = "URL")]
    pub test_io_url: Option<String>,
    /// Ask Test IO through this proxy, which may have a user and a password in its address
    #[arg(long, value_name = "URL")]
    pub test_io_proxy: Option<String>,
    /// Trust the certificates in this PEM file, besides the usual ones, when Test IO is asked over TLS
    #[arg(long, value_name = "FILE")]
    pub test_io_ca: Option<PathBuf>,
    /// Let Jira ask administrators for their password again (WebSudo)
    #[arg(long)]
    pub websudo: bool,
    /// Start what was built last, without setting up or building anything
    #[arg(long)]
    pub no_build: bool,
    /// Build for development, again whenever a source or a style is saved, and have the browser reload
    #[arg(long, conflicts_with = "no_build")]
    pub watch: bool,
}

/// Options of `cargo xtask gallery`.
#[derive(Debug, Args)]
pub struct GalleryOptions {
    /// Arguments for Playwright, such as `-- --grep "several accounts, de"` to take anew only what that names
    #[arg(last = true)]
    pub runner_args: Vec<String>,
}

/// Options of `cargo xtask size`.
#[derive(Debug, Args)]
pub struct SizeOptions {
    /// Write the sizes to docs/size.json, which later ones are compared with
    #[arg(long, conflicts_with = "by")]
    pub record: bool,
    /// Print instead the largest parts of the WebAssembly module, before compression
    #[arg(long, value_name = "PART")]
    pub by: Option<Kind>,
}

/// A kind of parts that the page's module consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Functions, and stretches of data
    Function,
    /// Generic functions, with all that the compiler has made of each
    Generic,
}

/// Options of `cargo xtask test`.
#[derive(Debug, Args)]
pub struct TestOptions {
    /// The one part to run; without it, all of them
    pub part: Option<Part>,
    /// Arguments for the part's runner, such as `-- --grep filter` for e2e
    #[arg(last = true, requires = "part")]
    pub runner_args: Vec<String>,
}

/// Options of `cargo xtask bench`.
#[derive(Debug, Args)]
pub struct BenchOptions {
    /// Few samples of one size: shows within minutes that all of it runs, but gives no figures to rely on
    #[arg(long)]
    pub quick: bool,
    /// Make the visits of an interrupted run again, instead of going on after them
    #[arg(long)]
    pub fresh: bool,
    /// Arguments for the runner, such as `-- --sizes 1000x500 --only load`; a wrong one prints them all
    #[arg(last = true)]
    pub runner_args: Vec<String>,
}

/// A part of the test suite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Formatting, clippy for the host and for wasm32, TypeScript types
    Lint,
    /// Licences, versions and sources of all crates, and known vulnerabilities where their list can be had
    Deny,
    /// Tests that need no browser
    Native,
    /// Component tests in a headless browser
    Web,
    /// The built page in the sandbox, through a browser
    E2e,
    /// The component tests and each flow once in Firefox, where it can be had
    Firefox,
    /// What README.md and the other documents tell people to type; only when named, as it takes ten minutes
    Documents,
}

impl Part {
    /// What makes up the whole suite, in the order in which it runs: the quickest answer first.
    pub const ALL: [Self; 6] = [
        Self::Lint,
        Self::Deny,
        Self::Native,
        Self::Web,
        Self::E2e,
        Self::Firefox,
    ];

    /// The name as typed on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lint => "lint",
            Self::Deny => "deny",
            Self::Native => "native",
            Self::Web => "web",
            Self::E2e => "e2e",
            Self::Firefox => "firefox",
            Self::Documents => "documents",
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Cli, Command};

    #[test]
    fn the_definition_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn everything_after_conformance_is_for_the_kit() {
        let typed = ["xtask", "conformance", "--base-url", "http://x", "--help"];
        let Command::Conformance(options) = Cli::parse_from(typed).command else {
            unreachable!("`conformance` was parsed")
        };
        assert_eq!(options.arguments, ["--base-url", "http://x", "--help"]);
    }
}
