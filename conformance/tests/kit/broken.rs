//! Each rule broken on purpose, by a proxy before the sandbox: the report names that rule, and nothing that does not
//! follow from it.
//!
//! To keep this within minutes, most breaks meet the rules of their own group only, the first of each group all rules, and
//! the way to Test IO is checked only where that is what breaks. With `CONFORMANCE_THOROUGH=1` in the environment all
//! breaks meet all rules.

use std::collections::BTreeSet;
use std::env;

use conformance::options::{Checking, Clearing};
use conformance::rules;

use crate::breaks::{self, Break};
use crate::harness::{Jira, check, options, test_io};
use crate::proxy;

/// Groups whose rules are watched, so that there is nothing to see without others.
const WATCHED: [&str; 3] = ["schema", "headers", "secrets"];

/// The group whose rules wait for a Test IO that does not answer: its breaks meet the rule that they break.
const SLOW: &str = "maintenance-checks";

/// The rules that show what those watch: all operations, every kind of error, keys of all kinds.
const SHOWING: [&str; 13] = [
    "requests.",
    "paging.",
    "creating.",
    "keys.",
    "checks.",
    "deleting.",
    "effective.",
    "test-io.retry",
    "global.stays",
    "maintenance-checks.",
    "logs.",
    "jobs.",
    "data.",
];

fn is_thorough() -> bool {
    env::var_os("CONFORMANCE_THOROUGH").is_some()
}

fn group(rule: &str) -> &str {
    rule.split('.').next().unwrap()
}

/// Whether a break can be seen only where the way to Test IO is checked, which takes seconds.
fn is_about_checks(rule: &str) -> bool {
    matches!(group(rule), "maintenance-checks" | "data") || rule.ends_with("Checks")
}

/// What the kit says is broken, and what it should say.
fn outcome(broken: &Break, only: &[String]) -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
    let test_io = test_io();
    let jira = Jira::asking(&test_io);
    let url = proxy::start(&jira, broken.how);
    let mut options = options(&url);
    options.test_io = Some(test_io);
    options.clearing = Clearing::Everything;
    if !is_thorough() && !is_about_checks(broken.rule) {
        options.checking = Checking::Never;
    }
    let report = check(options, only);
    let expected = [broken.rule].into_iter().chain(broken.also.iter().copied());
    (report.broken().into_iter().collect(), expected.collect())
}

fn assert_found(wanted: &str) {
    let breaks = breaks::all()
        .into_iter()
        .filter(|broken| group(broken.rule) == wanted);
    let mut wrong = Vec::new();
    for (index, broken) in breaks.enumerate() {
        let only: Vec<String> = if is_thorough() || index == 0 {
            Vec::new()
        } else if WATCHED.contains(&wanted) {
            let watching = WATCHED.map(|group| format!("{group}."));
            watching.into_iter().chain(SHOWING.map(str::to_owned)).collect()
        } else if wanted == SLOW {
            [broken.rule]
                .iter()
                .chain(broken.also)
                .map(|rule| (*rule).to_owned())
                .collect()
        } else {
            vec![format!("{wanted}.")]
        };
        let (found, expected) = outcome(&broken, &only);
        if found != expected {
            wrong.push(format!("{}: {found:?} instead of {expected:?}", broken.rule));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_rule_has_a_break() {
    let broken: BTreeSet<&str> = breaks::all().iter().map(|broken| broken.rule).collect();
    let groups = rules::groups();
    let rules: BTreeSet<&str> = groups
        .iter()
        .flat_map(|group| group.rules)
        .map(|rule| rule.id)
        .collect();
    assert_eq!(broken, rules);
}

#[test]
fn every_group_is_tried() {
    let groups = rules::groups();
    let all: BTreeSet<&str> = groups
        .iter()
        .flat_map(|rules| rules.rules)
        .map(|rule| group(rule.id))
        .collect();
    assert_eq!(all, TRIED.iter().copied().collect());
}

macro_rules! tries {
    ($($name:ident: $group:literal),* $(,)?) => {
        /// The groups that the tests below try.
        const TRIED: &[&str] = &[$($group),*];
        $(#[test]
        fn $name() {
            assert_found($group);
        })*
    };
}

tries! {
    schema: "schema",
    headers: "headers",
    secrets: "secrets",
    access: "access",
    xsrf: "xsrf",
    requests: "requests",
    order: "order",
    paging: "paging",
    sorting: "sorting",
    search: "search",
    spelling: "spelling",
    filters: "filters",
    containing: "containing",
    reading: "reading",
    creating: "creating",
    new_key: "new-key",
    updates: "updates",
    versions: "versions",
    labels: "labels",
    key_form: "key-form",
    keys: "keys",
    same_key: "same-key",
    everywhere: "everywhere",
    seen: "seen",
    checks: "checks",
    test_io_group: "test-io",
    status: "status",
    since: "since",
    deleting: "deleting",
    effective: "effective",
    accounts: "accounts",
    agreement: "agreement",
    global: "global",
    maintenance_checks: "maintenance-checks",
    logs: "logs",
    jobs: "jobs",
    data: "data",
}
