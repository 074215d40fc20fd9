//! The command behind `cargo xtask conformance`.
#![allow(
    clippy::print_stdout,
    reason = "a command-line tool talks to its user on stdout"
)]

use std::process::ExitCode;

use clap::Parser;
use conformance::cli::Cli;

fn main() -> ExitCode {
    match Cli::parse().execute() {
        Ok(output) => {
            print!("{}", output.text);
            output.exit_code
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
