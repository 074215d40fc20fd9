//! The checks of the way to Test IO, each way really taken.

mod failures;
mod keys;
mod options;
mod runs;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Jira, Session};

const PATH: &str = "/maintenance/checks";

/// Has the plugin take a way.
async fn take(jira: &Jira, way: &str) {
    let answer = jira
        .control(Method::POST, "/way", Some(json!({ "way": way })))
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

/// Walks it.
async fn run(admin: &Session<'_>) -> Value {
    let answer = admin.send(Method::POST, PATH, &[], None).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

/// Each step's outcome, and its cause if it has one, in a line.
fn outcomes(report: &Value) -> Vec<String> {
    let word = |step: &Value, field: &str| step[field].as_str().map(str::to_owned);
    let line = |step: &Value| {
        ["step", "outcome", "cause"]
            .into_iter()
            .filter_map(|field| word(step, field))
            .collect::<Vec<_>>()
            .join(" ")
    };
    report["steps"].as_array().unwrap().iter().map(line).collect()
}

fn step<'a>(report: &'a Value, name: &str) -> &'a Value {
    let steps = report["steps"].as_array().unwrap();
    steps.iter().find(|step| step["step"] == name).unwrap()
}
