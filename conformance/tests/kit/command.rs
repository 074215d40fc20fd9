//! The command: what it prints, what it writes, and how it ends.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

use crate::breaks;
use crate::harness::{Jira, test_io};
use crate::proxy;

fn conformance(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_conformance"))
        .args(arguments)
        .env("CONFORMANCE_PASSWORD", "admin")
        .output()
        .unwrap()
}

#[test]
fn a_server_that_keeps_the_rules_ends_it_with_0() {
    let jira = Jira::start();
    let output = conformance(&["--base-url", jira.url(), "--only", "paging."]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    assert!(text.contains("kept         paging.total: "), "{text}");
    assert!(text.ends_with("13 kept, 0 broken, 0 not checked\n"), "{text}");
}

#[test]
fn a_broken_rule_is_explained_to_people_and_programs() {
    let jira = Jira::start();
    let broken = breaks::all()
        .into_iter()
        .find(|broken| broken.rule == "versions.weak")
        .unwrap();
    let url = proxy::start(&jira, broken.how);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.json");
    let output = conformance(&[
        "--base-url",
        &url,
        "--only",
        "versions.",
        "--json",
        file.to_str().unwrap(),
    ]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    for part in [
        "BROKEN       versions.weak: A tag that a proxy has weakened stands for the tag itself",
        "where it stands  Mutations, the version is in the body",
        "if-match: W/\"1\"",
        "what came        412",
        "expected         200",
        "8 kept, 1 broken, 0 not checked",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let report: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let broken: Vec<&Value> = report["rules"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|rule| rule["result"]["outcome"] == "BROKEN")
        .collect();
    assert_eq!(broken.len(), 1, "{report}");
    assert_eq!(broken[0]["id"], "versions.weak");
    assert_eq!(broken[0]["result"]["findings"][0]["expected"], "200");
}

#[test]
fn no_key_and_no_password_is_ever_printed() {
    let test_io = test_io();
    let jira = Jira::asking(&test_io);
    let key = test_io.accepted_key().to_owned();
    let broken = breaks::all()
        .into_iter()
        .find(|broken| broken.rule == "secrets.answers")
        .unwrap();
    let url = proxy::start(&jira, broken.how);
    let output = conformance(&[
        "--base-url",
        &url,
        "--accepted-key",
        &key,
        "--only",
        "secrets.",
        "--only",
        "keys.accepted",
    ]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(
        text.contains("‹accepted key›") && !text.contains(&key[..8]),
        "{text}"
    );
}

#[test]
fn where_nothing_can_be_checked_it_ends_with_2() {
    let output = conformance(&["--base-url", "http://localhost:9/jira"]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(
        error.starts_with("error: no answer from http://localhost:9/jira"),
        "{error}"
    );
}

#[test]
fn the_list_of_rules_is_the_documents() {
    let output = conformance(&["--list"]);
    let written = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/conformance.md")).unwrap();
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        written,
        "write it anew: cargo xtask conformance --list > docs/conformance.md"
    );
}
