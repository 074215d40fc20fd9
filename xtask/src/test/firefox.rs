//! What is tested in Firefox: the component tests, and each flow through the built page once. Where there is no Firefox,
//! that is said and nothing else.

use std::fs;

use anyhow::{Context, Result};
use serde_json::json;

use super::e2e::{self, Suite};
use super::outcome::Outcome;
use super::web;
use crate::build;
use crate::project::Project;
use crate::setup::firefox::Firefox;
use crate::setup::{self, firefox};

/// Playwright's runner without Playwright's browsers, none of which is Firefox as people have it.
const SUITE: Suite = Suite {
    config: "tests/firefox/playwright.config.ts",
    report: "firefox-report.json",
};

/// Runs both, or the flows alone when the runner is told which.
pub fn run(project: &Project, runner_args: &[String]) -> Result<Outcome> {
    let Some(firefox) = firefox::ensure(project)? else {
        return Ok(Outcome {
            skipped: 1,
            notes: vec![
                "nothing was tested in Firefox: install it, or set FIREFOX to where it is".to_owned(),
            ],
            ..Outcome::default()
        });
    };
    let mut outcome = if runner_args.is_empty() {
        components(project, &firefox)?
    } else {
        Outcome::default()
    };
    setup::page_build(project)?;
    build::page(project)?;
    build::tested_sandbox(project)?;
    outcome.add(e2e::run_suite(project, SUITE, runner_args, |command| {
        command.env("FIREFOX", &firefox.browser);
    })?);
    Ok(outcome)
}

fn components(project: &Project, firefox: &Firefox) -> Result<Outcome> {
    let capabilities = project.target().join("firefox-capabilities.json");
    let options = json!({ "moz:firefoxOptions": { "binary": firefox.browser } });
    fs::create_dir_all(project.target()).context("creating target")?;
    fs::write(&capabilities, options.to_string()).context("writing Firefox's capabilities")?;
    web::run_with(project, &[], |command| {
        command
            .env("GECKODRIVER", &firefox.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities);
    })
}
