//! Jobs.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Break, answering, asking, otherwise};
use crate::proxy::{Answered, Asked};

pub const BREAKS: &[Break] = &[
    listed("jobs.never-run", |asked, answered| {
        of(asked, answered, "COMMENTS_SYNC", |job| {
            job["status"] = json!("SUCCEEDED")
        });
    })
    .along_with(&["jobs.status", "jobs.since"]),
    listed("jobs.status", |asked, answered| {
        of(asked, answered, "CONFIGURATION_VALIDATION", |job| {
            job["status"] = json!("SUCCEEDED")
        });
    })
    .along_with(&["jobs.since"]),
    listed("jobs.last-run", |asked, answered| {
        of(asked, answered, "ISSUES_SYNC", |job| {
            job["lastRunAt"] = json!("2026-05-03T09:15:00Z")
        });
    }),
    listed("jobs.newest-first", |asked, answered| {
        of(asked, answered, "ISSUES_SYNC", |job| {
            if let Some(runs) = job["runs"].as_array_mut() {
                runs.reverse();
                job["lastRunAt"] = job["runs"][0]["startedAt"].clone();
            }
        });
    }),
    listed("jobs.since", |asked, answered| {
        of(asked, answered, "CONFIGURATION_VALIDATION", |job| {
            job["statusSince"] = job["lastRunAt"].clone()
        });
    }),
    otherwise("jobs.notify", |wire, asked| {
        let answered = wire.send(&asked);
        if asked.is("PUT /maintenance/jobs/*") && asked.json()["notify"] == true {
            let path = "/maintenance/jobs/COMMENTS_SYNC";
            wire.send(&asked.also(Method::PUT, path, &json!({ "notify": true })));
        }
        answered
    }),
    answering("jobs.notify-again", |asked, answered| {
        if asked.is("PUT /maintenance/jobs/COMMENTS_SYNC") {
            answered.become_error(400, "INVALID_REQUEST");
        }
    }),
    answering("jobs.unknown", |asked, answered| {
        if asked.is("PUT /maintenance/jobs/*") && answered.status == 404 {
            answered.become_error(400, "INVALID_REQUEST");
        }
    }),
    asking("jobs.form", |asked| {
        if asked.is("PUT /maintenance/jobs/*") && asked.fields().is_empty() {
            asked.text = json!({ "notify": true }).to_string();
        }
    }),
];

const fn listed(rule: &'static str, change: fn(&Asked, &mut Answered)) -> Break {
    answering(rule, change)
}

/// Changes one job of the list.
fn of(asked: &Asked, answered: &mut Answered, id: &str, change: fn(&mut Value)) {
    if !asked.is("GET /maintenance/jobs") || answered.status != 200 {
        return;
    }
    answered.edit(|body| {
        let jobs = body["jobs"].as_array_mut().into_iter().flatten();
        jobs.filter(|job| job["id"] == id).for_each(change);
    });
}
