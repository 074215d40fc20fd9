//! Which connection a project really uses.

use reqwest::Method;
use sandbox::test_io::accounts::REVOKED_KEY;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, Jira};

const PROJECT: &str = "/projects/10000/effective-connection";

#[tokio::test]
async fn its_own_then_global_then_none() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    assert_eq!(
        admin.get(PROJECT).await.json(),
        json!({ "source": "NONE", "connection": Value::Null })
    );

    let global = admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    assert_eq!(
        admin.get(PROJECT).await.json(),
        json!({ "source": "GLOBAL", "connection": global })
    );

    // Its own counts even without a key, and even with one that is refused: there is no silent fallback.
    let path = admin.connect("10000").await;
    assert_eq!(
        admin.get(PROJECT).await.json()["connection"]["status"],
        "KEY_MISSING"
    );
    admin
        .save(&path, json!({ "apiKey": REVOKED_KEY, "verify": false }))
        .await;
    admin.post(&format!("{path}/test"), json!({})).await;
    let own = admin.get(PROJECT).await.json();
    assert_eq!(
        (&own["source"], &own["connection"]["status"]),
        (&json!("PROJECT"), &json!("KEY_REJECTED"))
    );

    admin.delete(&path, "*").await;
    assert_eq!(admin.get(PROJECT).await.json()["source"], "GLOBAL");
    admin
        .save("/connections/global", json!({ "active": false }))
        .await;
    assert_eq!(admin.get(PROJECT).await.json()["source"], "NONE");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_project_that_is_gone_uses_none() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for id in ["99999", "x"] {
        admin
            .get(&format!("/projects/{id}/effective-connection"))
            .await
            .refused(404, "PROJECT_NOT_FOUND");
    }
    jira.control(
        Method::POST,
        "/projects/10000",
        Some(json!({ "state": "archived" })),
    )
    .await;
    admin.get(PROJECT).await.refused(404, "PROJECT_NOT_FOUND");
    jira.assert_contract_kept().await;
}
