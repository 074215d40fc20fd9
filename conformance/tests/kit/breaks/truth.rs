//! What is shown: the status, which connection applies, and the summary.

use serde_json::{Value, json};

use super::lists::on_first_page;
use super::{Break, answering, otherwise, seen};
use crate::harness::GONE_PROJECT;
use crate::proxy::{Answered, Asked};

const EFFECTIVE: &str = "GET /projects/*/effective-connection";

pub const BREAKS: &[Break] = &[
    answering("status.unavailable", |asked, answered| {
        on_first_page(asked, answered, |connection| {
            if connection["status"] == "PROJECT_UNAVAILABLE" {
                connection["status"] = json!("CONNECTED");
            }
        });
    }),
    answering("status.key-missing", |asked, answered| {
        on_first_page(asked, answered, |connection| {
            if connection["status"] == "KEY_MISSING" {
                connection["status"] = json!("UNVERIFIED");
            }
        });
    }),
    answering("status.never-inactive", |asked, answered| {
        on_first_page(asked, answered, |connection| {
            if connection["status"] == "UNVERIFIED" {
                connection["status"] = json!("INACTIVE");
            }
        });
    }),
    answering("status.never-asked", |asked, answered| {
        on_first_page(asked, answered, |connection| {
            if connection["status"] == "CONNECTED" {
                connection["lastCheckedAt"] = Value::Null;
            }
        });
    }),
    answering("status.global", |asked, answered| {
        if asked.is("GET /connections/global") && answered.status == 200 {
            answered.edit(|body| {
                let inactive = body["status"] == "INACTIVE";
                body["status"] = json!(if inactive { "CONNECTED" } else { "INACTIVE" });
            });
        }
    }),
    answering("since.changed", |asked, answered| {
        if !answered.json().is_null() && !asked.path.starts_with("/maintenance/") {
            answered.edit(long_since);
        }
    }),
    seen("since.kept", |body| {
        let second = body["version"].as_u64().unwrap_or_default() % 60;
        body["statusSince"] = json!(format!("2035-01-01T00:00:{second:02}Z"));
    }),
    answering("effective.own", |asked, answered| {
        if asked.is(EFFECTIVE) && answered.json()["source"] == "PROJECT" {
            answered.edit(|body| body["connection"]["accountLabel"] = json!("Other"));
        }
    }),
    answering("effective.own-without-key", |asked, answered| {
        if answered.json()["connection"]["hasKey"] == false {
            uses_none(asked, answered);
        }
    }),
    answering("effective.own-refused", |asked, answered| {
        if answered.json()["connection"]["status"] == "KEY_REJECTED" {
            uses_none(asked, answered);
        }
    }),
    otherwise("effective.otherwise", |wire, asked| {
        let mut answered = wire.send(&asked);
        if asked.is("POST /connections") {
            wire.note(asked.json()["projectId"].as_str().unwrap_or_default(), "had one");
        } else if wire.recall(project(&asked)).is_none() && answered.json()["source"] == "NONE" {
            uses_global(&mut answered);
        }
        answered
    }),
    otherwise("effective.after-deletion", |wire, asked| {
        let mut answered = wire.send(&asked);
        if asked.is("POST /connections") {
            wire.note(asked.json()["projectId"].as_str().unwrap_or_default(), "had one");
        } else if wire.recall(project(&asked)).is_some() && answered.json()["source"] == "NONE" {
            uses_global(&mut answered);
        }
        answered
    }),
    answering("effective.unknown", |asked, answered| {
        if asked.is("GET /projects/conformance-nowhere/effective-connection") {
            answered.become_error(404, "CONNECTION_NOT_FOUND");
        }
    }),
    answering("effective.gone", |asked, answered| {
        if project(asked) == GONE_PROJECT {
            answered.become_json(200, &json!({ "source": "NONE", "connection": null }));
        }
    }),
    summary("agreement.connections", |summary| {
        add(&mut summary["connections"]["total"], 1);
    }),
    summary("agreement.statuses", |summary| {
        add(&mut summary["connections"]["byStatus"]["KEY_MISSING"], -1);
        add(&mut summary["connections"]["byStatus"]["UNVERIFIED"], 1);
    }),
    summary("agreement.accounts", |summary| {
        add(&mut summary["accounts"][0]["connections"], 1);
    }),
    summary("agreement.accounts-sorted", |summary| {
        summary["accounts"].as_array_mut().unwrap().reverse();
    }),
    summary("agreement.projects", |summary| {
        add(&mut summary["projects"]["own"], -1);
        add(&mut summary["projects"]["none"], 1);
    }),
    summary("agreement.projects-add-up", |summary| {
        let none = summary["projects"]["none"].take();
        summary["projects"]["none"] = summary["projects"]["global"].take();
        summary["projects"]["global"] = none;
    }),
    answering("agreement.connection-of-project", |asked, answered| {
        if asked.is("GET /projects") && asked.parameter("query").is_some() {
            answered.edit_values(|project| project["connectionId"] = Value::Null);
        }
    }),
    answering("agreement.gone-project", |asked, answered| {
        if asked.is("GET /projects") && answered.status == 200 {
            answered.edit(|page| {
                page["values"][0]["id"] = json!(GONE_PROJECT);
            });
        }
    }),
];

/// Shows every connection as if it had always had its status.
fn long_since(value: &mut Value) {
    if let Some(fields) = value.as_object_mut() {
        if let Some(since) = fields.get_mut("statusSince") {
            *since = json!("2020-01-01T00:00:00Z");
        }
        fields.values_mut().for_each(long_since);
    } else if let Some(values) = value.as_array_mut() {
        values.iter_mut().for_each(long_since);
    }
}

/// A server that counts wrongly.
const fn summary(rule: &'static str, change: fn(&mut Value)) -> Break {
    Break::new(rule, super::How::Counting(change))
}

fn add(count: &mut Value, more: i64) {
    *count = json!(count.as_i64().unwrap_or_default() + more);
}

/// The project whose effective connection is asked for.
fn project(asked: &Asked) -> &str {
    match asked.is(EFFECTIVE) {
        true => asked.path.split('/').nth(2).unwrap_or_default(),
        false => "",
    }
}

fn uses_none(asked: &Asked, answered: &mut Answered) {
    if asked.is(EFFECTIVE) {
        answered.become_json(200, &json!({ "source": "NONE", "connection": null }));
    }
}

fn uses_global(answered: &mut Answered) {
    answered.edit(|body| body["source"] = json!("GLOBAL"));
}
