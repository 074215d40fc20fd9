//! Making and deleting connections.

use reqwest::Method;
use serde_json::json;

use crate::harness::{ACME_EU, Jira};

#[tokio::test]
async fn a_new_connection_has_no_key() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let answer = admin.post("/connections", json!({ "projectId": "10000" })).await;
    assert_eq!(answer.status, 201);
    let connection = answer.json();
    assert_eq!(connection["status"], "KEY_MISSING");
    assert_eq!(connection["project"]["key"], "SMOK");
    assert_eq!(connection["updatedBy"]["displayName"], "Ana Admin");
    let location = format!(
        "/jira/rest/testio/1.0/connections/{}",
        connection["id"].as_str().unwrap()
    );
    assert_eq!(answer.header("location"), location);
    let read = admin
        .get(&format!("/connections/{}", connection["id"].as_str().unwrap()))
        .await;
    assert_eq!(read.json(), connection);
    assert_eq!(read.header("etag"), answer.header("etag"));
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_project_has_one_connection_at_most() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let first = admin.connect("10001").await;
    let body = admin
        .post("/connections", json!({ "projectId": "10001" }))
        .await
        .refused(409, "CONNECTION_EXISTS");
    assert_eq!(
        format!("/connections/{}", body["connectionId"].as_str().unwrap()),
        first
    );
    assert_eq!(admin.get("/connections").await.json()["total"], 1);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn only_projects_that_are_there_can_be_connected() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for id in ["99999", "nonsense", "010000"] {
        admin
            .post("/connections", json!({ "projectId": id }))
            .await
            .refused(404, "PROJECT_NOT_FOUND");
    }
    for state in ["archived", "deleted"] {
        jira.control(Method::POST, "/projects/10002", Some(json!({ "state": state })))
            .await;
        admin
            .post("/connections", json!({ "projectId": "10002" }))
            .await
            .refused(404, "PROJECT_NOT_FOUND");
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_deleted_connection_is_gone() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let saved = admin.save(&path, json!({ "apiKey": ACME_EU })).await;
    let answer = admin.delete(&path, &format!("\"{}\"", saved["version"])).await;
    assert_eq!(answer.status, 204);
    assert_eq!(answer.text, "");
    admin
        .delete(&path, "*")
        .await
        .refused(404, "CONNECTION_NOT_FOUND");
    admin.get(&path).await.refused(404, "CONNECTION_NOT_FOUND");
    // The next one is another connection, with another id.
    assert_ne!(admin.connect("10000").await, path);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn global_can_be_neither_deleted_nor_missed() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let answer = admin.delete("/connections/global", "\"1\"").await;
    answer.refused(405, "METHOD_NOT_ALLOWED");
    assert_eq!(answer.header("allow"), "GET, PUT");
    let global = admin.get("/connections/global").await.json();
    assert_eq!(
        (&global["status"], &global["active"], &global["hasKey"]),
        (&json!("INACTIVE"), &json!(false), &json!(false))
    );
    // Its row cannot be reached by another name.
    admin
        .get("/connections/1")
        .await
        .refused(404, "CONNECTION_NOT_FOUND");
    jira.assert_contract_kept().await;
}
