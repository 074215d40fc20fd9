//! Trying all rules on a server.

use crate::kit::Kit;
use crate::report::{Outcome, Report, Tried};
use crate::rule::{Check, Rule};
use crate::rules;
use crate::verdict::Failure;

/// Tries the rules whose names begin with one of `prefixes`, all if there is none, deletes what that took, and says what
/// came of it.
#[must_use]
pub fn run(kit: &Kit, prefixes: &[String]) -> Report {
    let wanted = |rule: &&Rule| {
        prefixes.is_empty() || prefixes.iter().any(|prefix| rule.id.starts_with(prefix.as_str()))
    };
    let groups = rules::groups();
    let mut tried: Vec<Tried> = Vec::new();
    for rule in groups.iter().flat_map(|group| group.rules).filter(wanted) {
        let outcome = match rule.check {
            Check::Act(_) => act(kit, rule),
            Check::Watch => Outcome::NotChecked {
                why: "no answer that it applies to was seen".to_owned(),
            },
        };
        tried.push(Tried { rule: *rule, outcome });
    }
    // What was watched is known at the end only.
    for tried in tried
        .iter_mut()
        .filter(|tried| matches!(tried.rule.check, Check::Watch))
    {
        let seen = kit.watch.seen(tried.rule.id);
        if !seen.findings.is_empty() {
            tried.outcome = Outcome::Broken {
                findings: seen.findings,
            };
        } else if seen.answers > 0 {
            tried.outcome = Outcome::Kept;
        }
    }
    Report {
        base_url: kit.base_url().to_string(),
        tried,
        left_behind: kit.left_behind(),
    }
}

fn act(kit: &Kit, rule: &Rule) -> Outcome {
    let Check::Act(check) = rule.check else {
        return Outcome::Kept;
    };
    if let Some(need) = kit.lacks(rule.needs) {
        return Outcome::NotChecked {
            why: format!("takes “{}”: {}", need.word(), need.explained()),
        };
    }
    let verdict = check(kit);
    kit.tidy(rule.needs);
    match verdict {
        Ok(()) => Outcome::Kept,
        Err(Failure::Broken(finding)) => Outcome::Broken {
            findings: vec![*finding],
        },
        Err(Failure::NotChecked(why)) => Outcome::NotChecked { why },
    }
}
