//! Entity tags and conditions.

use serde_json::json;

use super::{Break, answering, asking, otherwise};

pub const BREAKS: &[Break] = &[
    answering("versions.tag", |asked, answered| {
        if asked.is("GET /connections/*") && !answered.header("etag").is_empty() {
            answered.set("etag", "\"another\"");
        }
    }),
    answering("versions.new-version", |_, answered| {
        if answered.json()["version"].is_number() {
            answered.edit(|body| body["version"] = json!(1));
        } else if answered.json()["current"].is_object() {
            answered.edit(|body| body["current"]["version"] = json!(1));
        }
    }),
    answering("versions.of-answer", |asked, answered| {
        if asked.is("PUT /connections/*") && answered.status == 200 {
            answered.edit(|body| body["version"] = json!(1));
        }
    }),
    asking("versions.required", |asked| {
        if asked.is("DELETE /connections/*/key") && asked.header("if-match").is_none() {
            asked.set("if-match", "*");
        }
    }),
    asking("versions.stale", |asked| {
        if asked.is("DELETE /connections/*/key") && asked.header("if-match").is_some() {
            asked.set("if-match", "*");
        }
    }),
    answering("versions.current", |_, answered| {
        if answered.status == 412 {
            answered.edit(|body| body["current"]["accountLabel"] = json!("Outdated"));
        }
    }),
    asking("versions.any", |asked| {
        if asked.is("PUT /connections/*") && asked.header("if-match") == Some("*") {
            asked.set("if-match", "\"none\"");
        }
    }),
    asking("versions.weak", |asked| {
        if asked.header("if-match").is_some_and(|tag| tag.starts_with("W/")) {
            asked.set("if-match", "\"none\"");
        }
    }),
    otherwise("versions.same-version", |wire, mut asked| {
        if let Some(version) = asked.header("if-match").and_then(|tag| tag.strip_suffix("000\"")) {
            let tag = format!("{version}\"");
            asked.set("if-match", &tag);
        }
        let mut answered = wire.send(&asked);
        let version = answered.json()["version"].as_u64();
        if let (true, Some(version)) = (asked.is("GET /connections/*"), version) {
            let read = wire.take("read").is_none();
            if read {
                wire.note("read", "once");
            }
            let version = if read { version } else { version * 1000 };
            answered.set("etag", &format!("\"{version}\""));
            answered.edit(|body| body["version"] = json!(version));
        }
        answered
    })
    .along_with(&[
        "versions.required",
        "versions.stale",
        "versions.current",
        "versions.tag",
    ]),
];
