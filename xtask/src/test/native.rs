//! The tests that need no browser: domain logic, the contract's fixtures, the architecture, the sandbox's HTTP
//! tests, the conformance kit against sound and broken servers, and this tool's own.

use anyhow::Result;

use super::outcome::Outcome;
use crate::process::tee;
use crate::project::Project;
use crate::setup::npm;

/// Runs `cargo test` over the workspace, also after a test binary has failed.
pub fn run(project: &Project, runner_args: &[String]) -> Result<Outcome> {
    // The sandbox's host page takes its styles from an npm package.
    npm::ensure(project)?;
    let mut command = project.cargo();
    command
        .args(["test", "--workspace", "--no-fail-fast", "--"])
        .args(runner_args);
    Ok(Outcome::of_cargo_test(&tee(&mut command)?))
}
