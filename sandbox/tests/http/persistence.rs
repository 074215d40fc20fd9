//! What is saved stays saved.

use reqwest::Method;
use serde_json::json;

use crate::harness::{ACME_EU, ACME_US, Jira};

#[tokio::test]
async fn everything_survives_a_restart() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    admin
        .save(&path, json!({ "apiKey": ACME_US, "accountLabel": "ACME US" }))
        .await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    jira.control(
        Method::POST,
        "/projects/10001",
        Some(json!({ "state": "archived" })),
    )
    .await;
    let paths = [
        path.as_str(),
        "/connections/global",
        "/connections",
        "/connections/summary",
        "/projects",
    ];
    let mut before = Vec::new();
    for path in paths {
        before.push(admin.get(path).await.json());
    }
    let cookie = admin.cookie.clone();

    let jira = jira.restart().await;
    // Whoever was logged in still is.
    let admin = jira.session(&cookie);
    for (path, before) in paths.iter().zip(before) {
        assert_eq!(admin.get(path).await.json(), before, "{path}");
    }
    // The key itself is still there, too.
    assert_eq!(
        admin.post(&format!("{path}/test"), json!({})).await.json()["outcome"],
        "ACCEPTED"
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_reset_begins_anew() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    admin.connect("10000").await;
    assert_eq!(jira.control(Method::POST, "/reset", None).await.status, 204);
    let summary = admin.get("/connections/summary").await.json();
    assert_eq!(
        summary["projects"],
        json!({ "total": 60, "own": 0, "global": 0, "none": 60 })
    );
    assert_eq!(admin.get("/connections/global").await.json()["version"], 1);

    let size = json!({ "projects": 200, "connections": 40 });
    assert_eq!(jira.control(Method::POST, "/reset", Some(size)).await.status, 204);
    assert_eq!(admin.get("/connections").await.json()["total"], 40);
    let too_many = json!({ "projects": 10, "connections": 11 });
    assert_eq!(
        jira.control(Method::POST, "/reset", Some(too_many)).await.status,
        400
    );
    assert_eq!(admin.get("/connections").await.json()["total"], 40);
    jira.assert_contract_kept().await;
}
