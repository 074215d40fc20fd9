//! `cargo xtask size`: what a first visit transfers, against the budget and against what was recorded; and what the
//! page consists of.

mod parts;
mod record;
mod symbol;
mod transfer;

use std::process::ExitCode;

use anyhow::Result;

use crate::build;
use crate::cli::SizeOptions;
use crate::project::Project;
use crate::setup;

/// Bytes in brotli that the page must not exceed, and those that it should stay within.
const LIMIT: u64 = 80_000;
const GOAL: u64 = 70_000;

/// Builds the page if need be and prints its sizes, or what it consists of; fails above [`LIMIT`].
pub fn run(project: &Project, options: &SizeOptions) -> Result<ExitCode> {
    setup::page_build(project)?;
    if let Some(kind) = options.by {
        print!("{}", parts::table(&build::named::page(project)?, kind)?);
        return Ok(ExitCode::SUCCESS);
    }
    build::page(project)?;
    let rows = transfer::measure(&project.dist())?;
    print!("{}", record::table(&rows, &record::read(project)?));
    let total = transfer::total(&rows).brotli;
    println!("{}", verdict(total));
    if options.record {
        record::write(project, &rows)?;
    }
    Ok(if total > LIMIT {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn verdict(brotli: u64) -> String {
    let limit = if brotli > LIMIT { "EXCEEDED" } else { "kept" };
    let goal = if brotli > GOAL { "missed" } else { "met" };
    format!(
        "{:.1} kB in brotli. Limit of {} kB: {limit}. Goal of {} kB: {goal}.",
        brotli as f64 / 1000.0,
        LIMIT / 1000,
        GOAL / 1000
    )
}

#[cfg(test)]
mod tests {
    use super::verdict;

    #[test]
    fn the_limit_and_the_goal_are_judged_apart() {
        assert_eq!(
            verdict(70_000),
            "70.0 kB in brotli. Limit of 80 kB: kept. Goal of 70 kB: met."
        );
        assert_eq!(
            verdict(80_000),
            "80.0 kB in brotli. Limit of 80 kB: kept. Goal of 70 kB: missed."
        );
        assert_eq!(
            verdict(80_001),
            "80.0 kB in brotli. Limit of 80 kB: EXCEEDED. Goal of 70 kB: missed."
        );
    }
}
