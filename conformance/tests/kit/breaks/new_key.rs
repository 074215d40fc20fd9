//! Keys that new connections begin with.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Break, asking, otherwise};
use crate::proxy::{Answered, Asked, Wire};

const NOWHERE: &str = "conformance-nowhere";

pub const BREAKS: &[Break] = &[
    creating("new-key.unverified", |body, answered| {
        if body["apiKey"].is_string() && body["verify"] == false {
            answered.edit(|body| body["status"] = json!("CONNECTED"));
        }
    }),
    creating("new-key.accepted", |body, answered| {
        if body["apiKey"].is_string() && answered.json()["status"] == "CONNECTED" {
            answered.edit(|body| body["status"] = json!("UNVERIFIED"));
        }
    }),
    creating("new-key.malformed", |_, answered| {
        if answered.json()["code"] == "KEY_MALFORMED" {
            answered.edit(|body| body["code"] = json!("KEY_REJECTED"));
        }
    }),
    otherwise("new-key.refused", |wire, asked| {
        made_all_the_same(wire, &asked, |body, answered| {
            body["apiKey"].is_string() && answered.json()["code"] == "KEY_REJECTED"
        })
    }),
    creating("new-key.unreachable", |_, answered| {
        if answered.json()["code"] == "TESTIO_UNREACHABLE" {
            answered.edit(|body| body["code"] = json!("TESTIO_RATE_LIMITED"));
        }
    }),
    creating("new-key.busy", |_, answered| answered.drop_header("retry-after")),
    asking("new-key.label", |asked| {
        if asked.is("POST /connections") && asked.json()["apiKey"].is_null() {
            asked.edit(|body| {
                if body["accountLabel"]
                    .as_str()
                    .is_some_and(|label| label.starts_with(' '))
                {
                    body.as_object_mut().unwrap().remove("accountLabel");
                }
            });
        }
    }),
    asking("new-key.bad-label", |asked| {
        if asked.is("POST /connections") {
            asked.edit(|body| {
                if body["accountLabel"]
                    .as_str()
                    .is_some_and(|label| label.len() == 61)
                {
                    body["accountLabel"] = json!("x".repeat(60));
                }
            });
        }
    }),
    creating("new-key.of-another", |body, answered| {
        if answered.status == 201 && body["keyOf"].is_string() && body["keyOf"] != "global" {
            answered.edit(|body| body["keyHint"] = json!("0000"));
        }
    }),
    creating("new-key.of-global", |body, answered| {
        if answered.status == 201 && body["keyOf"] == "global" {
            answered.edit(|body| body["keyHint"] = json!("0000"));
        }
    }),
    creating("new-key.label-of-another", |body, answered| {
        if answered.status == 201 && body["keyOf"].is_string() && body["accountLabel"].is_null() {
            answered.edit(|body| body["accountLabel"] = Value::Null);
        }
    }),
    asking("new-key.no-label", |asked| {
        if asked.is("POST /connections") && asked.json()["accountLabel"] == "" {
            asked.edit(|body| {
                body.as_object_mut().unwrap().remove("accountLabel");
            });
        }
    }),
    creating("new-key.of-accepted", |body, answered| {
        if body["keyOf"].is_string() && answered.json()["status"] == "CONNECTED" {
            answered.edit(|body| body["status"] = json!("UNVERIFIED"));
        }
    }),
    creating("new-key.of-refused", |body, answered| {
        if body["keyOf"].is_string() && answered.status == 422 {
            answered.edit(|body| body["errors"] = json!({ "apiKey": "Broken on purpose." }));
        }
    }),
    otherwise("new-key.source-stays", |wire, asked| {
        let answered = wire.send(&asked);
        if let (422, Some(source)) = (answered.status, asked.json()["keyOf"].as_str()) {
            let test = format!("/connections/{source}/test");
            wire.send(&asked.also(Method::POST, &test, &json!({})));
        }
        answered
    }),
    creating("new-key.of-nothing", |body, answered| {
        if body["keyOf"].is_string() && answered.json()["code"] == "KEY_MISSING" {
            answered.become_error(404, "CONNECTION_NOT_FOUND");
        }
    }),
    creating("new-key.exists-first", |body, answered| {
        if body["keyOf"] == NOWHERE && answered.json()["code"] == "CONNECTION_EXISTS" {
            answered.become_error(409, "KEY_MISSING");
        }
    }),
    asking("new-key.both", |asked| {
        if asked.is("POST /connections") && asked.fields() == ["apiKey", "keyOf", "projectId"] {
            asked.edit(|body| {
                body.as_object_mut().unwrap().remove("keyOf");
                body["verify"] = json!(false);
            });
        }
    }),
    otherwise("new-key.not-asked", |wire, asked| {
        if asked.is("POST /connections") && asked.json()["verify"] == false {
            let key = json!({ "apiKey": "0123456789abcdef" });
            wire.send(&asked.also(Method::POST, "/connections/global/test", &key));
        }
        wire.send(&asked)
    }),
];

/// A server that answers something else to who asks for a new connection. Gives what was asked for.
const fn creating(rule: &'static str, change: fn(&Value, &mut Answered)) -> Break {
    Break::new(rule, super::How::Creating(change))
}

/// Shows a connection of the project once, although it was refused.
fn made_all_the_same(wire: &Wire, asked: &Asked, applies: fn(&Value, &Answered) -> bool) -> Answered {
    let mut answered = wire.send(asked);
    if asked.is("POST /connections") && applies(&asked.json(), &answered) {
        wire.note("made", "all the same");
    } else if asked.is("GET /projects/*/effective-connection") && wire.take("made").is_some() {
        answered.edit(|body| body["source"] = json!("PROJECT"));
    }
    answered
}
