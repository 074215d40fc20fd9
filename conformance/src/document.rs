//! The list of all rules, as `docs/conformance.md` has it.

use std::fmt::Write as _;

use crate::rule::{Check, Need, Rule};
use crate::rules;

const HEAD: &str = "\
# What the conformance kit checks

`cargo xtask conformance --base-url URL --user NAME` tries each of these rules on a server, over HTTP alone; `--help` has
all options. This page is written by `cargo xtask conformance --list`, and a test compares the two. \"Stands in\" names the
place in `rest-api.yaml`.

The kit changes only what it has made: connections for projects that had none, which it deletes again. It never touches
a connection that was there before, except Global, and that only with `--touch-global`; with `--clear-data` it deletes
all of them at the end, and they do not come back. It needs a Jira in which nobody else changes connections at the same
time. What a rule needs beyond a login stands beside it; a rule that does not get it is reported as not checked:

";

/// The whole document.
#[must_use]
pub fn markdown() -> String {
    let mut text = HEAD.to_owned();
    for need in Need::ALL {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "- **{}**: {}", need.word(), need.explained());
    }
    text.push_str("\nA rule that is *watched* is checked on every answer to the requests of all others.\n");
    for group in rules::groups() {
        let _ = writeln!(
            text,
            "\n## {}\n\n| rule | says | stands in | takes |\n|---|---|---|---|",
            group.title
        );
        for rule in group.rules {
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {} |",
                rule.id,
                cell(rule.says),
                cell(rule.source),
                takes(rule)
            );
        }
    }
    text
}

fn takes(rule: &Rule) -> String {
    match rule.check {
        Check::Watch => "watched".to_owned(),
        Check::Act(_) => rule
            .needs
            .iter()
            .map(|need| need.word())
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// A text that does not end its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
