//! The built page in a running sandbox, driven through a browser by Playwright.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anstream::adapter::strip_str;
use anyhow::{Context, Result};
use serde_json::Value;

use super::outcome::Outcome;
use super::package::Package;
use crate::build;
use crate::process::{announce, run as run_command, tee};
use crate::project::Project;
use crate::setup::{self, browser};

/// The native test that writes them.
const SEQUENCES: &str = "model::browser::the_sequences_for_the_browser";

/// How much of a failed test's message stands in the summary: lines, and characters of each.
const MESSAGE_LINES: usize = 8;
const MESSAGE_WIDTH: usize = 200;

/// A suite that Playwright's runner runs.
#[derive(Debug, Clone, Copy)]
pub struct Suite {
    /// Its configuration.
    pub config: &'static str,
    /// The name of its report, in the target folder.
    pub report: &'static str,
}

/// The specs in `tests/e2e`.
const SUITE: Suite = Suite {
    config: "tests/e2e/playwright.config.ts",
    report: "e2e-report.json",
};

/// Builds what the specs in `tests/e2e` need besides the package, then runs them.
pub fn run(project: &Project, package: Package, runner_args: &[String]) -> Result<Outcome> {
    setup::page_build(project)?;
    let browser = browser::ensure(project)?;
    let headless = browser::ensure_headless(project, &browser);
    build::tested_sandbox(project)?;
    let sequences = sequences(project)?;
    let pseudo = build::pseudo_page(project)?;
    let package = package.path()?;
    run_suite(project, SUITE, runner_args, |command| {
        command
            .env("CHROME", browser.chrome)
            .env("CHROME_HEADLESS", headless)
            .env("E2E_SEQUENCES", sequences)
            .env("E2E_PSEUDO_DIST", pseudo)
            .env("DIST_PACKAGE", package);
    })
}

/// Runs a suite with what `choose` tells it of the browser. Everything it needs must be built.
pub fn run_suite(
    project: &Project,
    suite: Suite,
    runner_args: &[String],
    choose: impl FnOnce(&mut Command),
) -> Result<Outcome> {
    let report = project.target().join(suite.report);
    // A report of an earlier run must not be counted when this one does not get to its own.
    let _ = fs::remove_file(&report);
    let mut command = project.command("playwright");
    command
        .args(["test", "--config", suite.config])
        .args(runner_args)
        .env("SANDBOX_BINARY", project.sandbox_binary())
        .env("E2E_REPORT", &report);
    choose(&mut command);
    let finished = tee(&mut command)?;
    let counted = match fs::read_to_string(&report) {
        Ok(json) => of_playwright(&json)?,
        Err(_) => Outcome::default(),
    };
    Ok(counted.checked_against(&finished))
}

/// Writes the sequences of the native model test for the browser to take, and gives their file.
fn sequences(project: &Project) -> Result<PathBuf> {
    announce("Writing the sequences for the random walk");
    let file = project.target().join("e2e-sequences.json");
    run_command(
        project
            .cargo()
            // For the whole workspace, as the native tests are built.
            .args(["test", "--quiet", "--workspace", "--test", "native"])
            .args(["--", "--ignored", "--exact", SEQUENCES])
            .env("TESTIO_MODEL_PLANS", &file),
    )?;
    Ok(file)
}

/// Counts the statistics at the end of a report by Playwright's JSON reporter, and names what failed.
fn of_playwright(report: &str) -> Result<Outcome> {
    let report: Value = serde_json::from_str(report).context("reading Playwright's report")?;
    let mut failed = Vec::new();
    name_failed(&report, &mut failed);
    let count = |kind: &str| report["stats"][kind].as_u64().unwrap_or(0);
    Ok(Outcome {
        passed: count("expected"),
        // A test that passes only at times does not pass.
        failed: count("unexpected") + count("flaky"),
        skipped: count("skipped"),
        notes: failed,
        ..Outcome::default()
    })
}

/// Adds the file, line and title of each spec in a suite, and in those within it, that is not sound.
fn name_failed(suite: &Value, failed: &mut Vec<String>) {
    for spec in each(&suite["specs"]) {
        // A spec that passed at last is `ok` for Playwright.
        let is_sound =
            each(&spec["tests"]).all(|test| test["status"] != "unexpected" && test["status"] != "flaky");
        if !is_sound {
            let text = |part: &str| spec[part].as_str().unwrap_or_default();
            failed.push(format!("{}:{} {}", text("file"), spec["line"], text("title")));
            failed.extend(why(spec));
        }
    }
    for inner in each(&suite["suites"]) {
        name_failed(inner, failed);
    }
}

/// What the first failed attempt says, without the log of how long it was waited for.
fn why(spec: &Value) -> Vec<String> {
    let results = each(&spec["tests"]).flat_map(|test| each(&test["results"]));
    let message = results
        .flat_map(|result| each(&result["errors"]))
        .find_map(|error| error["message"].as_str());
    let plain = strip_str(message.unwrap_or_default()).to_string();
    plain
        .lines()
        .take_while(|line| *line != "Call log:")
        .filter(|line| !line.trim().is_empty())
        .take(MESSAGE_LINES)
        .map(|line| format!("    {}", line.chars().take(MESSAGE_WIDTH).collect::<String>()))
        .collect()
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use serde_json::json;

    use super::of_playwright;

    #[test]
    fn a_report_is_counted_and_a_flaky_test_is_a_failure() {
        let report = r#"{"suites":[],"stats":{"expected":40,"skipped":1,"unexpected":2,"flaky":3}}"#;
        let outcome = of_playwright(report).unwrap();
        assert_eq!((outcome.passed, outcome.failed, outcome.skipped), (40, 5, 1));
    }

    #[test]
    fn what_failed_is_named_by_its_place_and_title() {
        let spec = |title: &str, line: u32, status: &str| json!({ "title": title, "file": "add.spec.ts", "line": line, "tests": [{ "status": status }] });
        let report = json!({
            "suites": [{
                "specs": [spec("it adds", 3, "expected"), spec("it refuses", 9, "unexpected")],
                "suites": [{ "specs": [spec("it waits", 20, "flaky"), spec("not here", 30, "skipped")] }],
            }],
            "stats": { "expected": 1, "skipped": 1, "unexpected": 1, "flaky": 1 },
        });
        let outcome = of_playwright(&report.to_string()).unwrap();
        assert_eq!(
            outcome.notes,
            ["add.spec.ts:9 it refuses", "add.spec.ts:20 it waits"]
        );
    }

    #[test]
    fn a_failed_test_is_named_with_what_it_said() {
        let message =
            "Error: \u{1b}[2mit\u{1b}[22m was expected\n\nExpected: 1\nReceived: 2\n\nCall log:\n  - waiting";
        let failed = json!({
            "title": "it adds", "file": "add.spec.ts", "line": 3,
            "tests": [{ "status": "unexpected", "results": [{ "errors": [{ "message": message }] }] }],
        });
        let report = json!({ "suites": [{ "specs": [failed] }], "stats": { "unexpected": 1 } });
        assert_eq!(
            of_playwright(&report.to_string()).unwrap().notes,
            [
                "add.spec.ts:3 it adds",
                "    Error: it was expected",
                "    Expected: 1",
                "    Received: 2"
            ]
        );
    }

    #[test]
    fn a_broken_report_is_an_error() {
        assert!(of_playwright("{").is_err());
    }
}
