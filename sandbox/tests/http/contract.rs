//! Breaches of contract are caught, answered and recorded.

use reqwest::Method;
use serde_json::json;

use crate::harness::{ACME_EU, Jira};

#[tokio::test]
async fn a_bad_request_is_answered_and_recorded() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .get("/connections?maxResults=201")
        .await
        .refused(400, "INVALID_REQUEST");
    admin
        .get("/connections?page=2")
        .await
        .refused(400, "INVALID_REQUEST");
    admin
        .get("/connections?status=FINE")
        .await
        .refused(400, "INVALID_REQUEST");
    admin
        .post("/connections", json!({}))
        .await
        .refused(400, "INVALID_REQUEST");
    admin
        .put("/connections/global", "*", json!({}))
        .await
        .refused(400, "INVALID_REQUEST");
    admin
        .put("/connections/global", "*", json!({ "apikey": ACME_EU }))
        .await
        .refused(400, "INVALID_REQUEST");
    admin.get("/connection").await.refused(404, "INVALID_REQUEST");
    admin
        .send(Method::PATCH, "/connections/global", &[], Some(json!({})))
        .await
        .refused(405, "INVALID_REQUEST");
    let headers = [
        ("content-type", "application/json"),
        ("x-atlassian-token", "no-check"),
    ];
    admin
        .raw(Method::POST, "/connections", &headers, Some("{".to_owned()))
        .await
        .refused(400, "INVALID_REQUEST");

    let violations = jira.control(Method::GET, "/violations", None).await.json();
    assert_eq!(violations.as_array().unwrap().len(), 9, "{violations}");
    assert!(
        violations
            .as_array()
            .unwrap()
            .iter()
            .all(|violation| violation["direction"] == "REQUEST")
    );
    assert_eq!(
        (&violations[0]["path"], &violations[0]["method"]),
        (&json!("/connections"), &json!("GET"))
    );
    assert_eq!(
        jira.control(Method::DELETE, "/violations", None).await.status,
        204
    );
    jira.assert_contract_kept().await;
    assert_eq!(admin.get("/connections/global").await.json()["version"], 1);
}

#[tokio::test]
async fn a_bad_request_is_recorded_even_when_a_fault_answers_it() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    jira.fault(json!({ "status": 500 })).await;
    assert_eq!(admin.get("/connections?page=2").await.status, 500);
    assert_eq!(
        jira.control(Method::GET, "/violations", None)
            .await
            .json()
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn a_fault_is_no_breach_of_contract() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    jira.fault(json!({ "status": 200, "contentType": "application/json", "body": "{\"startAt\":" }))
        .await;
    assert_eq!(admin.get("/connections").await.text, "{\"startAt\":");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_bad_answer_cannot_be_missed() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    // The contract has no project without a name.
    jira.control(Method::POST, "/projects/10000", Some(json!({ "name": "" })))
        .await;
    let answer = admin.get("/projects?maxResults=200").await;
    answer.refused(500, "CONTRACT_VIOLATION");
    let violations = jira.control(Method::GET, "/violations", None).await.json();
    assert_eq!(
        (&violations[0]["direction"], &violations[0]["status"]),
        (&json!("RESPONSE"), &json!(200))
    );
}
