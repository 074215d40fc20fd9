//! The checks of the way to Test IO.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Break, How, answering, asking, otherwise, seen};

const READ: &str = "GET /maintenance/checks";
const RUN: &str = "POST /maintenance/checks";

pub const BREAKS: &[Break] = &[
    answering("maintenance-checks.login-to-read", |asked, answered| {
        if asked.is(READ) && asked.is_anonymous() {
            answered.become_json(200, &never_run());
        }
    }),
    answering("maintenance-checks.login-to-run", |asked, answered| {
        if asked.is(RUN) && asked.is_anonymous() {
            answered.become_json(200, &never_run());
        }
    }),
    answering("maintenance-checks.viewer-reads-nothing", |asked, answered| {
        if asked.is(READ) && answered.status == 403 {
            answered.become_json(200, &never_run());
        }
    }),
    answering("maintenance-checks.viewer-runs-nothing", |asked, answered| {
        if asked.is(RUN) && answered.status == 403 {
            answered.become_json(200, &never_run());
        }
    }),
    asking("maintenance-checks.media-type", |asked| {
        if asked.is(RUN) {
            asked.set("content-type", "application/json");
            asked.text = String::new();
        }
    }),
    found("maintenance-checks.steps", |report| {
        if let Some(steps) = report["steps"].as_array_mut().filter(|steps| steps.len() > 1) {
            steps.swap(0, 1);
        }
    }),
    answering("maintenance-checks.over", |asked, answered| {
        if asked.is(RUN) && answered.status == 200 {
            answered.edit(|report| report["running"] = json!("KEYS"));
        }
    })
    .along_with(&["maintenance-checks.kept"]),
    answering("maintenance-checks.kept", |asked, answered| {
        if asked.is(READ) && answered.status == 200 && answered.json()["running"].is_null() {
            answered.edit(|report| report["startedAt"] = json!("2020-01-01T00:00:00Z"));
        }
    }),
    answering("maintenance-checks.running", |asked, answered| {
        if asked.is(READ) && !answered.json()["running"].is_null() {
            answered.edit(|report| report["checkedAt"] = report["startedAt"].clone());
        }
    }),
    otherwise("maintenance-checks.joined", |wire, asked| {
        let before = wire.send(&asked.also(Method::GET, "/maintenance/checks", &Value::Null));
        let mut answered = wire.send(&asked);
        if asked.is(RUN) && !before.json()["running"].is_null() {
            answered.edit(|report| report["startedAt"] = json!("2020-01-01T00:00:00Z"));
        }
        answered
    }),
    changed("maintenance-checks.database", |step| {
        if step["step"] == "DATABASE" {
            step["detail"] = Value::Null;
        }
    }),
    changed("maintenance-checks.name", |step| {
        if step["step"] == "NAME" {
            step["address"] = json!("localhost");
        }
    }),
    changed("maintenance-checks.connect", |step| {
        if step["step"] == "CONNECT" {
            step["address"] = json!("127.0.0.1");
        }
    }),
    changed("maintenance-checks.plain-http", |step| {
        if step["step"] == "TLS" {
            step["cause"] = json!("EARLIER_STEP_FAILED");
        }
    }),
    changed("maintenance-checks.api", |step| {
        if step["httpStatus"] == 401 {
            step["httpStatus"] = json!(200);
        }
    }),
    changed("maintenance-checks.status", |step| {
        if step["httpStatus"] == 503 {
            step["cause"] = json!("CLOSED");
        }
    }),
    changed("maintenance-checks.skipped", |step| {
        if step["step"] == "KEYS" && step["cause"] == "EARLIER_STEP_FAILED" {
            step["cause"] = json!("NOTHING_STORED");
        }
    }),
    found("maintenance-checks.key-accepted", |report| {
        report["keys"]["accepted"] = json!(0)
    }),
    failed("maintenance-checks.key-refused", |key| {
        if key["status"] == "KEY_REJECTED" && key["accountLabel"].is_null() {
            key["status"] = json!("RATE_LIMITED");
        }
    }),
    failed("maintenance-checks.key-unreachable", |key| {
        if key["status"] == "UNREACHABLE" {
            key["status"] = json!("KEY_REJECTED");
        }
    }),
    failed("maintenance-checks.key-busy", |key| {
        if key["status"] == "RATE_LIMITED" {
            key["status"] = json!("UNREACHABLE");
        }
    }),
    failed("maintenance-checks.failed-key", |key| {
        if key["connections"] == 2 {
            key["connections"] = json!(1);
        }
    }),
    // One of the two that hold a key has none of it.
    seen("maintenance-checks.holders", |connection| {
        if connection["status"] == "KEY_REJECTED" && connection["sameKey"] == 1 {
            connection["lastCheckedAt"] = json!("2020-01-01T00:00:00Z");
        }
    }),
    otherwise("maintenance-checks.each-once", |wire, asked| {
        if asked.is(RUN) {
            wire.send(&asked);
        }
        wire.send(&asked)
    })
    .along_with(&["maintenance-checks.running"]),
    failed("maintenance-checks.no-hint", |key| {
        if key["accountLabel"].is_null() {
            key["accountLabel"] = json!("…qxzj");
        }
    }),
];

/// A server whose report is another than what it found.
const fn found(rule: &'static str, change: fn(&mut Value)) -> Break {
    Break::new(rule, How::Reporting(change))
}

/// A server whose report has other steps.
const fn changed(rule: &'static str, change: fn(&mut Value)) -> Break {
    Break::new(rule, How::Stepping(change))
}

/// A server whose report has other keys.
const fn failed(rule: &'static str, change: fn(&mut Value)) -> Break {
    Break::new(rule, How::Failing(change))
}

/// The report before the first run.
fn never_run() -> Value {
    json!({
        "startedAt": null,
        "checkedAt": null,
        "running": null,
        "steps": [],
        "keys": { "accepted": 0, "failed": [] },
        "versions": { "plugin": "1", "jira": "1", "runtime": "1", "database": "1" },
    })
}
