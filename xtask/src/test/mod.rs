//! `cargo xtask test`: every check and test, counted over all of their runners.

mod deny;
mod e2e;
mod firefox;
mod lint;
mod native;
mod outcome;
mod package;
mod web;

use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result};

pub use self::outcome::Outcome;
use self::outcome::summary;
use self::package::Package;
use crate::cli::{Part, TestOptions};
use crate::documents;
use crate::process::announce;
use crate::project::Project;

/// Runs the parts asked for, prints a summary, and ends with the line `N passed, N failed`.
///
/// A part that could not run, for want of a tool or because it does not compile, counts as one failure.
pub fn run(project: &Project, options: &TestOptions) -> ExitCode {
    let parts = options.part.map_or_else(|| Part::ALL.to_vec(), |part| vec![part]);
    let outcomes: Vec<(Part, Outcome)> = thread::scope(|scope| {
        let mut package = parts.contains(&Part::E2e).then(|| Package::begin(project, scope));
        parts
            .into_iter()
            .map(|part| {
                announce(format!("Testing: {}", part.name()));
                let begun = Instant::now();
                let mut outcome = run_part(project, part, &mut package, &options.runner_args)
                    .unwrap_or_else(|error| Outcome::could_not_run(&error));
                outcome.took = begun.elapsed();
                (part, outcome)
            })
            .collect()
    });
    print!("\n{}", summary(&outcomes));
    if outcomes.iter().any(|(_, outcome)| outcome.failed > 0) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn run_part(
    project: &Project,
    part: Part,
    package: &mut Option<Result<Package>>,
    runner_args: &[String],
) -> Result<Outcome> {
    match part {
        Part::Lint => lint::run(project),
        Part::Deny => deny::run(project),
        Part::Native => native::run(project, runner_args),
        Part::Web => web::run(project, runner_args),
        Part::E2e => {
            let package = package.take().context("there is one package, for one run")??;
            e2e::run(project, package, runner_args)
        }
        Part::Firefox => firefox::run(project, runner_args),
        Part::Documents => documents::run(project),
    }
}
