//! The command line.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Parser;
use reqwest::Url;

use crate::document;
use crate::kit::Kit;
use crate::options::{Checking, Clearing, Login, Method, Options, Secret, Writing};
use crate::run::run;
use crate::test_io::TestIo;

/// Check a server against docs/rest-api.yaml, from the outside
///
/// Ends with 0 when no rule is broken, 1 when one is, and 2 when nothing could be checked. Passwords and keys are best
/// given by the environment, where no list of processes shows them.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask conformance")]
pub struct Cli {
    /// Jira's address with its context path, such as http://localhost:2990/jira
    #[arg(long, value_name = "URL", required_unless_present = "list")]
    base_url: Option<Url>,
    /// A user who may administer Jira
    #[arg(long, value_name = "NAME", default_value = "admin")]
    user: String,
    /// The password of --user
    #[arg(long, env = "CONFORMANCE_PASSWORD", hide_env_values = true)]
    #[arg(required_unless_present = "list")]
    password: Option<Secret>,
    /// How to log in
    #[arg(long, value_enum, default_value = "form")]
    login: Method,
    /// A user who may not administer Jira
    #[arg(long, value_name = "NAME", requires = "viewer_password")]
    viewer: Option<String>,
    /// The password of --viewer
    #[arg(long, env = "CONFORMANCE_VIEWER_PASSWORD", hide_env_values = true)]
    viewer_password: Option<Secret>,
    /// An API key that Test IO accepts
    #[arg(
        long,
        value_name = "KEY",
        env = "CONFORMANCE_ACCEPTED_KEY",
        hide_env_values = true
    )]
    accepted_key: Option<Secret>,
    /// An API key that Test IO refuses
    #[arg(
        long,
        value_name = "KEY",
        env = "CONFORMANCE_REFUSED_KEY",
        hide_env_values = true
    )]
    refused_key: Option<Secret>,
    /// Stand in for Test IO at this address, which the plugin has been told to ask; brings keys of its own
    #[arg(long, value_name = "ADDRESS:PORT", conflicts_with_all = ["accepted_key", "refused_key"])]
    test_io: Option<SocketAddr>,
    /// The id of a project that has been archived or deleted
    #[arg(long, value_name = "ID")]
    gone_project: Option<String>,
    /// The id or key of a project that may get a connection; repeatable. Without it, any that have none
    #[arg(long = "project", value_name = "ID|KEY")]
    projects: Vec<String>,
    /// Change nothing at all
    #[arg(long, conflicts_with = "touch_global")]
    read_only: bool,
    /// Change the Global connection, too, and put it back
    #[arg(long)]
    touch_global: bool,
    /// Have the plugin check its way to Test IO, and all stored keys with it, also those that others have stored
    #[arg(long, conflicts_with = "read_only")]
    run_checks: bool,
    /// Delete all that the plugin has stored, for good: the connections of all projects and every key
    #[arg(long, conflicts_with = "read_only")]
    clear_data: bool,
    /// Try only the rules whose names begin so; repeatable
    #[arg(long = "only", value_name = "PREFIX")]
    prefixes: Vec<String>,
    /// Write the report as JSON, too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Print docs/conformance.md instead, the list of all rules
    #[arg(long)]
    list: bool,
}

/// What the command has to say, and how it ends.
#[derive(Debug)]
pub struct Output {
    /// The text for stdout.
    pub text: String,
    /// The exit code.
    pub exit_code: ExitCode,
}

impl Cli {
    /// Does what the command line asks for.
    ///
    /// # Errors
    /// Nothing could be checked, or the report could not be written.
    pub fn execute(self) -> anyhow::Result<Output> {
        if self.list {
            return Ok(Output {
                text: document::markdown(),
                exit_code: ExitCode::SUCCESS,
            });
        }
        let json = self.json.clone();
        let prefixes = self.prefixes.clone();
        let kit = Kit::connect(self.into_options()?)?;
        let report = run(&kit, &prefixes);
        if let Some(path) = json {
            let text = serde_json::to_string_pretty(&report)?;
            fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        }
        let exit_code = if report.is_good() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        };
        Ok(Output {
            text: report.to_string(),
            exit_code,
        })
    }

    fn into_options(self) -> anyhow::Result<Options> {
        let viewer = self.viewer.zip(self.viewer_password);
        Ok(Options {
            base_url: self.base_url.context("--base-url is missing")?,
            method: self.login,
            admin: Login {
                name: self.user,
                password: self.password.context("--password is missing")?,
            },
            viewer: viewer.map(|(name, password)| Login { name, password }),
            accepted_key: self.accepted_key,
            refused_key: self.refused_key,
            test_io: self.test_io.map(TestIo::listen).transpose()?,
            gone_project: self.gone_project,
            projects: self.projects,
            writing: match (self.read_only, self.touch_global) {
                (true, _) => Writing::Never,
                (false, false) => Writing::OwnConnections,
                (false, true) => Writing::OwnConnectionsAndGlobal,
            },
            checking: if self.run_checks {
                Checking::AllKeys
            } else {
                Checking::Never
            },
            clearing: if self.clear_data {
                Clearing::Everything
            } else {
                Clearing::Never
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_definition_is_consistent() {
        Cli::command().debug_assert();
    }
}
