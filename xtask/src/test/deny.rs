//! What may not be said of any crate: a licence that `deny.toml` does not allow, a second version that it does not
//! explain, another source than crates.io, a known vulnerability. Each check counts as one.

use std::process::Command;

use anyhow::Result;

use super::outcome::Outcome;
use crate::process::{announce, describe, run as run_command};
use crate::project::Project;
use crate::setup::cargo_tool;

/// The checks that need nothing but the crates.
const CHECKS: [&str; 3] = ["licenses", "bans", "sources"];

/// Findings that cargo-deny only warns of: what `deny.toml` allows although nothing needs it any more.
const STRICT: [&str; 4] = [
    "license-exception-not-encountered",
    "license-not-encountered",
    "unmatched-skip",
    "unnecessary-skip",
];

/// Runs all checks, also after one has failed.
pub fn run(project: &Project) -> Result<Outcome> {
    cargo_tool::ensure_deny(project)?;
    let mut outcome = Outcome::default();
    for name in CHECKS {
        count(&mut check(project, name), &mut outcome);
    }
    if run_command(&mut deny(project, &["fetch", "db"])).is_ok() {
        count(&mut check(project, "advisories"), &mut outcome);
    } else {
        outcome.skipped += 1;
        outcome.notes.push(
            "known vulnerabilities were not looked for: the RustSec advisory database could not be fetched"
                .to_owned(),
        );
    }
    Ok(outcome)
}

fn count(check: &mut Command, outcome: &mut Outcome) {
    announce(describe(check));
    match run_command(check) {
        Ok(()) => outcome.passed += 1,
        Err(error) => {
            outcome.failed += 1;
            outcome.notes.push(format!("{error:#}"));
        }
    }
}

fn check(project: &Project, name: &str) -> Command {
    let mut command = deny(project, &["check"]);
    for finding in STRICT {
        command.args(["--deny", finding]);
    }
    command.arg(name);
    command
}

fn deny(project: &Project, arguments: &[&str]) -> Command {
    let mut command = project.cargo();
    command.args(["deny", "--workspace"]).args(arguments);
    command
}
