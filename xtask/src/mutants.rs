//! `cargo xtask mutants`: changes the rules one small step at a time, and sees whether a native test notices.

use std::collections::BTreeMap;
use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::process::announce;
use crate::project::Project;
use crate::setup;

/// The last result, for people.
const REPORT: &str = "docs/mutants.md";

/// The survivors that may live, each with the reason.
const EXPLAINED: &str = "docs/mutants-explained.txt";

/// Runs cargo-mutants over `domain`, `api` and `state`, writes the report, and fails if a mutant survives without an
/// explanation.
pub fn run(project: &Project, arguments: &[String]) -> Result<ExitCode> {
    setup::mutants(project)?;
    announce("Testing mutants (an hour or more: each is compiled and tested)");
    let output = project.target().join("mutants");
    let mut cargo = project.cargo();
    cargo
        .args(["mutants", "--package", "testio-connection", "--no-shuffle"])
        .args([
            "--file",
            "src/domain/**",
            "--file",
            "src/api/**",
            "--file",
            "src/state/**",
        ])
        .arg("--output")
        .arg(&output)
        .args(arguments)
        .args(["--", "--lib", "--test", "native"]);
    let status = cargo.status().context("cannot start cargo mutants")?;
    // 2: some were missed, 3: some timed out; both are told from the lists below.
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        bail!("cargo mutants failed ({status})");
    }
    let list = |name: &str| {
        let path = output.join("mutants.out").join(name);
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        anyhow::Ok(text.lines().map(without_place).collect::<Vec<_>>())
    };
    let explained = fs::read_to_string(project.root().join(EXPLAINED)).unwrap_or_default();
    let result = Outcome {
        caught: list("caught.txt")?.len(),
        timed_out: list("timeout.txt")?.len(),
        unviable: list("unviable.txt")?.len(),
        survivors: explain(list("missed.txt")?, &explanations(&explained)?),
    };
    fs::write(project.root().join(REPORT), result.report()).with_context(|| format!("writing {REPORT}"))?;
    println!("{}", result.summary());
    Ok(if result.unexplained() == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What became of all mutants.
struct Outcome {
    caught: usize,
    timed_out: usize,
    unviable: usize,
    /// Those that no test noticed, with why that is as it should be.
    survivors: BTreeMap<String, Option<String>>,
}

impl Outcome {
    fn unexplained(&self) -> usize {
        self.survivors.values().filter(|reason| reason.is_none()).count()
    }

    fn summary(&self) -> String {
        format!(
            "{} mutants: {} killed, {} killed by running on for ever, {} survived ({} of them unexplained), {} did not compile",
            self.caught + self.timed_out + self.survivors.len() + self.unviable,
            self.caught,
            self.timed_out,
            self.survivors.len(),
            self.unexplained(),
            self.unviable,
        )
    }

    fn report(&self) -> String {
        let mut text = format!(
            "# Mutants\n\nWritten by `cargo xtask mutants`, which changes the rules in `src/domain`, `src/api` and `src/state` \
             one\nsmall step at a time and runs the native tests on each. `{EXPLAINED}` says why a survivor may live.\n\n{}.\n",
            self.summary()
        );
        if !self.survivors.is_empty() {
            text.push_str("\n| survivor | why it may live |\n|---|---|\n");
        }
        for (mutant, reason) in &self.survivors {
            let reason = reason.as_deref().unwrap_or("**not explained**");
            text.push_str(&format!("| `{}` | {reason} |\n", mutant.replace('|', "\\|")));
        }
        text
    }
}

/// A mutant without its line and column, which any edit of the file changes.
fn without_place(line: &str) -> String {
    let mut parts = line.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(change)) => format!("{file}:{change}"),
        _ => line.to_owned(),
    }
}

/// The explanations: a line for each mutant, the reason indented on the next one.
fn explanations(text: &str) -> Result<BTreeMap<String, String>> {
    let mut explained = BTreeMap::new();
    let mut lines = text
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    while let Some(mutant) = lines.next() {
        match lines.next().filter(|reason| reason.starts_with(' ')) {
            Some(reason) => explained.insert(mutant.to_owned(), reason.trim().to_owned()),
            None => bail!("{EXPLAINED}: {mutant:?} has no indented reason on the next line"),
        };
    }
    Ok(explained)
}

fn explain(survivors: Vec<String>, explained: &BTreeMap<String, String>) -> BTreeMap<String, Option<String>> {
    let with_reason = |mutant: String| {
        let reason = explained.get(&mutant).cloned();
        (mutant, reason)
    };
    survivors.into_iter().map(with_reason).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use super::{Outcome, explain, explanations, without_place};

    const MUTANT: &str = "src/domain/goal.rs:12:5: replace fits -> bool with true";

    #[test]
    fn a_mutant_is_known_by_what_it_changes_not_by_where() {
        assert_eq!(
            without_place(MUTANT),
            "src/domain/goal.rs: replace fits -> bool with true"
        );
    }

    #[test]
    fn a_survivor_without_a_reason_fails_and_one_with_a_reason_does_not() {
        let explained = "# why\nsrc/domain/goal.rs: replace fits -> bool with true\n    It is the same.\n";
        let explained = explanations(explained).unwrap();
        let outcome = |survivors: Vec<String>| Outcome {
            caught: 1,
            timed_out: 0,
            unviable: 0,
            survivors: explain(survivors, &explained),
        };
        assert_eq!(outcome(vec![without_place(MUTANT)]).unexplained(), 0);
        let other = outcome(vec!["src/domain/other.rs: replace + with -".to_owned()]);
        assert_eq!(other.unexplained(), 1);
        assert!(other.report().contains("**not explained**"));
        assert!(explanations("src/a.rs: no reason\nsrc/b.rs: none either\n").is_err());
    }
}
