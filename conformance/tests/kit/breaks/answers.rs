//! The form of answers, their headers, and the secrecy of keys.

use serde_json::json;

use super::{Break, answering};
use crate::proxy::{Answered, Asked};

pub const BREAKS: &[Break] = &[
    answering("schema.listConnections", |asked, answered| {
        if asked.is("GET /connections") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.listAccounts", |asked, answered| {
        if asked.is("GET /accounts") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.createConnection", |asked, answered| {
        if asked.is("POST /connections") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.getSummary", |asked, answered| {
        if asked.is("GET /connections/summary") && answered.status == 200 {
            answered.edit(|body| body["more"] = json!(1));
        }
    }),
    answering("schema.getConnection", |asked, answered| {
        if asked.is("GET /connections/*") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.updateConnection", |asked, answered| {
        if asked.is("PUT /connections/*") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.deleteConnection", |asked, answered| {
        if asked.is("DELETE /connections/*") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.deleteKey", |asked, answered| {
        if asked.is("DELETE /connections/*/key") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.testConnection", |asked, answered| {
        if asked.is("POST /connections/*/test") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.listProjects", |asked, answered| {
        if asked.is("GET /projects") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.getEffectiveConnection", |asked, answered| {
        if asked.is("GET /projects/*/effective-connection") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.getChecks", |asked, answered| {
        if asked.is("GET /maintenance/checks") && answered.status == 200 {
            answered.edit(|body| body["more"] = json!(1));
        }
    }),
    answering("schema.runChecks", |asked, answered| {
        if asked.is("POST /maintenance/checks") && answered.status == 200 {
            answered.edit(|body| body["more"] = json!(1));
        }
    }),
    answering("schema.getLogs", |asked, answered| {
        if asked.is("GET /maintenance/logs") && answered.status == 200 {
            answered.edit(|body| body["more"] = json!(1));
        }
    }),
    answering("schema.downloadLogs", |asked, answered| {
        if asked.is("GET /maintenance/logs/download") && answered.status == 200 {
            answered.set("content-type", "application/octet-stream");
        }
    }),
    answering("schema.listJobs", |asked, answered| {
        if asked.is("GET /maintenance/jobs") && answered.status == 200 {
            answered.edit(|body| body["more"] = json!(1));
        }
    }),
    answering("schema.updateJob", |asked, answered| {
        if asked.is("PUT /maintenance/jobs/*") {
            spoil_error(asked, answered);
        }
    }),
    answering("schema.clearData", |asked, answered| {
        if asked.is("DELETE /maintenance/data") {
            spoil_error(asked, answered);
        }
    }),
    answering("headers.content-disposition", |asked, answered| {
        if asked.is("GET /maintenance/logs/download") {
            answered.set("content-disposition", "inline");
        }
    }),
    answering("headers.cache-control", |asked, answered| {
        if asked.is("GET /projects") && answered.status == 200 {
            answered.set("cache-control", "max-age=60");
        }
    }),
    answering("headers.x-ausername", |asked, answered| {
        if asked.is("GET /projects") && answered.status == 200 {
            answered.drop_header("x-ausername");
        }
    }),
    answering("headers.etag", |asked, answered| {
        if asked.is("PUT /connections/*") {
            answered.drop_header("etag");
        }
    }),
    answering("headers.location", |asked, answered| {
        if asked.is("POST /connections") && answered.status == 201 {
            let whole = format!("http://localhost{}", answered.header("location"));
            answered.set("location", &whole);
        }
    }),
    answering("headers.allow", |_, answered| answered.drop_header("allow")),
    answering("headers.retry-after", |_, answered| {
        if !answered.header("retry-after").is_empty() {
            answered.set("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT");
        }
    })
    .along_with(&["test-io.retry-after"]),
    answering("secrets.answers", |asked, answered| {
        let key = asked.json()["apiKey"].clone();
        if asked.is("PUT /connections/*") && answered.status == 200 && key.is_string() {
            answered.edit(|body| body["updatedBy"]["displayName"] = key);
        }
    }),
    answering("secrets.errors", |asked, answered| {
        let key = asked.json()["apiKey"].clone();
        if asked.is("PUT /connections/*") && answered.status == 422 {
            answered.edit(|body| body["errors"]["apiKey"] = json!(format!("{key} was refused")));
        }
    }),
    answering("secrets.headers", |asked, answered| {
        if let Some(key) = asked.json()["apiKey"].as_str()
            && key.bytes().all(|byte| byte.is_ascii_hexdigit())
        {
            answered.set("x-key", key);
        }
    }),
];

/// An error without its texts, for whoever is logged in.
fn spoil_error(asked: &Asked, answered: &mut Answered) {
    if answered.json()["errorMessages"].is_array() && !asked.is_anonymous() {
        answered.edit(|body| {
            if let Some(fields) = body.as_object_mut() {
                fields.remove("errorMessages");
            }
        });
    }
}
