//! The project's commands, run as `cargo xtask <command>`.
//!
//! `run` builds the page and starts the sandbox, `test` runs every check and test, `size` weighs the page, `gallery`
//! takes pictures of it, `bench` measures it beside its peers, `dist` packs it for the plugin, `mutants` tests the tests,
//! `conformance` checks any server against the contract.
//! Each command first sets up whatever tool it needs and does not find.
#![allow(
    clippy::print_stdout,
    reason = "a command-line tool talks to its user on stdout"
)]

mod bench;
mod build;
mod cli;
mod conformance;
mod dist;
mod documents;
mod fingerprint;
mod gallery;
mod mutants;
mod process;
mod project;
mod run;
mod setup;
mod size;
mod test;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};
use crate::project::Project;

fn main() -> ExitCode {
    let project = Project::here();
    let outcome = match Cli::parse().command {
        Command::Run(options) => run::run(&project, &options).map(|()| ExitCode::SUCCESS),
        Command::Test(options) => Ok(test::run(&project, &options)),
        Command::Size(options) => size::run(&project, &options),
        Command::Gallery(options) => gallery::run(&project, &options).map(|()| ExitCode::SUCCESS),
        Command::Bench(options) => bench::run(&project, &options).map(|()| ExitCode::SUCCESS),
        Command::Dist(options) => dist::run(&project, &options).map(|()| ExitCode::SUCCESS),
        Command::Mutants(options) => mutants::run(&project, &options),
        Command::Conformance(options) => conformance::run(&project, &options.arguments),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
