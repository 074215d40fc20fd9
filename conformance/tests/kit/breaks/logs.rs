//! The log.

use serde_json::{Value, json};

use super::{Break, answering, asking};
use crate::proxy::{Answered, Asked};

const LINES: &str = "GET /maintenance/logs";
const DOWNLOAD: &str = "GET /maintenance/logs/download";

pub const BREAKS: &[Break] = &[
    answering("logs.usual-range", |asked, answered| {
        if asked.is(LINES) && asked.parameter("from").is_none() && asked.parameter("to").is_some() {
            answered.edit(|body| body["from"] = json!("2026-05-03T00:00:00Z"));
        }
    }),
    answering("logs.range-told", |asked, answered| {
        if asked.is(LINES) && asked.parameter("from") == Some("2026-05-03T09:15:00Z") {
            answered.edit(|body| body["to"] = json!("2026-05-03T09:30:00Z"));
        }
    }),
    answering("logs.from-after-to", |_, answered| blame(answered, "from", "to")),
    answering("logs.too-long", |asked, answered| {
        if asked.is(DOWNLOAD) {
            blame(answered, "to", "from");
        }
    }),
    answering("logs.three-days", |asked, answered| {
        if asked.parameter("to") == Some("2026-05-06T00:00:00Z") {
            answered.become_error(400, "INVALID_REQUEST");
        }
    }),
    answering("logs.inside", |asked, answered| {
        lines_of_a_range(asked, answered, |lines| {
            if asked.parameter("plugin").is_none() && !is_instant(asked) {
                lines[0]["at"] = json!("2026-05-03T09:15:00Z");
            }
        });
    })
    .along_with(&["logs.ends-included"]),
    answering("logs.ends-included", |asked, answered| {
        if is_instant(asked) {
            answered.edit(|body| body["lines"] = json!([]));
        }
    }),
    answering("logs.oldest-first", |asked, answered| {
        lines_of_a_range(asked, answered, |lines| lines.reverse());
    })
    .along_with(&["logs.tail", "logs.download"]),
    answering("logs.tail", |asked, answered| {
        if asked.parameter("tail") == Some("1") && asked.parameter("from").is_some() {
            answered.edit(|body| body["lines"][0]["message"] = json!("Another one"));
        }
    }),
    answering("logs.total", |asked, answered| {
        if asked.parameter("tail") == Some("1") && asked.parameter("from").is_some() {
            answered.edit(|body| body["total"] = json!(1));
        }
    }),
    answering("logs.truncated", |asked, answered| {
        if asked.is(LINES) && answered.status == 200 {
            answered.edit(|body| body["truncated"] = json!(false));
        }
    }),
    asking("logs.plugin", |asked| asked.drop_parameter("plugin")),
    answering("logs.redacted", |asked, answered| {
        if asked.is(DOWNLOAD) {
            answered.text = answered.text.replace("[redacted]", "0123456789abcdef0123");
        }
    })
    .along_with(&["logs.bytes", "logs.download"]),
    answering("logs.bytes", |asked, answered| {
        if asked.is(LINES) && answered.status == 200 {
            answered.edit(|body| body["bytes"] = json!(1));
        }
    }),
    answering("logs.download", |asked, answered| {
        if asked.is(DOWNLOAD) {
            answered.text = answered.text.replace("a timeout", "something");
        }
    }),
];

/// Another field is blamed than the one that is to be.
fn blame(answered: &mut Answered, field: &str, other: &str) {
    if answered.json()["errors"][field].is_string() {
        answered.edit(|body| body["errors"] = json!({ other: "Broken on purpose." }));
    }
}

/// Whether it asks for what was written at one instant.
fn is_instant(asked: &Asked) -> bool {
    asked.is(LINES) && asked.parameter("from").is_some() && asked.parameter("from") == asked.parameter("to")
}

/// Changes lines, where there are two or more.
fn lines_of_a_range(asked: &Asked, answered: &mut Answered, change: impl FnOnce(&mut Vec<Value>)) {
    if !asked.is(LINES) {
        return;
    }
    let mut body = answered.json();
    if let Some(lines) = body["lines"].as_array_mut().filter(|lines| lines.len() > 1) {
        change(lines);
        answered.text = body.to_string();
    }
}
