//! Reading, making and deleting connections.

use serde_json::json;

use super::{Break, answering};
use crate::harness::GONE_PROJECT;

const NOWHERE: &str = "conformance-nowhere";

pub const BREAKS: &[Break] = &[
    answering("reading.global", |asked, answered| {
        if asked.is("GET /connections/global") && answered.status == 200 {
            answered.become_error(404, "CONNECTION_NOT_FOUND");
        }
    }),
    answering("reading.global-apart", |asked, answered| {
        if asked.is("GET /connections") {
            answered.edit(|page| {
                if let Some(values) = page["values"].as_array_mut() {
                    values.push(json!({ "id": "global" }));
                }
            });
        }
    }),
    answering("reading.unknown", |asked, answered| {
        if asked.is("GET /connections/GLOBAL") {
            answered.become_error(404, "PROJECT_NOT_FOUND");
        }
    }),
    answering("reading.no-id", |asked, answered| {
        if asked.is("GET /connections/x_y") {
            answered.become_error(400, "INVALID_REQUEST");
        }
    }),
    answering("reading.same-in-list", |asked, answered| {
        if asked.is("GET /connections") {
            answered.edit_values(|value| value["updatedAt"] = json!("2026-01-01T00:00:00Z"));
        }
    }),
    answering("creating.created", |asked, answered| {
        if asked.is("POST /connections") && answered.status == 201 {
            answered.edit(|body| body["project"]["key"] = json!("OTHER"));
        }
    }),
    answering("creating.location", |asked, answered| {
        if asked.is("POST /connections") && answered.status == 201 {
            answered.set("location", "/jira/rest/testio/1.0/connections/global");
        }
    }),
    answering("creating.stays", |asked, answered| {
        if asked.is("GET /connections") {
            // The one that came last has the highest id.
            answered.edit(|page| {
                if let Some(values) = page["values"].as_array_mut() {
                    let last = values
                        .iter()
                        .filter_map(|value| value["id"].as_str()?.parse::<u32>().ok())
                        .max();
                    values.retain(|value| value["id"].as_str() != last.map(|id| id.to_string()).as_deref());
                }
            });
        }
    }),
    answering("creating.exists", |asked, answered| {
        if asked.is("POST /connections") && answered.status == 409 {
            answered.edit(|body| body["connectionId"] = json!("0"));
        }
    }),
    answering("creating.unknown-project", |asked, answered| {
        if asked.is("POST /connections") && asked.json()["projectId"] == NOWHERE {
            answered.become_error(404, "CONNECTION_NOT_FOUND");
        }
    }),
    answering("creating.gone-project", |asked, answered| {
        if asked.is("POST /connections") && asked.json()["projectId"] == GONE_PROJECT {
            answered.become_error(409, "CONNECTION_EXISTS");
        }
    }),
    answering("deleting.gone", |asked, answered| {
        let id = asked.path.trim_start_matches("/connections/");
        let numeric = id.bytes().all(|byte| byte.is_ascii_digit());
        if asked.is("GET /connections/*") && numeric && answered.status == 404 {
            answered.become_error(500, "INTERNAL_ERROR");
        }
    })
    .along_with(&["data.connections"]),
    answering("deleting.twice", |asked, answered| {
        if asked.is("DELETE /connections/*") && !asked.path.ends_with(NOWHERE) && answered.status == 404 {
            answered.become_error(204, "DONE");
            answered.text.clear();
        }
    }),
    answering("deleting.unknown", |asked, answered| {
        if asked.is("DELETE /connections/*") && asked.path.ends_with(NOWHERE) {
            answered.become_error(204, "DONE");
            answered.text.clear();
        }
    }),
    answering("deleting.with-key", |asked, answered| {
        if asked.is("POST /connections") && answered.status == 201 {
            answered.edit(|body| body["hasKey"] = json!(true));
        }
    }),
];
