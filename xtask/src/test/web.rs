//! The component tests, compiled to WebAssembly and run in a headless browser.

use anyhow::{Context, Result};

use super::outcome::Outcome;
use crate::process::tee;
use crate::project::Project;
use crate::setup::{browser, cargo_tool, wasm_target};

/// Runs the page package's `web` test target through wasm-bindgen's runner.
pub fn run(project: &Project, runner_args: &[String]) -> Result<Outcome> {
    wasm_target::ensure(project)?;
    cargo_tool::ensure_wasm_bindgen(project)?;
    let browser = browser::ensure(project)?;
    let runner = project
        .find("wasm-bindgen-test-runner")
        .context("wasm-bindgen came without its test runner")?;
    let mut command = project.cargo();
    command
        .args([
            "test",
            "--package",
            "testio-connection",
            "--target",
            wasm_target::NAME,
            "--test",
            "web",
            "--",
        ])
        .args(runner_args)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", browser.driver)
        // Seconds for all tests, and for the driver to start: the defaults are short for a machine of two cores.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    Ok(Outcome::of_cargo_test(&tee(&mut command)?))
}
