//! Counting what the runners report.

use std::fmt::{Display, Write};
use std::time::Duration;

use crate::cli::Part;
use crate::process::Finished;

/// What came of a part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Tests or checks that succeeded.
    pub passed: u64,
    /// Those that did not.
    pub failed: u64,
    /// Those that their own source marks as not to be run.
    pub skipped: u64,
    /// A line for the summary on each failure: the test's name, or why there is none.
    pub notes: Vec<String>,
    /// From the first tool that was set up for it to the last test.
    pub took: Duration,
}

impl Outcome {
    /// One failure, for a part that never got to its tests.
    pub fn could_not_run(error: &anyhow::Error) -> Self {
        Self {
            failed: 1,
            notes: vec![format!("could not run: {error:#}")],
            ..Self::default()
        }
    }

    /// Adds another runner's counts.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.notes.extend(other.notes);
        self.took += other.took;
    }

    /// Counts the closing lines of `cargo test`, one per test binary, and names what failed.
    pub fn of_cargo_test(finished: &Finished) -> Self {
        let mut outcome = Self::default();
        for line in finished.stdout.lines().map(str::trim) {
            if let Some(counts) = line.strip_prefix("test result: ") {
                outcome.passed += count_before(counts, "passed");
                outcome.failed += count_before(counts, "failed");
                outcome.skipped += count_before(counts, "ignored");
            } else if let Some(test) = failed_test(line) {
                outcome.notes.push(test.to_owned());
            }
        }
        outcome.checked_against(finished)
    }

    /// A runner that failed without a failed test, or that ran no test at all, is itself a failure.
    pub fn checked_against(mut self, finished: &Finished) -> Self {
        if !finished.success && self.failed == 0 {
            self.failed = 1;
            self.notes
                .push(format!("the runner ended with {}", finished.status));
        } else if self.passed + self.failed == 0 {
            self.failed = 1;
            self.notes.push("no test was run".to_owned());
        }
        self
    }
}

/// The name in a line such as `test lists::one ... FAILED`; wasm-bindgen's runner says `FAIL`.
fn failed_test(line: &str) -> Option<&str> {
    let (name, ended) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
    matches!(ended, "FAILED" | "FAIL").then_some(name)
}

/// The number in front of `word` in a line such as `ok. 3 passed; 0 failed; 1 ignored`.
fn count_before(line: &str, word: &str) -> u64 {
    let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    let count = words
        .windows(2)
        .find(|pair| pair[1] == word)
        .and_then(|pair| pair[0].parse().ok());
    count.unwrap_or(0)
}

/// A table over the parts, what needs a word, and the totals as the last line.
pub fn summary(outcomes: &[(Part, Outcome)]) -> String {
    let mut text = row("part", ["passed", "failed", "skipped", "seconds"]);
    let mut total = Outcome::default();
    for (part, outcome) in outcomes {
        text += &counts(part.name(), outcome);
        total.add(outcome.clone());
    }
    text += &counts("all", &total);
    for (part, outcome) in outcomes {
        for note in &outcome.notes {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{}: {note}", part.name());
        }
    }
    let _ = writeln!(text, "{} passed, {} failed", total.passed, total.failed);
    text
}

fn counts(name: &str, outcome: &Outcome) -> String {
    let Outcome {
        passed,
        failed,
        skipped,
        took,
        ..
    } = outcome;
    row(name, [*passed, *failed, *skipped, took.as_secs()])
}

fn row(name: &str, [passed, failed, skipped, seconds]: [impl Display; 4]) -> String {
    format!("{name:<8} {passed:>7} {failed:>7} {skipped:>7} {seconds:>7}\n")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Outcome, summary};
    use crate::cli::Part;
    use crate::process::Finished;

    fn finished(success: bool, stdout: &str) -> Finished {
        Finished {
            success,
            status: "exit status: 101".to_owned(),
            stdout: stdout.to_owned(),
        }
    }

    fn counts(outcome: &Outcome) -> (u64, u64, u64) {
        (outcome.passed, outcome.failed, outcome.skipped)
    }

    #[test]
    fn all_binaries_are_added_up_and_what_failed_is_named() {
        let stdout = "running 2 tests\ntest a ... ok\n\
            test lists::one ... FAILED\ntest in_a_browser ... FAIL\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 10 passed; 3 failed; 1 ignored; 0 measured; 4 filtered out; finished in 1.20s\n";
        let outcome = Outcome::of_cargo_test(&finished(false, stdout));
        assert_eq!(counts(&outcome), (12, 3, 1));
        assert_eq!(outcome.notes, ["lists::one", "in_a_browser"]);
    }

    #[test]
    fn a_browser_run_is_counted_by_the_same_line() {
        let stdout = "test result: ok. 31 passed; 0 failed; 0 ignored; 0 filtered out; finished in 2.31s\n";
        assert_eq!(
            counts(&Outcome::of_cargo_test(&finished(true, stdout))),
            (31, 0, 0)
        );
    }

    #[test]
    fn a_runner_that_never_got_to_its_tests_is_one_failure() {
        let outcome = Outcome::of_cargo_test(&finished(false, ""));
        assert_eq!(counts(&outcome), (0, 1, 0));
        assert_eq!(outcome.notes, ["the runner ended with exit status: 101"]);
    }

    #[test]
    fn a_failed_runner_fails_even_when_its_tests_passed() {
        let stdout = "test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(
            counts(&Outcome::of_cargo_test(&finished(false, stdout))),
            (2, 1, 0)
        );
    }

    #[test]
    fn no_test_at_all_is_a_failure() {
        let outcome = Outcome::of_cargo_test(&finished(
            true,
            "test result: ok. 0 passed; 0 failed; 0 ignored\n",
        ));
        assert_eq!(counts(&outcome), (0, 1, 0));
        assert_eq!(outcome.notes, ["no test was run"]);
    }

    #[test]
    fn the_summary_ends_with_the_totals() {
        let lint = Outcome {
            passed: 4,
            took: Duration::from_millis(61_900),
            ..Outcome::default()
        };
        let mut web = Outcome::could_not_run(&anyhow::anyhow!("no browser"));
        web.took = Duration::from_secs(2);
        assert_eq!(
            summary(&[(Part::Lint, lint), (Part::Web, web)]),
            "part      passed  failed skipped seconds\n\
             lint           4       0       0      61\n\
             web            0       1       0       2\n\
             all            4       1       0      63\n\
             web: could not run: no browser\n\
             4 passed, 1 failed\n"
        );
    }
}
