//! Formatting, clippy and documentation for both targets, and the types of the end-to-end tests and the bench. Each check counts as one.

use std::process::Command;

use anyhow::Result;

use super::outcome::Outcome;
use crate::build;
use crate::process::{announce, describe, run as run_command};
use crate::project::Project;
use crate::setup::{npm, wasm_target};

/// Runs all checks, also after one has failed.
pub fn run(project: &Project) -> Result<Outcome> {
    wasm_target::ensure(project)?;
    npm::ensure(project)?;
    let mut outcome = Outcome::default();
    for mut check in checks(project) {
        announce(describe(&check));
        match run_command(&mut check) {
            Ok(()) => outcome.passed += 1,
            Err(error) => {
                outcome.failed += 1;
                outcome.notes.push(format!("{error:#}"));
            }
        }
    }
    Ok(outcome)
}

fn checks(project: &Project) -> [Command; 8] {
    let cargo = |arguments: &[&str]| {
        let mut command = project.cargo();
        command.args(arguments);
        command
    };
    let documentation = |arguments: &[&str]| {
        let mut command = cargo(&["doc", "--no-deps", "--document-private-items"]);
        command.args(arguments).env("RUSTDOCFLAGS", "-D warnings");
        command
    };
    let types = |folder: &str| {
        let mut command = project.command("tsc");
        command.args(["--noEmit", "--project", folder]);
        command
    };
    [
        cargo(&["fmt", "--all", "--check"]),
        cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
        // Only what runs there: the unit tests and some of their crates are for the host alone.
        cargo(&[
            "clippy",
            "--package",
            "testio-connection",
            "--target",
            wasm_target::NAME,
            "--features",
            build::PSEUDO_LOCALE,
            "--lib",
            "--bins",
            "--test",
            "web",
            "--",
            "-D",
            "warnings",
        ]),
        documentation(&["--workspace"]),
        documentation(&[
            "--package",
            "testio-connection",
            "--lib",
            "--target",
            wasm_target::NAME,
        ]),
        types("tests/e2e"),
        types("tests/firefox"),
        types("bench/runner"),
    ]
}
