//! What became of all mutants, in figures and for people.

use super::explained::{Explanation, without_place};
use super::lists::Lists;
use super::{EXPLAINED, MODEL_CASES};

/// What became of all mutants.
#[derive(Debug, Default)]
pub struct Outcome {
    all: usize,
    caught: usize,
    caught_before: usize,
    timed_out: usize,
    unviable: usize,
    untried: usize,
    survivors: Vec<Survivor>,
    in_vain: Vec<Explanation>,
}

/// A mutant that no test noticed.
#[derive(Debug)]
struct Survivor {
    /// What it changes, without the place.
    mutant: String,
    /// Why that is as it should be.
    reason: Option<String>,
}

impl Outcome {
    /// Tells the fate of every mutant that there is from the lists, which may know of some that are gone by now.
    pub fn of(all: &[String], lists: &Lists, mut explained: Vec<Explanation>) -> Self {
        let mut outcome = Self {
            all: all.len(),
            ..Self::default()
        };
        for mutant in all {
            let count = if lists.unviable.contains(mutant) {
                &mut outcome.unviable
            } else if lists.caught.contains(mutant) {
                &mut outcome.caught
            } else if lists.before.contains(mutant) {
                &mut outcome.caught_before
            } else if lists.timed_out.contains(mutant) {
                &mut outcome.timed_out
            } else if lists.missed.contains(mutant) {
                let mutant = without_place(mutant);
                let known = explained.iter().position(|known| known.mutant == mutant);
                let reason = known.map(|index| explained.remove(index).reason);
                outcome.survivors.push(Survivor { mutant, reason });
                continue;
            } else {
                &mut outcome.untried
            };
            *count += 1;
        }
        outcome.in_vain = explained;
        outcome
    }

    /// Whether every mutant was tried, and all that survived may.
    pub fn is_good(&self) -> bool {
        self.untried == 0 && self.unexplained() == 0 && self.in_vain.is_empty()
    }

    /// The mutants that are explained and do not survive.
    pub fn explained_in_vain(&self) -> impl Iterator<Item = &str> {
        self.in_vain.iter().map(|explanation| explanation.mutant.as_str())
    }

    fn unexplained(&self) -> usize {
        let unexplained = self.survivors.iter().filter(|one| one.reason.is_none());
        unexplained.count()
    }

    /// The figures. Together they are all mutants.
    pub fn summary(&self) -> String {
        let mut text = format!(
            "{} mutants: {} killed, {} killed by running on for ever, {} survived ({} of them unexplained), {} did not compile",
            self.all,
            self.caught + self.caught_before,
            self.timed_out,
            self.survivors.len(),
            self.unexplained(),
            self.unviable,
        );
        if self.untried > 0 {
            text.push_str(&format!(", {} not tried", self.untried));
        }
        text
    }

    /// The page for people.
    pub fn report(&self) -> String {
        let mut text = format!(
            "# Mutants\n\nWritten by `cargo xtask mutants`, which changes the rules in `src/domain`, `src/api` and \
             `src/state` one small step at\na time and runs the native tests on each, with {MODEL_CASES} sequences of \
             the model test. `{EXPLAINED}`\nsays why a survivor may live.\n\n{}.\n",
            self.summary()
        );
        if self.caught_before > 0 {
            text.push_str(&format!(
                "\n{} of the killed were killed in earlier runs: `--iterate` tries only the others again.\n",
                self.caught_before
            ));
        }
        if !self.survivors.is_empty() {
            text.push_str("\n| survivor | why it may live |\n|---|---|\n");
        }
        for Survivor { mutant, reason } in &self.survivors {
            let reason = reason.as_deref().unwrap_or("**not explained**");
            text.push_str(&format!("| `{}` | {reason} |\n", mutant.replace('|', "\\|")));
        }
        text
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use std::collections::BTreeSet;

    use super::super::explained;
    use super::{Lists, Outcome};

    fn mutants(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| named(name)).collect()
    }

    fn named(name: &str) -> String {
        format!("src/domain/goal.rs:12:5: {name}")
    }

    fn outcome(all: &[&str], lists: &Lists, explained: &str) -> Outcome {
        let all: Vec<_> = all.iter().map(|name| named(name)).collect();
        Outcome::of(&all, lists, explained::read(explained).unwrap())
    }

    #[test]
    fn a_survivor_without_a_reason_fails_and_one_with_a_reason_does_not() {
        let lists = Lists {
            missed: mutants(&["one", "two"]),
            ..Lists::default()
        };
        let explained = "src/domain/goal.rs: one\n    It is the same.\n";
        assert!(outcome(&["one"], &lists, explained).is_good());
        let both = outcome(&["one", "two"], &lists, explained);
        assert!(!both.is_good());
        assert!(
            both.report()
                .contains("`src/domain/goal.rs: two` | **not explained**")
        );
    }

    #[test]
    fn each_reason_is_for_one_survivor_and_none_is_left_over() {
        let lists = Lists {
            missed: [named("one"), "src/domain/goal.rs:12:9: one".to_owned()].into(),
            ..Lists::default()
        };
        let all: Vec<_> = lists.missed.iter().cloned().collect();
        let once = "src/domain/goal.rs: one\n    It is the same.\n";
        let good = |times| Outcome::of(&all, &lists, explained::read(&once.repeat(times)).unwrap()).is_good();
        assert_eq!([1, 2, 3].map(good), [false, true, false]);
    }

    #[test]
    fn a_run_that_goes_on_from_another_counts_each_mutant_once() {
        let lists = Lists {
            caught: mutants(&["now"]),
            before: mutants(&["before", "no code", "of a line that is gone"]),
            timed_out: mutants(&["endless"]),
            missed: mutants(&["missed"]),
            unviable: mutants(&["no code"]),
        };
        let all = ["now", "before", "no code", "endless", "missed", "new"];
        assert_eq!(
            outcome(&all, &lists, "").summary(),
            "6 mutants: 2 killed, 1 killed by running on for ever, 1 survived (1 of them unexplained), \
             1 did not compile, 1 not tried"
        );
    }
}
