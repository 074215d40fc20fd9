//! Rights, cross-site requests, the form of requests, and the order of the checks.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Break, answering, asking, otherwise};
use crate::proxy::{Answered, Asked};

const NOWHERE: &str = "conformance-nowhere";

pub const BREAKS: &[Break] = &[
    answering("access.login-to-read", |asked, answered| {
        if asked.is_anonymous() && asked.is("GET /projects") {
            answered.become_error(403, "FORBIDDEN");
        }
    }),
    otherwise("access.login-to-write", |wire, asked| {
        let answered = wire.send(&asked);
        if asked.is_anonymous() && asked.is("PUT /connections/*") {
            let mut stolen = asked.clone();
            stolen.set("cookie", &wire.recall("admin").unwrap());
            wire.send(&stolen);
        } else if answered.header("x-ausername") == "admin" {
            wire.note("admin", asked.header("cookie").unwrap());
        }
        answered
    }),
    answering("access.user-name", |asked, answered| {
        if asked.is("GET /connections/summary") && answered.status == 200 {
            answered.set("x-ausername", "somebody");
        }
    }),
    answering("access.viewer-reads", |asked, answered| {
        if is_viewer(answered) && asked.is("GET /connections/*") {
            answered.become_error(404, "CONNECTION_NOT_FOUND");
        }
    }),
    answering("access.viewer-maintenance", |asked, answered| {
        if is_viewer(answered) && asked.is("GET /maintenance/jobs") {
            answered.become_json(200, &json!({ "jobs": [] }));
        }
    }),
    answering("access.viewer-changes-nothing", |asked, answered| {
        if is_viewer(answered) && asked.is("POST /connections/*/test") {
            answered.become_error(409, "KEY_MISSING");
        }
    }),
    answering("access.manage", |asked, answered| {
        if !is_viewer(answered) && asked.is("GET /connections/summary") && answered.status == 200 {
            answered.edit(|summary| summary["permissions"]["manage"] = json!(false));
        }
    }),
    answering("access.no-manage", |asked, answered| {
        if is_viewer(answered) && asked.is("GET /connections/summary") {
            answered.edit(|summary| summary["permissions"]["manage"] = json!(true));
        }
    }),
    asking("xsrf.form-type", |asked| {
        if asked.header("content-type") == Some("text/plain") {
            asked.set("x-atlassian-token", "no-check");
        }
    }),
    asking("xsrf.no-type", |asked| {
        if asked.method == Method::DELETE && asked.header("content-type").is_none() {
            asked.set("x-atlassian-token", "no-check");
        }
    }),
    asking("xsrf.foreign-origin", |asked| {
        if asked.header("origin") == Some("https://conformance.invalid") {
            asked.set("user-agent", "no browser");
        }
    }),
    asking("xsrf.foreign-referer", |asked| {
        if asked
            .header("referer")
            .is_some_and(|referer| referer.starts_with("https://conformance.invalid"))
        {
            asked.set("user-agent", "no browser");
        }
    }),
    asking("xsrf.no-origin", |asked| {
        if asked.header("origin").or(asked.header("referer")).is_none() {
            asked.set("user-agent", "no browser");
        }
    }),
    asking("xsrf.same-origin", |asked| {
        asked.headers.remove("origin");
        asked.headers.remove("referer");
    }),
    asking("requests.media-type", |asked| {
        if asked.is("POST /connections/*/test") {
            asked.set("content-type", "application/json");
        }
    }),
    answering("requests.broken-json", |asked, answered| {
        if answered.status == 400 && asked.is("PUT /connections/*") && asked.json() == Value::Null {
            answered.become_error(500, "INTERNAL_ERROR");
        }
    }),
    asking("requests.types", |asked| {
        if asked.json()["projectId"].is_number() {
            asked.edit(|body| body["projectId"] = json!(NOWHERE));
        }
    }),
    asking("requests.unknown-fields", |asked| {
        if asked.is("PUT /connections/*") && asked.fields().contains(&"conformance".to_owned()) {
            asked.edit(|body| {
                body.as_object_mut().unwrap().remove("conformance");
            });
        }
    }),
    answering("requests.missing-project", |asked, answered| {
        if answered.status == 400 && asked.is("POST /connections") && asked.text == "{}" {
            answered.become_error(404, "PROJECT_NOT_FOUND");
        }
    }),
    asking("requests.empty-update", |asked| {
        if asked.is("PUT /connections/*") && asked.text == "{}" {
            asked.text = json!({ "accountLabel": "" }).to_string();
        }
    }),
    answering("order.login-before-form", |asked, answered| {
        if asked.is_anonymous() && asked.text == "{" {
            answered.become_error(400, "INVALID_REQUEST");
        }
    }),
    answering("order.right-before-form", |asked, answered| {
        if is_viewer(answered) && asked.is("POST /connections") && asked.text == "{}" {
            answered.become_error(400, "INVALID_REQUEST");
        }
    }),
    answering("order.right-before-existence", |asked, answered| {
        if is_viewer(answered) && is_nowhere(asked) {
            answered.become_error(404, "CONNECTION_NOT_FOUND");
        }
    }),
    answering("order.form-before-existence", |asked, answered| {
        if is_nowhere(asked) && answered.status == 400 {
            answered.become_error(404, "CONNECTION_NOT_FOUND");
        }
    }),
    answering("order.existence-before-condition", |asked, answered| {
        if is_nowhere(asked) && asked.method == Method::DELETE && asked.header("if-match").is_none() {
            answered.become_error(428, "PRECONDITION_REQUIRED");
        }
    }),
    answering("order.form-before-condition", |asked, answered| {
        if asked.is("PUT /connections/*") && answered.status == 400 && asked.header("if-match").is_none() {
            answered.become_error(428, "PRECONDITION_REQUIRED");
        }
    }),
    answering("order.condition-before-key", |asked, answered| {
        if answered.status == 428 && asked.json()["apiKey"] == "****" {
            malformed(answered);
        }
    }),
    answering("order.version-before-key", |asked, answered| {
        if answered.status == 412 && asked.json()["apiKey"] == "****" {
            malformed(answered);
        }
    }),
];

fn is_viewer(answered: &Answered) -> bool {
    answered.header("x-ausername") == "user"
}

fn is_nowhere(asked: &Asked) -> bool {
    asked.path.contains(NOWHERE)
}

fn malformed(answered: &mut Answered) {
    answered.become_error(422, "KEY_MALFORMED");
    answered.edit(|body| body["errors"]["apiKey"] = json!("Broken on purpose."));
}
