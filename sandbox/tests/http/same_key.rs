//! Connections that hold the same key.

use serde_json::{Value, json};

use crate::harness::{ACME_EU, ACME_US, Jira, Session};

async fn same_key(admin: &Session<'_>, path: &str) -> Value {
    admin.get(path).await.json()["sameKey"].clone()
}

#[tokio::test]
async fn the_others_with_the_same_key_are_counted() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let (one, other) = (admin.connect("10000").await, admin.connect("10001").await);
    assert_eq!(
        same_key(&admin, &one).await,
        0,
        "two without a key have none in common"
    );
    admin.save(&one, json!({ "apiKey": ACME_EU })).await;
    assert_eq!(same_key(&admin, &one).await, 0);
    admin
        .save(&other, json!({ "apiKey": ACME_EU, "verify": false }))
        .await;
    let global = admin
        .save("/connections/global", json!({ "apiKey": format!(" {ACME_EU} ") }))
        .await;
    assert_eq!(global["sameKey"], 2);
    assert_eq!(same_key(&admin, &one).await, 2);
    let page = admin.get("/connections").await.json();
    for row in page["values"].as_array().unwrap() {
        assert_eq!(row["sameKey"], 2);
    }

    admin.save(&other, json!({ "apiKey": ACME_US })).await;
    assert_eq!(same_key(&admin, &other).await, 0);
    assert_eq!(same_key(&admin, &one).await, 1);
    admin.delete("/connections/global/key", "*").await;
    assert_eq!(same_key(&admin, "/connections/global").await, 0);
    assert_eq!(same_key(&admin, &one).await, 0);
    admin.save(&other, json!({ "apiKey": ACME_EU })).await;
    assert_eq!(same_key(&admin, &one).await, 1);
    admin.delete(&other, "*").await;
    assert_eq!(same_key(&admin, &one).await, 0);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_version_stays_when_others_come_and_go() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let one = admin.connect("10000").await;
    let before = admin.save(&one, json!({ "apiKey": ACME_EU })).await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    let after = admin.get(&one).await.json();
    let mut expected = before;
    expected["sameKey"] = json!(1);
    assert_eq!(after, expected);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_count_outlives_a_restart_and_a_reset_forgets_it() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let one = admin.connect("10000").await;
    admin.save(&one, json!({ "apiKey": ACME_EU })).await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    let cookie = admin.cookie.clone();
    let jira = jira.restart().await;
    let admin = jira.session(&cookie);
    assert_eq!(same_key(&admin, &one).await, 1);
    jira.control(reqwest::Method::POST, "/reset", None).await;
    let global = admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    assert_eq!(global["sameKey"], 0);
    jira.assert_contract_kept().await;
}
