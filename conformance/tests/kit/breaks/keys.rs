//! Keys: their form, what is stored, and what Test IO says of them.

use reqwest::Method;
use serde_json::{Value, json};

use super::updates::half;
use super::{Break, answering, asking, otherwise, seen};
use crate::proxy::{Answered, Asked, Wire};

pub const BREAKS: &[Break] = &[
    asking("key-form.blank", |asked| {
        stored(asked, |key| {
            if key.is_empty() {
                "0123456789abcdef".to_owned()
            } else {
                key
            }
        });
    }),
    asking("key-form.masked", |asked| {
        stored(asked, |key| key.replace("9*b", "9ab"));
    }),
    asking("key-form.control-character", |asked| {
        stored(asked, |key| key.replace('\n', ""));
    }),
    asking("key-form.too-long", |asked| {
        stored(asked, |key| key.chars().take(256).collect());
    }),
    asking("key-form.longest", |asked| {
        stored(asked, |key| if key.len() == 256 { "x".repeat(257) } else { key });
    }),
    answering("key-form.trimmed", |asked, answered| {
        if asked.json()["apiKey"]
            .as_str()
            .is_some_and(|key| key.ends_with(' '))
        {
            answered.edit(|body| body["keyHint"] = json!("f   "));
        }
    }),
    answering("key-form.tested", |asked, answered| {
        if asked.is("POST /connections/*/test") && asked.json()["apiKey"] == "" {
            answered.become_json(200, &result("REJECTED"));
        }
    }),
    answering("keys.unverified", |asked, answered| {
        if asked.is("PUT /connections/*") && asked.json()["verify"] == false && answered.status == 200 {
            answered.edit(|body| body["status"] = json!("CONNECTED"));
        }
    }),
    seen("keys.hint", |body| {
        if body["version"] == 2 && body["keyHint"].is_string() {
            body["keyHint"] = json!("0000");
        }
    }),
    seen("keys.no-hint", |body| {
        if body["hasKey"] == true && body["keyHint"].is_null() {
            body["keyHint"] = json!("0000");
        }
    }),
    seen("keys.saved-by", |body| {
        if body["hasKey"] == true {
            body["keySavedBy"] = json!({ "displayName": "Somebody else" });
        }
    }),
    answering("keys.accepted", |asked, answered| {
        if asked.is("PUT /connections/*") && answered.json()["status"] == "CONNECTED" {
            answered.edit(|body| body["status"] = json!("UNVERIFIED"));
        }
    }),
    asking("keys.verified-by-default", |asked| {
        if asked.json()["verify"] == true {
            asked.edit(|body| body["verify"] = json!(false));
        }
    }),
    answering("keys.refused", |_, answered| {
        if answered.json()["code"] == "KEY_REJECTED" {
            answered.edit(|body| body["code"] = json!("KEY_MALFORMED"));
        }
    }),
    answering("keys.no-401-of-test-io", |asked, answered| {
        if asked.is("POST /connections/*/test") {
            answered.become_error(401, "KEY_REJECTED");
        }
    }),
    seen("keys.replaced", |body| {
        if body["version"] == 3 && body["status"] == "UNVERIFIED" {
            body["productCount"] = json!(12);
        }
    }),
    answering("keys.removed", |asked, answered| {
        if asked.is("DELETE /connections/*/key") && answered.status == 200 {
            answered.edit(|body| body["accountLabel"] = Value::Null);
        }
    }),
    answering("keys.removed-twice", |asked, answered| {
        // Nothing but the creation has happened to it.
        if asked.is("DELETE /connections/*/key") && answered.json()["version"] == 1 {
            answered.become_error(409, "KEY_MISSING");
        }
    }),
    answering("keys.removed-nowhere", |asked, answered| {
        if asked.is("DELETE /connections/conformance-nowhere/key") {
            answered.become_error(404, "PROJECT_NOT_FOUND");
        }
    }),
    answering("checks.given-accepted", |asked, answered| {
        if is_given(asked) && answered.json()["outcome"] == "ACCEPTED" {
            answered.become_json(200, &result("UNREACHABLE"));
        }
    }),
    answering("checks.given-refused", |asked, answered| {
        if is_given(asked) && answered.json()["outcome"] == "REJECTED" {
            answered.become_json(200, &result("UNREACHABLE"));
        }
    }),
    otherwise("checks.given-is-forgotten", |wire, asked| {
        let answered = wire.send(&asked);
        if is_given(&asked) {
            let connection = asked.path.trim_end_matches("/test");
            let key = json!({ "apiKey": asked.json()["apiKey"], "verify": false });
            wire.send(&asked.also(Method::PUT, connection, &key));
        }
        answered
    }),
    seen("checks.stored-accepted", |body| {
        if body["status"] == "CONNECTED" {
            body["status"] = json!("UNVERIFIED");
        }
    }),
    seen("checks.stored-refused", |body| {
        if body["status"] == "KEY_REJECTED" {
            body["status"] = json!("CONNECTED");
        }
    }),
    seen("checks.remembered", |body| body["lastCheckedAt"] = Value::Null),
    // The version of its second change is that of all that follow.
    seen("checks.new-version", |body| {
        if body["version"].as_u64() > Some(2) {
            body["version"] = json!(2);
        }
    }),
    answering("checks.no-key", |asked, answered| {
        if asked.is("POST /connections/*/test") && answered.status == 409 {
            answered.become_error(422, "KEY_MALFORMED");
        }
    }),
    answering("checks.unknown", |asked, answered| {
        if asked.is("POST /connections/*/test") && answered.status == 404 {
            answered.become_error(404, "PROJECT_NOT_FOUND");
        }
    }),
    answering("test-io.products", |asked, answered| {
        if asked.is("PUT /connections/*") && answered.json()["productCount"] == 12 {
            answered.edit(|body| body["products"].as_array_mut().unwrap().reverse());
        }
    }),
    answering("test-io.unreachable", |_, answered| {
        if answered.json()["code"] == "TESTIO_UNREACHABLE" {
            answered.edit(|body| body["code"] = json!("TESTIO_RATE_LIMITED"));
        }
    }),
    answering("test-io.busy", |_, answered| {
        if answered.json()["code"] == "TESTIO_RATE_LIMITED" {
            answered.edit(|body| body["code"] = json!("TESTIO_UNREACHABLE"));
        }
    }),
    answering("test-io.retry-after", |_, answered| {
        answered.drop_header("retry-after")
    }),
    otherwise("test-io.key-stays", |wire, asked| {
        half(wire, &asked, asked.json()["accountLabel"] == "Half")
    }),
    answering("test-io.test-unreachable", |_, answered| {
        if answered.json()["outcome"] == "UNREACHABLE" {
            answered.edit(|body| body["outcome"] = json!("REJECTED"));
        }
    }),
    seen("test-io.products-stay", |body| {
        if body["status"] == "KEY_REJECTED" {
            body["products"] = json!([]);
        }
    }),
    answering("test-io.test-busy", |_, answered| {
        if answered.json()["outcome"] == "RATE_LIMITED" {
            answered.become_json(200, &result("RATE_LIMITED"));
        }
    }),
    otherwise("test-io.not-asked-for-malformed", |wire, asked| {
        asks_test_io(wire, &asked, asked.json()["apiKey"] == "••••")
    }),
    otherwise("test-io.not-asked-for-unverified", |wire, asked| {
        asks_test_io(wire, &asked, asked.json()["verify"] == false)
    }),
    otherwise("test-io.not-asked-for-label", |wire, asked| {
        asks_test_io(wire, &asked, asked.fields() == ["accountLabel"])
    }),
    asking("test-io.trimmed", |asked| {
        stored(
            asked,
            |key| if key.starts_with(' ') { "-".repeat(40) } else { key },
        );
    }),
];

/// Takes another key than the one given.
fn stored(asked: &mut Asked, change: fn(String) -> String) {
    if let (true, Some(key)) = (asked.is("PUT /connections/*"), asked.json()["apiKey"].as_str()) {
        let key = change(key.to_owned());
        asked.edit(|body| body["apiKey"] = json!(key));
    }
}

fn is_given(asked: &Asked) -> bool {
    asked.is("POST /connections/*/test") && asked.json()["apiKey"].is_string()
}

/// The result of a test without products.
fn result(outcome: &str) -> Value {
    json!({
        "outcome": outcome,
        "products": [],
        "productCount": 0,
        "checkedAt": "2026-05-03T09:15:00Z",
        "durationMs": 1,
    })
}

/// Asks Test IO before anything else.
pub fn asks_test_io(wire: &Wire, asked: &Asked, applies: bool) -> Answered {
    if applies && asked.is("PUT /connections/*") {
        let test = format!("{}/test", asked.path);
        wire.send(&asked.also(Method::POST, &test, &json!({ "apiKey": "0123456789abcdef" })));
    }
    wire.send(asked)
}
