//! `cargo xtask mutants`: changes the rules one small step at a time, and sees whether a native test notices.

mod explained;
mod lists;
mod report;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::cli::MutantsOptions;
use crate::process::{Ended, announce, run_within};
use crate::project::Project;
use crate::setup;

use self::lists::Lists;
use self::report::Outcome;

/// The last result, for people.
const REPORT: &str = "docs/mutants.md";

/// The survivors that may live, each with the reason.
const EXPLAINED: &str = "docs/mutants-explained.txt";

/// What is changed.
const FILES: [&str; 3] = ["src/domain/**", "src/api/**", "src/state/**"];

/// What is built and run for each mutant: nothing that needs a browser.
const TESTS: [&str; 2] = ["--lib", "--test=native"];

/// How many sequences the model test takes each mutant through. They take less than a second; most mutants that its
/// full number would find break the first few.
const MODEL_CASES: &str = "300";

/// Tests that take longer than this, in seconds, run on for ever. They take a few, but the machine may be busy.
const TIME_LIMIT: &str = "60";

/// Runs cargo-mutants over `domain`, `api` and `state`, writes the report, and fails if a mutant was not tried, or
/// survives without an explanation.
pub fn run(project: &Project, options: &MutantsOptions) -> Result<ExitCode> {
    setup::mutants(project)?;
    let output = output(project, options);
    if options.iterate {
        announce("Testing the mutants that no test has noticed yet");
        lists::keep_unviable(&output)?;
    } else {
        announce(match options.sample {
            Some(_) => "Testing some of the mutants (minutes: each is compiled and tested)",
            None => "Testing mutants (an hour or more: each is compiled and tested)",
        });
        lists::forget_unviable(&output)?;
    }
    let limit = options.minutes.map(|minutes| Duration::from_secs(60 * minutes));
    match run_within(&mut test(project, options, &output), limit)? {
        Ended::Interrupted => {}
        // 2: some were missed, 3: some timed out; both are told from the lists below.
        Ended::Itself(status) if matches!(status.code(), Some(0 | 2 | 3)) => {}
        Ended::Itself(status) => {
            bail!("cargo mutants failed ({status}); --iterate goes on from where it stopped")
        }
    }
    let explained = fs::read_to_string(project.root().join(EXPLAINED)).unwrap_or_default();
    let outcome = Outcome::of(
        &all(project, options)?,
        &Lists::read(&output)?,
        explained::read(&explained)?,
    );
    println!("{}", outcome.summary());
    if options.sample.is_none() {
        fs::write(project.root().join(REPORT), outcome.report())
            .with_context(|| format!("writing {REPORT}"))?;
        for mutant in outcome.explained_in_vain() {
            println!("{EXPLAINED} explains what does not survive: {mutant}");
        }
    }
    Ok(if outcome.is_good() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The folder for what cargo-mutants finds out. A sample leaves alone what `--iterate` goes on from.
fn output(project: &Project, options: &MutantsOptions) -> PathBuf {
    project.target().join(match options.sample {
        Some(_) => "mutants-sample",
        None => "mutants",
    })
}

/// What tests them.
fn test(project: &Project, options: &MutantsOptions, output: &Path) -> Command {
    let mut cargo = mutants(project, options);
    cargo
        .arg("--output")
        .arg(output)
        .args(["--minimum-test-timeout", TIME_LIMIT])
        .args(TESTS.map(|tests| format!("--cargo-arg={tests}")))
        .args(options.iterate.then_some("--iterate"))
        .args(&options.arguments)
        .env("TESTIO_MODEL_CASES", MODEL_CASES)
        // What one mutant has failed on is nothing to begin the next one with.
        .env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "1")
        // Nobody debugs a mutant, and without it compiling takes half the time and a third of the space.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_TEST_DEBUG", "0")
        // Without the views, each is compiled in 3 s instead of 20.
        .env("RUSTFLAGS", "--cfg rules_alone");
    cargo
}

/// All mutants to try, as the lists name them.
fn all(project: &Project, options: &MutantsOptions) -> Result<Vec<String>> {
    let listed = mutants(project, options)
        .arg("--list")
        .output()
        .context("cannot start cargo mutants")?;
    if !listed.status.success() {
        bail!("cargo mutants --list failed ({})", listed.status);
    }
    let text = String::from_utf8(listed.stdout).context("reading the list of mutants")?;
    Ok(text.lines().map(str::to_owned).collect())
}

fn mutants(project: &Project, options: &MutantsOptions) -> Command {
    let mut cargo = project.cargo();
    cargo.args(["mutants", "--package", "testio-connection"]);
    if let Some(sample) = options.sample {
        cargo.args(["--shard", &format!("0/{sample}"), "--sharding", "round-robin"]);
    }
    for files in FILES {
        cargo.args(["--file", files]);
    }
    cargo
}
