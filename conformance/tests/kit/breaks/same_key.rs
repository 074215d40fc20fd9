//! Connections with the same key, and changes of all of them.

use serde_json::{Value, json};

use super::keys::asks_test_io;
use super::updates::half;
use super::{Break, answering, asking, otherwise, seen};
use crate::proxy::{Answered, Asked};

pub const BREAKS: &[Break] = &[
    seen("same-key.counted", |body| {
        if body["sameKey"] == 2 {
            body["sameKey"] = json!(1);
        }
    }),
    seen("same-key.version", |body| {
        if body["sameKey"] == 1 {
            add_one(&mut body["version"]);
        }
    }),
    answering("same-key.global", |asked, answered| {
        if asked.is("GET /connections/global") {
            answered.edit(|body| body["sameKey"] = json!(0));
        }
    }),
    asking("everywhere.key", |asked| {
        if is_everywhere(asked, &["apiKey", "everywhere", "verify"]) {
            alone(asked);
        }
    })
    .along_with(&["everywhere.global"]),
    asking("everywhere.label", |asked| {
        if is_everywhere(asked, &["accountLabel", "everywhere"]) {
            alone(asked);
        }
    }),
    seen("everywhere.as-if-saved", |body| {
        if body["accountLabel"] == "Conformance, everywhere" {
            body["keySavedAt"] = json!("2020-01-01T00:00:00Z");
        }
    }),
    asking("everywhere.not-alone", |asked| {
        if asked.is("PUT /connections/*") && asked.json()["everywhere"] == false {
            asked.edit(|body| body["everywhere"] = json!(true));
        }
    }),
    otherwise("everywhere.none", |wire, asked| {
        let partly = asked.json()["accountLabel"] == "Partly";
        half(wire, &asked, partly && asked.json()["apiKey"] == "••••••")
    }),
    otherwise("everywhere.none-refused", |wire, asked| {
        let partly = asked.json()["accountLabel"] == "Partly";
        let is_key = asked.json()["apiKey"].as_str().is_some_and(|key| key.len() == 40);
        half(wire, &asked, partly && is_key)
    }),
    otherwise("everywhere.asked-once", |wire, asked| {
        asks_test_io(wire, &asked, asked.fields() == ["apiKey", "everywhere"])
    }),
    otherwise("everywhere.global", |wire, asked| {
        let mut answered = wire.send(&asked);
        if is_everywhere(&asked, &["apiKey", "everywhere", "verify"]) {
            wire.note("global", "was switched on");
        } else if asked.is("GET /connections/global") && wire.recall("global").is_some() {
            answered.edit(|body| body["active"] = json!(true));
        }
        answered
    }),
    otherwise("everywhere.no-key", |wire, asked| {
        let mut answered = wire.send(&asked);
        if is_everywhere(&asked, &["accountLabel", "everywhere"]) && answered.json()["hasKey"] == false {
            wire.note("spread", "it was");
        } else if asked.is("GET /connections/*") && wire.recall("spread").is_some() {
            answered.edit(|body| {
                if body["hasKey"] == false {
                    body["accountLabel"] = json!("Spread");
                }
            });
        }
        answered
    }),
    asking("everywhere.nothing-given", |asked| {
        if is_everywhere(asked, &["everywhere"]) {
            asked.edit(|body| body["accountLabel"] = json!("Spread"));
        }
    }),
    answering("everywhere.answer", |asked, answered| {
        if is_everywhere(asked, &["accountLabel", "everywhere"]) && answered.status == 200 {
            answered.edit(|body| body["sameKey"] = json!(0));
        }
    }),
    asking("seen.stale", |asked| {
        if asked.json()["sameKey"].is_number() && asked.json()["accountLabel"] == "Partly" {
            asked.edit(|body| {
                body.as_object_mut().unwrap().remove("sameKey");
            });
        }
    }),
    answering("seen.right", |asked, answered| {
        if asked.json()["sameKey"].is_number() && answered.status == 200 {
            answered.become_error(409, "KEY_MISSING");
        }
    }),
    answering("seen.before-key", |asked, answered| {
        if asked.json()["sameKey"].is_number() && asked.json()["apiKey"] == "••••••" {
            malformed(answered);
        }
    }),
    answering("seen.after-condition", |asked, answered| {
        if asked.json()["sameKey"].is_number() && answered.status == 428 {
            answered.become_error(409, "KEY_MISSING");
        }
    }),
    asking("seen.alone", |asked| {
        if asked.json()["sameKey"].is_number() && asked.json()["everywhere"] != true {
            asked.edit(|body| {
                body.as_object_mut().unwrap().remove("sameKey");
            });
        }
    }),
];

fn is_everywhere(asked: &Asked, fields: &[&str]) -> bool {
    asked.is("PUT /connections/*") && asked.json()["everywhere"] == true && asked.fields() == fields
}

fn alone(asked: &mut Asked) {
    asked.edit(|body| body["everywhere"] = json!(false));
}

fn add_one(count: &mut Value) {
    *count = json!(count.as_u64().unwrap_or_default() + 1);
}

fn malformed(answered: &mut Answered) {
    answered.become_error(422, "KEY_MALFORMED");
    answered.edit(|body| body["errors"]["apiKey"] = json!("Broken on purpose."));
}
