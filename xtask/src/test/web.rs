//! The component tests, compiled to WebAssembly and run in a headless browser.

use std::process::Command;

use anyhow::{Context, Result};

use super::outcome::Outcome;
use crate::build;
use crate::process::tee;
use crate::project::Project;
use crate::setup::{browser, cargo_tool, wasm_target};

/// Runs them in Chromium.
pub fn run(project: &Project, runner_args: &[String]) -> Result<Outcome> {
    let browser = browser::ensure(project)?;
    run_with(project, runner_args, |command| {
        command.env("CHROMEDRIVER", browser.driver);
    })
}

/// Runs the page package's `web` test target through wasm-bindgen's runner, with what `choose` tells it of the browser.
pub fn run_with(
    project: &Project,
    runner_args: &[String],
    choose: impl FnOnce(&mut Command),
) -> Result<Outcome> {
    wasm_target::ensure(project)?;
    cargo_tool::ensure_wasm_bindgen(project)?;
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
            "--features",
            build::PSEUDO_LOCALE,
            "--test",
            "web",
            "--",
        ])
        .args(runner_args)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        // The one that is not chosen must not be taken for it.
        .env_remove("CHROMEDRIVER")
        .env_remove("GECKODRIVER")
        // Seconds for all tests, and for the driver to start: the defaults are short for a machine of two cores.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    choose(&mut command);
    Ok(Outcome::of_cargo_test(&tee(&mut command)?))
}
