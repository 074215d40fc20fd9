//! Clearing the data.

use serde_json::json;

use super::{Break, answering, otherwise};
use crate::proxy::Asked;

pub const BREAKS: &[Break] = &[
    answering("data.confirm", |asked, answered| {
        if is_clearing(asked) && answered.status == 400 && asked.json()["confirm"] == "clear" {
            answered.edit(|body| body["errors"] = json!({}));
        }
    }),
    answering("data.form", |asked, answered| {
        if is_clearing(asked) && asked.json()["confirm"].is_boolean() {
            answered.become_error(415, "UNSUPPORTED_MEDIA_TYPE");
        }
    }),
    answering("data.counted", |asked, answered| {
        if is_clearing(asked) && answered.json()["connections"] != 0 {
            answered.edit(|body| {
                if body["connections"].is_number() {
                    body["connections"] = json!(0);
                }
            });
        }
    }),
    answering("data.connections", |asked, answered| {
        if asked.is("GET /accounts") && answered.json()["total"] == 0 {
            answered.edit(|body| body["total"] = json!(1));
        }
    }),
    otherwise("data.global", |wire, asked| {
        let mut answered = wire.send(&asked);
        if is_clearing(&asked) && answered.status == 200 {
            wire.note("cleared", "yes");
        } else if asked.is("GET /connections/global") && wire.take("cleared").is_some() {
            answered.edit(|body| body["accountLabel"] = json!("Still there"));
        }
        answered
    }),
    otherwise("data.version", |wire, asked| {
        let mut answered = wire.send(&asked);
        if is_clearing(&asked) && answered.status == 200 {
            if let Some(version) = wire.recall("version") {
                wire.note("again", &version);
            }
        } else if asked.is("GET /connections/global") {
            match wire.take("again") {
                Some(version) => answered.edit(|body| body["version"] = version.parse().unwrap()),
                None => wire.note("version", &answered.json()["version"].to_string()),
            }
        }
        answered
    }),
    otherwise("data.jobs", |wire, asked| {
        let mut answered = wire.send(&asked);
        if is_clearing(&asked) && answered.status == 200 {
            wire.note("cleared", "yes");
        } else if asked.is("GET /maintenance/jobs") && wire.take("cleared").is_some() {
            answered.edit(|body| body["jobs"][0]["notify"] = json!(true));
        }
        answered
    }),
    otherwise("data.report", |wire, asked| {
        let mut answered = wire.send(&asked);
        if asked.is("POST /maintenance/checks") && answered.status == 200 {
            wire.note("report", &answered.json()["startedAt"].to_string());
        } else if is_clearing(&asked) && answered.status == 200 {
            if let Some(report) = wire.take("report") {
                wire.note("kept", &report);
            }
        } else if asked.is("GET /maintenance/checks")
            && let Some(report) = wire.take("kept")
        {
            answered.edit(|body| body["startedAt"] = report.parse().unwrap());
        }
        answered
    }),
    otherwise("data.log-stays", |wire, asked| {
        let mut answered = wire.send(&asked);
        if is_clearing(&asked) && answered.status == 200 {
            wire.note("cleared", "yes");
        } else if asked.is("GET /maintenance/logs") && wire.take("cleared").is_some() {
            answered.edit(|body| body["total"] = json!(0));
        }
        answered
    }),
    answering("data.nothing-stored", |asked, answered| {
        if is_clearing(asked) && answered.json()["connections"] == 0 {
            answered.edit(|body| body["connections"] = json!(1));
        }
    }),
];

fn is_clearing(asked: &Asked) -> bool {
    asked.is("DELETE /maintenance/data")
}
