//! Runs: who may begin one, who joins one, and what is kept of it.

use reqwest::Method;
use serde_json::{Value, json};

use super::{PATH, outcomes, run, take};
use crate::harness::{ACME_EU, Jira};

#[tokio::test]
async fn before_the_first_run_all_is_empty() {
    let jira = Jira::start().await;
    let report = jira.admin().await.get(PATH).await.json();
    for (field, empty) in [
        ("startedAt", Value::Null),
        ("checkedAt", Value::Null),
        ("running", Value::Null),
        ("steps", json!([])),
        ("keys", json!({ "accepted": 0, "failed": [] })),
    ] {
        assert_eq!(report[field], empty, "{field}");
    }
    assert_eq!(report["versions"]["jira"], "10.3.0");
    let database = report["versions"]["database"].as_str().unwrap();
    assert!(database.starts_with("SQLite 3."), "{database}");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_run_passes_and_its_report_survives_a_restart() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    let report = run(&admin).await;
    assert_eq!(
        outcomes(&report),
        [
            "DATABASE PASSED",
            "NAME PASSED",
            "CONNECT PASSED",
            "TLS SKIPPED NOT_USED",
            "API PASSED",
            "KEYS PASSED"
        ]
    );
    assert_eq!(admin.get(PATH).await.json(), report);
    jira.assert_contract_kept().await;
    let cookie = admin.cookie.clone();
    let jira = jira.restart().await;
    let admin = jira.session(&cookie);
    assert_eq!(admin.get(PATH).await.json(), report);
    jira.control(Method::POST, "/reset", None).await;
    assert_eq!(admin.get(PATH).await.json()["checkedAt"], Value::Null);
}

#[tokio::test]
async fn only_administrators_see_or_run_them() {
    let jira = Jira::start().await;
    let user = jira.log_in("user").await;
    user.get(PATH).await.refused(403, "FORBIDDEN");
    user.send(Method::POST, PATH, &[], None)
        .await
        .refused(403, "FORBIDDEN");
    assert_eq!(jira.anonymous().get(PATH).await.status, 401);
    let admin = jira.admin().await;
    assert_eq!(
        admin.get(PATH).await.json()["checkedAt"],
        Value::Null,
        "nothing was run"
    );
    let text = [("x-atlassian-token", "no-check"), ("content-type", "text/plain")];
    admin
        .raw(Method::POST, PATH, &text, Some("run".to_owned()))
        .await
        .refused(415, "UNSUPPORTED_MEDIA_TYPE");
    assert_eq!(admin.get(PATH).await.json()["checkedAt"], Value::Null);
}

#[tokio::test]
async fn who_asks_while_a_run_is_under_way_joins_it() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    take(&jira, "NO_ANSWER").await;
    let watch = async {
        // Until it is at the step that takes long; were it never there, this would never end.
        loop {
            let seen = admin.get(PATH).await.json();
            if seen["running"] == "API" {
                break (seen, run(&admin).await);
            }
        }
    };
    let (first, (seen, joined)) = tokio::join!(run(&admin), watch);
    assert_eq!(joined, first);
    assert_eq!(seen["startedAt"], first["startedAt"]);
    assert_eq!(seen["checkedAt"], Value::Null);
    assert_eq!(
        seen["steps"].as_array().unwrap()[..],
        first["steps"].as_array().unwrap()[..4]
    );
    let again = run(&admin).await;
    assert_ne!(
        again["startedAt"], first["startedAt"],
        "what is over is not joined"
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_new_beginning_breaks_a_run_off() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    take(&jira, "NO_ANSWER").await;
    let reset = async {
        while admin.get(PATH).await.json()["running"] != "API" {}
        jira.control(Method::POST, "/reset", None).await
    };
    let (broken_off, reset) = tokio::join!(admin.send(Method::POST, PATH, &[], None), reset);
    assert_eq!(reset.status, 204);
    broken_off.refused(500, "INTERNAL_ERROR");
    assert_eq!(admin.get(PATH).await.json()["startedAt"], Value::Null);
    assert_eq!(
        outcomes(&run(&admin).await)[4],
        "API PASSED",
        "the way is the first one again"
    );
    jira.assert_contract_kept().await;
}
