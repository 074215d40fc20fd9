//! `cargo xtask size`: what a first visit transfers, against what was recorded; and what the page's module consists of.

mod parts;
mod record;
mod transfer;

use std::process::ExitCode;

use anyhow::Result;

use self::transfer::When;
use crate::build;
use crate::cli::SizeOptions;
use crate::process::run as run_command;
use crate::project::Project;
use crate::setup::{self, cargo_tool};

/// By how many percent of the record a first visit may grow before somebody has to say why.
const TOLERANCE: u64 = 3;

/// Builds the page if need be and prints its sizes, or what its module consists of; fails when a first visit has grown
/// by more than [`TOLERANCE`] and that is not recorded.
pub fn run(project: &Project, options: &SizeOptions) -> Result<ExitCode> {
    setup::page_build(project)?;
    if let Some(kind) = options.by {
        cargo_tool::ensure_twiggy(project)?;
        let module = build::named::module(project)?;
        run_command(&mut parts::command(project, &module, kind))?;
        return Ok(ExitCode::SUCCESS);
    }
    build::page(project)?;
    let rows = transfer::measure(&project.dist())?;
    let recorded = record::read(project)?;
    print!("{}", record::table(&rows, &recorded));
    if options.record {
        record::write(project, &rows)?;
        return Ok(ExitCode::SUCCESS);
    }
    let growth = Growth {
        before: recorded.get(record::FIRST_VIEW).copied().unwrap_or_default(),
        now: transfer::sum(&rows, When::First).brotli,
    };
    println!("{}", growth.verdict());
    Ok(if growth.is_too_much() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The bytes in brotli of the first view.
#[derive(Debug, Clone, Copy)]
struct Growth {
    /// As they were recorded; 0 if they were not.
    before: u64,
    /// As they are.
    now: u64,
}

impl Growth {
    fn is_too_much(self) -> bool {
        self.before > 0 && self.now * 100 > self.before * (100 + TOLERANCE)
    }

    fn verdict(self) -> String {
        let size = format!("{:.1} kB in brotli for the first view", self.now as f64 / 1000.0);
        if self.before == 0 {
            return format!("{size}. Nothing is recorded: `cargo xtask size --record` does that.");
        }
        let change = (self.now as f64 / self.before as f64 - 1.0) * 100.0;
        let verdict = if self.is_too_much() {
            format!(
                "TOO MUCH. If it is worth that, record it with `cargo xtask size --record` and say why in the commit; \
                more than {TOLERANCE} % does not go unsaid."
            )
        } else {
            format!("Up to {TOLERANCE} % more is fine.")
        };
        format!("{size}, {change:+.1} % against the record. {verdict}")
    }
}

#[cfg(test)]
mod tests {
    use super::Growth;

    #[test]
    fn up_to_three_percent_more_is_fine() {
        for now in [90_000, 100_000, 103_000] {
            let growth = Growth { before: 100_000, now };
            assert!(!growth.is_too_much(), "{now}");
        }
        let growth = Growth {
            before: 100_000,
            now: 99_000,
        };
        assert_eq!(
            growth.verdict(),
            "99.0 kB in brotli for the first view, -1.0 % against the record. Up to 3 % more is fine."
        );
    }

    #[test]
    fn more_than_that_fails_until_somebody_records_it() {
        let growth = Growth {
            before: 100_000,
            now: 103_001,
        };
        assert!(growth.is_too_much());
        assert!(growth.verdict().contains("+3.0 % against the record. TOO MUCH."));
    }

    #[test]
    fn without_a_record_there_is_nothing_to_have_grown_against() {
        let growth = Growth {
            before: 0,
            now: 103_001,
        };
        assert!(!growth.is_too_much());
        assert!(
            growth
                .verdict()
                .starts_with("103.0 kB in brotli for the first view. Nothing is recorded")
        );
    }
}
