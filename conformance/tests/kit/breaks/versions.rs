//! Entity tags and conditions.

use reqwest::Method;
use serde_json::json;

use super::{Break, answering, asking, otherwise};

pub const BREAKS: &[Break] = &[
    otherwise("versions.same-tag", |wire, mut asked| {
        if let Some((tag, _)) = asked.header("if-match").and_then(|tag| tag.split_once("-")) {
            let tag = format!("{tag}\"");
            asked.set("if-match", &tag);
        }
        let mut answered = wire.send(&asked);
        if asked.method == Method::GET && !answered.header("etag").is_empty() {
            let count: u32 = wire.take("count").map_or(0, |count| count.parse().unwrap()) + 1;
            wire.note("count", &count.to_string());
            let tag = format!("{}-{count}\"", answered.header("etag").trim_end_matches('"'));
            answered.set("etag", &tag);
        }
        answered
    })
    .along_with(&["versions.tag-of-answer", "versions.current"]),
    answering("versions.new-tag", |_, answered| {
        if answered.json()["version"].is_number() {
            answered.edit(|body| body["version"] = json!(1));
        } else if answered.json()["current"].is_object() {
            answered.edit(|body| body["current"]["version"] = json!(1));
        }
    }),
    answering("versions.tag-of-answer", |asked, answered| {
        if asked.is("PUT /connections/*") && answered.status == 200 {
            answered.set("etag", "\"0\"");
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
        if let Some(tag) = asked.header("if-match").and_then(|tag| tag.strip_prefix("W/")) {
            let tag = tag.to_owned();
            asked.set("if-match", &tag);
        }
    }),
    answering("versions.without-tags", |_, answered| {
        answered.drop_header("etag")
    }),
];
