//! Testing a connection.

use reqwest::Method;
use sandbox::test_io::accounts::REVOKED_KEY;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, ACME_US, Jira};

#[tokio::test]
async fn a_typed_key_is_tried_and_forgotten() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let before = admin.get(&path).await.json();
    let accepted = admin
        .post(&format!("{path}/test"), json!({ "apiKey": ACME_US }))
        .await
        .json();
    assert_eq!(
        (&accepted["outcome"], &accepted["productCount"]),
        (&json!("ACCEPTED"), &json!(3))
    );
    let rejected = admin
        .post(&format!("{path}/test"), json!({ "apiKey": REVOKED_KEY }))
        .await
        .json();
    assert_eq!(
        (&rejected["outcome"], &rejected["products"]),
        (&json!("REJECTED"), &json!([]))
    );
    assert_eq!(admin.get(&path).await.json(), before);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_stored_key_is_tried_and_the_result_kept() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let test = format!("{path}/test");
    let stored = admin
        .save(&path, json!({ "apiKey": ACME_EU, "verify": false }))
        .await;
    let result = admin.post(&test, json!({})).await.json();
    assert_eq!(result["outcome"], "ACCEPTED");
    let checked = admin.get(&path).await.json();
    assert_eq!(
        (&checked["status"], &checked["productCount"]),
        (&json!("CONNECTED"), &json!(12))
    );
    assert_eq!(checked["lastCheckedAt"], result["checkedAt"]);
    assert!(checked["version"].as_i64() > stored["version"].as_i64());

    // Test IO goes out of reach: the products that were known stay known.
    jira.fault(json!({ "target": "testio", "times": 1, "dropConnection": true }))
        .await;
    assert_eq!(
        admin.post(&test, json!({})).await.json()["outcome"],
        "UNREACHABLE"
    );
    let lost = admin.get(&path).await.json();
    assert_eq!(
        (&lost["status"], &lost["productCount"]),
        (&json!("UNREACHABLE"), &json!(12))
    );

    // A rate limit says nothing about the key.
    jira.fault(json!({ "target": "testio", "times": 1, "status": 429, "headers": { "retry-after": "7" } }))
        .await;
    let limited = admin.post(&test, json!({})).await.json();
    assert_eq!(
        (&limited["outcome"], &limited["retryAfterSeconds"]),
        (&json!("RATE_LIMITED"), &json!(7))
    );
    assert_eq!(admin.get(&path).await.json(), lost);

    // The key is revoked.
    jira.fault(json!({ "target": "testio", "times": 1, "status": 401 }))
        .await;
    assert_eq!(admin.post(&test, json!({})).await.json()["outcome"], "REJECTED");
    let rejected = admin.get(&path).await.json();
    assert_eq!(
        (&rejected["status"], &rejected["productCount"]),
        (&json!("KEY_REJECTED"), &json!(12)),
        "the products are those of the last check that was accepted"
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn without_any_key_there_is_nothing_to_test() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .post("/connections/global/test", json!({}))
        .await
        .refused(409, "KEY_MISSING");
    admin
        .post("/connections/777/test", json!({}))
        .await
        .refused(404, "CONNECTION_NOT_FOUND");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_test_does_not_touch_the_global_switch() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .save(
            "/connections/global",
            json!({ "apiKey": ACME_EU, "active": false }),
        )
        .await;
    assert_eq!(
        admin.post("/connections/global/test", json!({})).await.json()["outcome"],
        "ACCEPTED"
    );
    let global = admin.get("/connections/global").await.json();
    assert_eq!(
        (&global["active"], &global["status"]),
        (&json!(false), &json!("INACTIVE"))
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_result_does_not_outlive_its_key() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    admin.save(&path, json!({ "apiKey": ACME_EU })).await;
    jira.fault(json!({ "target": "testio", "times": 1, "delayMs": 400 }))
        .await;
    let test = format!("{path}/test");
    let (tested, ()) = tokio::join!(admin.post(&test, json!({})), async {
        // Once the delay has been taken up, Test IO has been asked and has not answered yet.
        while jira.control(Method::GET, "/faults", None).await.json() != json!([]) {}
        admin.delete(&format!("{path}/key"), "*").await;
    });
    assert_eq!(tested.json()["outcome"], "ACCEPTED");
    let connection = admin.get(&path).await.json();
    assert_eq!(
        (&connection["status"], &connection["lastCheckedAt"]),
        (&json!("KEY_MISSING"), &Value::Null)
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn test_io_can_be_somewhere_else() {
    let service = Jira::start().await;
    let jira = Jira::with_test_io(service.test_io_url().clone()).await;
    let admin = jira.admin().await;
    assert_eq!(
        admin
            .save("/connections/global", json!({ "apiKey": ACME_EU }))
            .await["status"],
        "CONNECTED"
    );
    // Its answers are not the sandbox's to change.
    let fault = json!({ "target": "testio", "status": 500 });
    assert_eq!(
        jira.control(Method::POST, "/faults", Some(fault)).await.status,
        409
    );
    service.stop().await;
    admin
        .put("/connections/global", "*", json!({ "apiKey": ACME_EU }))
        .await
        .refused(424, "TESTIO_UNREACHABLE");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn test_io_has_five_seconds() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    jira.fault(json!({ "target": "testio", "delayMs": 60_000 })).await;
    let test = admin
        .post("/connections/global/test", json!({ "apiKey": ACME_EU }))
        .await
        .json();
    assert_eq!(test["outcome"], "UNREACHABLE");
    assert!(test["durationMs"].as_u64().unwrap() >= 5_000);
    jira.assert_contract_kept().await;
}
