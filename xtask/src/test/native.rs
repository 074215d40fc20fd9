//! The tests that need no browser: domain logic, the contract's fixtures, the architecture, the sandbox's HTTP
//! tests, the conformance kit against sound and broken servers, and this tool's own.

use std::num::NonZero;
use std::thread;

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
        .args(runner_args)
        .env("RUST_TEST_THREADS", threads().to_string());
    Ok(Outcome::of_cargo_test(&tee(&mut command)?))
}

/// Two for each core: most tests talk to a server, and wait while it works. On two cores the kit then takes 113 instead of
/// 126 s, and the sandbox's tests over HTTP 13 instead of 25.
fn threads() -> usize {
    2 * thread::available_parallelism().map_or(1, NonZero::get)
}
