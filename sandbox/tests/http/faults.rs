//! Faults on request.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, Jira};

#[tokio::test]
async fn an_answer_can_be_replaced_a_number_of_times() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    jira.fault(json!({
        "path": "/connections/*", "method": "GET", "times": 2, "status": 503, "contentType": "text/html",
        "headers": { "retry-after": "1" }, "body": "<h1>Service Unavailable</h1>"
    }))
    .await;
    assert_eq!(admin.get("/projects").await.status, 200);
    for _ in 0..2 {
        let answer = admin.get("/connections/global").await;
        assert_eq!(
            (answer.status.as_u16(), answer.text.as_str()),
            (503, "<h1>Service Unavailable</h1>")
        );
        assert_eq!(
            (answer.header("content-type"), answer.header("retry-after")),
            ("text/html", "1")
        );
    }
    assert_eq!(admin.get("/connections/global").await.status, 200);
    assert_eq!(jira.control(Method::GET, "/faults", None).await.json(), json!([]));
}

#[tokio::test]
async fn the_first_fault_that_matches_is_taken_until_all_are_cleared() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    jira.fault(json!({ "path": "/projects", "status": 500 })).await;
    jira.fault(json!({ "status": 502 })).await;
    assert_eq!(admin.get("/projects").await.status, 500);
    assert_eq!(admin.get("/connections").await.status, 502);
    assert_eq!(jira.control(Method::DELETE, "/faults", None).await.status, 204);
    assert_eq!(admin.get("/projects").await.status, 200);
}

#[tokio::test]
async fn an_answer_can_be_lost_after_the_commit() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    jira.fault(json!({ "method": "PUT", "times": 1, "afterCommit": true, "dropConnection": true }))
        .await;
    let headers = [
        ("content-type", "application/json"),
        ("x-atlassian-token", "no-check"),
        ("if-match", "\"1\""),
    ];
    let body = json!({ "apiKey": ACME_EU }).to_string();
    let lost = admin
        .try_raw(Method::PUT, "/connections/global", &headers, Some(body.clone()))
        .await;
    assert!(lost.is_err());
    assert_eq!(
        admin.get("/connections/global").await.json()["status"],
        "CONNECTED"
    );
    // Who sends it again is told what has been done.
    let again = admin
        .raw(Method::PUT, "/connections/global", &headers, Some(body))
        .await;
    assert_eq!(again.refused(412, "STALE")["current"]["keyHint"], "4a2f");
    let requests = jira.control(Method::GET, "/requests", None).await.json();
    let cut_off: Vec<_> = requests
        .as_array()
        .unwrap()
        .iter()
        .filter(|request| request["status"] == Value::Null)
        .collect();
    assert_eq!(cut_off.len(), 1, "{requests}");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_connection_can_break_off_before_anything_happens() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    jira.fault(json!({ "method": "POST", "times": 1, "dropConnection": true }))
        .await;
    let headers = [
        ("content-type", "application/json"),
        ("x-atlassian-token", "no-check"),
    ];
    let body = json!({ "projectId": "10000" }).to_string();
    assert!(
        admin
            .try_raw(Method::POST, "/connections", &headers, Some(body))
            .await
            .is_err()
    );
    assert_eq!(admin.get("/connections").await.json()["total"], 0);
}

#[tokio::test]
async fn an_answer_can_come_late_and_with_other_headers() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    jira.fault(json!({ "delayMs": 250, "headers": { "x-ausername": "anonymous" } }))
        .await;
    let started = Instant::now();
    let answer = admin.get("/connections/global").await;
    assert!(started.elapsed() >= Duration::from_millis(250));
    assert_eq!(
        (answer.status.as_u16(), answer.header("x-ausername")),
        (200, "anonymous")
    );
    assert_eq!(answer.json()["id"], "global");
}

#[tokio::test]
async fn what_is_no_fault_is_refused() {
    let jira = Jira::start().await;
    for fault in [
        json!({ "status": 42 }),
        json!({ "times": 0 }),
        json!({ "method": "no method" }),
    ] {
        assert_eq!(
            jira.control(Method::POST, "/faults", Some(fault)).await.status,
            400
        );
    }
    assert_eq!(
        jira.control(Method::POST, "/faults", Some(json!({ "statsu": 500 })))
            .await
            .status,
        422
    );
}

#[tokio::test]
async fn another_site_cannot_switch_anything() {
    let jira = Jira::start().await;
    let answer = reqwest::Client::new()
        .post(format!("{}/sandbox/reset", jira.url()))
        .header("origin", "https://evil.example")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 403);
}

/// Proxies that compress change entity tags, so nobody may need them.
#[tokio::test]
async fn a_proxy_can_weaken_change_or_drop_entity_tags() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for (proxy, tag) in [("weak", "W/\"1\""), ("suffixed", "\"1-gzip\""), ("dropped", "")] {
        jira.fault(json!({ "entityTags": proxy, "times": 2 })).await;
        assert_eq!(admin.get("/connections/global").await.header("etag"), tag);
        assert_eq!(admin.get("/projects").await.header("etag"), "");
    }
}
