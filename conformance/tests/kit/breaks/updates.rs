//! Changes, and the account label.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Break, answering, asking, otherwise};
use crate::proxy::{Answered, Asked, Wire};

pub const BREAKS: &[Break] = &[
    asking("updates.key-keeps-label", |asked| {
        let fields = asked.fields();
        let is_key_alone =
            fields.contains(&"apiKey".to_owned()) && !fields.contains(&"accountLabel".to_owned());
        if asked.is("PUT /connections/*") && is_key_alone {
            asked.edit(|body| body["accountLabel"] = json!(""));
        }
    }),
    otherwise("updates.label-keeps-key", |wire, asked| {
        let is_label_alone = asked.is("PUT /connections/*") && asked.fields() == ["accountLabel"];
        let had_label = is_label_alone && now(wire, &asked)["accountLabel"].is_string();
        let answered = wire.send(&asked);
        if had_label && answered.status == 200 {
            let key = format!("{}/key", asked.path);
            wire.send(&asked.also(Method::DELETE, &key, &Value::Null));
        }
        answered
    }),
    answering("updates.answer", |asked, answered| {
        if asked.is("PUT /connections/*") && answered.status == 200 {
            answered.edit(|body| body["updatedAt"] = json!("2026-01-01T00:00:00Z"));
        }
    }),
    otherwise("updates.twice", |wire, asked| {
        let label = asked.json()["accountLabel"].clone();
        let is_both = asked.is("PUT /connections/*") && asked.fields().len() == 3 && label.is_string();
        let again = is_both && now(wire, &asked)["accountLabel"] == label;
        let mut answered = wire.send(&asked);
        if again {
            answered.become_error(409, "KEY_MISSING");
        }
        answered
    }),
    answering("updates.who", |_, answered| {
        if answered.json()["updatedBy"].is_object() {
            answered.edit(|body| body["updatedBy"] = Value::Null);
        }
    }),
    asking("updates.active-is-globals", |asked| {
        if asked.is("PUT /connections/*") && asked.fields() == ["active"] {
            asked.text = json!({ "accountLabel": "" }).to_string();
        }
    }),
    otherwise("updates.malformed-key-stores-nothing", |wire, asked| {
        half(wire, &asked, asked.json()["apiKey"] == "••••")
    }),
    otherwise("updates.refused-key-stores-nothing", |wire, asked| {
        let is_refused = asked.json()["apiKey"].as_str().is_some_and(|key| key.len() == 40);
        half(
            wire,
            &asked,
            is_refused && asked.fields() == ["accountLabel", "apiKey"],
        )
    }),
    otherwise("updates.bad-label-stores-nothing", |wire, asked| {
        let body = asked.json();
        let is_long = body["accountLabel"]
            .as_str()
            .is_some_and(|label| label.len() == 61);
        if is_long && asked.is("PUT /connections/*") {
            let key = json!({ "apiKey": body["apiKey"], "verify": false });
            wire.send(&asked.also(Method::PUT, &asked.path, &key));
        }
        wire.send(&asked)
    }),
    otherwise("updates.active-stores-nothing", |wire, asked| {
        half(wire, &asked, asked.fields() == ["accountLabel", "active"])
    }),
    answering("updates.unknown", |asked, answered| {
        if asked.is("PUT /connections/*") && answered.status == 404 {
            answered.become_error(404, "PROJECT_NOT_FOUND");
        }
    }),
    asking("labels.stored", |asked| {
        label(asked, |label| label.replace("<b>", "&lt;b&gt;"));
    }),
    answering("labels.trimmed", |_, answered| {
        if answered.json()["accountLabel"] == "ACME  EU" {
            answered.edit(|body| body["accountLabel"] = json!("  ACME  EU "));
        }
    }),
    asking("labels.removed", |asked| {
        label(
            asked,
            |label| if label == "   " { "blank".to_owned() } else { label },
        );
    }),
    asking("labels.longest", |asked| {
        // Counted as Java counts.
        label(asked, |label| {
            if label.encode_utf16().count() > 60 {
                "x".repeat(61)
            } else {
                label
            }
        });
    }),
    asking("labels.too-long", |asked| {
        label(asked, |label| label.chars().take(60).collect());
    }),
    asking("labels.control-character", |asked| {
        label(asked, |label| label.replace('\u{7}', " "));
    }),
];

/// The connection of a request as it is now.
fn now(wire: &Wire, asked: &Asked) -> Value {
    wire.send(&asked.also(Method::GET, &asked.path, &Value::Null))
        .json()
}

/// Stores the label first, whatever becomes of the rest.
pub fn half(wire: &Wire, asked: &Asked, applies: bool) -> Answered {
    let mut rest = asked.clone();
    if applies && asked.is("PUT /connections/*") {
        let label = json!({ "accountLabel": asked.json()["accountLabel"] });
        wire.send(&asked.also(Method::PUT, &asked.path, &label));
        rest.set("if-match", "*");
    }
    wire.send(&rest)
}

/// Takes another label than the one given.
fn label(asked: &mut Asked, change: fn(String) -> String) {
    if let Some(label) = asked.json()["accountLabel"].as_str() {
        let label = change(label.to_owned());
        asked.edit(|body| body["accountLabel"] = json!(label));
    }
}
