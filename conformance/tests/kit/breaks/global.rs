//! The Global connection.

use serde_json::{Value, json};

use super::{Break, answering, otherwise};
use crate::proxy::{Answered, Asked};

pub const BREAKS: &[Break] = &[
    answering("global.stays", |asked, answered| {
        if asked.is("DELETE /connections/global") && asked.header("if-match").is_some() {
            answered.become_error(404, "CONNECTION_NOT_FOUND");
        }
    }),
    answering("global.stays-without-condition", |asked, answered| {
        if asked.is("DELETE /connections/global") && asked.header("if-match").is_none() {
            answered.become_error(428, "PRECONDITION_REQUIRED");
        }
    }),
    answering("global.first-key", |asked, answered| {
        if is_key_alone(asked) && answered.json()["active"] == true {
            answered.edit(|body| body["active"] = json!(false));
        }
    }),
    answering("global.first-key-off", |asked, answered| {
        if asked.is("PUT /connections/global") && asked.fields() == ["active", "apiKey", "verify"] {
            answered.edit(|body| body["active"] = json!(true));
        }
    }),
    answering("global.later-key", |asked, answered| {
        if is_key_alone(asked) && answered.json()["active"] == false {
            answered.edit(|body| body["active"] = json!(true));
        }
    }),
    answering("global.off-keeps-key", |asked, answered| {
        if asked.is("PUT /connections/global") && asked.json() == json!({ "active": false }) {
            answered.edit(|body| body["hasKey"] = json!(false));
        }
    }),
    answering("global.on-again", |asked, answered| {
        if is_switched_on(asked) && answered.status == 200 {
            answered.edit(|body| body["active"] = json!(false));
        }
    }),
    answering("global.on-without-key", |asked, answered| {
        if is_switched_on(asked) && answered.status == 409 {
            answered.become_error(400, "INVALID_REQUEST");
        }
    }),
    answering("global.version-before-state", |asked, answered| {
        if is_switched_on(asked) && answered.status == 412 {
            answered.become_error(409, "KEY_MISSING");
        }
    }),
    answering("global.key-removed", |asked, answered| {
        if asked.is("DELETE /connections/global/key") && answered.status == 200 {
            answered.edit(|body| body["active"] = json!(true));
        }
    }),
    otherwise("global.refused-key", |wire, asked| {
        let mut answered = wire.send(&asked);
        if asked.is("PUT /connections/global") && answered.status == 422 {
            wire.note("on", "by a refused key");
        } else if asked.is("GET /connections/global") && wire.take("on").is_some() {
            switch_on(&mut answered);
        }
        answered
    }),
    otherwise("global.test-leaves-switch", |wire, asked| {
        let mut answered = wire.send(&asked);
        if asked.is("POST /connections/global/test") {
            wire.note("on", "by a test");
        } else if asked.is("GET /connections/global") && wire.take("on").is_some() {
            switch_on(&mut answered);
        }
        answered
    }),
    answering("global.applies", |_, answered| {
        if answered.json()["source"] == "GLOBAL" {
            answered.become_json(200, &json!({ "source": "NONE", "connection": Value::Null }));
        }
    }),
];

fn is_key_alone(asked: &Asked) -> bool {
    asked.is("PUT /connections/global") && asked.fields() == ["apiKey", "verify"]
}

fn is_switched_on(asked: &Asked) -> bool {
    asked.is("PUT /connections/global") && asked.json() == json!({ "active": true })
}

fn switch_on(answered: &mut Answered) {
    answered.edit(|body| body["active"] = json!(true));
}
