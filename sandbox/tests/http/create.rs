//! Making and deleting connections.

use reqwest::Method;
use sandbox::test_io::accounts::REVOKED_KEY;
use serde_json::{Value, json};

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

#[tokio::test]
async fn a_new_connection_can_begin_with_a_key() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let body = json!({ "projectId": "10000", "apiKey": format!(" {ACME_EU} "), "accountLabel": " EU " });
    let answer = admin.post("/connections", body).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let connection = answer.json();
    assert_eq!(
        (
            &connection["status"],
            &connection["accountLabel"],
            &connection["productCount"]
        ),
        (&json!("CONNECTED"), &json!("EU"), &json!(12))
    );
    assert_eq!(connection["keySavedBy"]["displayName"], "Ana Admin");
    assert_eq!(connection["keySavedAt"], connection["lastCheckedAt"]);
    assert_eq!(answer.header("etag"), format!("\"{}\"", connection["version"]));
    let unseen = json!({ "projectId": "10001", "apiKey": "0123456789abcdef", "verify": false });
    let unseen = admin.post("/connections", unseen).await.json();
    assert_eq!(
        (&unseen["status"], &unseen["keyHint"], &unseen["lastCheckedAt"]),
        (&json!("UNVERIFIED"), &json!("cdef"), &Value::Null)
    );
    let labelled = json!({ "projectId": "10002", "accountLabel": "Later" });
    let labelled = admin.post("/connections", labelled).await.json();
    assert_eq!(
        (&labelled["status"], &labelled["accountLabel"]),
        (&json!("KEY_MISSING"), &json!("Later"))
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_new_connection_can_use_the_key_of_another() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let global = json!({ "apiKey": ACME_EU, "accountLabel": "ACME" });
    admin.save("/connections/global", global).await;
    let body = json!({ "projectId": "10000", "keyOf": "global" });
    let first = admin.post("/connections", body).await.json();
    assert_eq!(
        (&first["status"], &first["keyHint"], &first["sameKey"]),
        (&json!("CONNECTED"), &json!("4a2f"), &json!(1))
    );
    assert_eq!(first["accountLabel"], "ACME", "the label comes with the key");
    for (project, label, expected) in [
        ("10001", json!("Own"), json!("Own")),
        ("10002", json!(""), Value::Null),
    ] {
        let body = json!({ "projectId": project, "keyOf": first["id"], "accountLabel": label });
        assert_eq!(
            admin.post("/connections", body).await.json()["accountLabel"],
            expected
        );
    }
    assert_eq!(admin.get("/connections/global").await.json()["sameKey"], 3);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_key_to_begin_with_has_one_source() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let keyless = admin.connect("10001").await;
    let keyless = keyless.trim_start_matches("/connections/");
    let both = json!({ "projectId": "99999", "apiKey": ACME_EU, "keyOf": "global" });
    let refused = admin
        .post("/connections", both)
        .await
        .refused(400, "INVALID_REQUEST");
    assert!(refused["errors"]["keyOf"].is_string());
    for id in ["global", keyless, "99999", "no-such"] {
        let body = json!({ "projectId": "10000", "keyOf": id });
        let refused = admin.post("/connections", body).await.refused(409, "KEY_MISSING");
        assert!(refused["errors"]["keyOf"].is_string(), "{id}");
    }
    let taken = json!({ "projectId": "10001", "keyOf": "global" });
    admin
        .post("/connections", taken)
        .await
        .refused(409, "CONNECTION_EXISTS");
    let nowhere = json!({ "projectId": "99999", "keyOf": "global" });
    admin
        .post("/connections", nowhere)
        .await
        .refused(404, "PROJECT_NOT_FOUND");
    assert_eq!(admin.get("/connections").await.json()["total"], 1);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_key_that_is_refused_or_not_verified_makes_nothing() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let revoked = json!({ "apiKey": REVOKED_KEY, "verify": false });
    let before = admin.save("/connections/global", revoked).await;
    let create = async |more: Value| {
        let mut body = more;
        body["projectId"] = json!("10000");
        admin.post("/connections", body).await
    };
    let malformed = create(json!({ "apiKey": "••••" }))
        .await
        .refused(422, "KEY_MALFORMED");
    assert!(malformed["errors"]["apiKey"].is_string());
    let rejected = create(json!({ "apiKey": REVOKED_KEY }))
        .await
        .refused(422, "KEY_REJECTED");
    assert!(rejected["errors"]["apiKey"].is_string());
    let of_global = create(json!({ "keyOf": "global" }))
        .await
        .refused(422, "KEY_REJECTED");
    assert!(of_global["errors"]["keyOf"].is_string() && of_global["errors"]["apiKey"].is_null());
    let label = create(json!({ "apiKey": ACME_EU, "accountLabel": "x".repeat(61) })).await;
    assert!(label.refused(400, "INVALID_REQUEST")["errors"]["accountLabel"].is_string());
    jira.fault(json!({ "target": "testio", "times": 1, "status": 429, "headers": { "retry-after": "9" } }))
        .await;
    let limited = create(json!({ "keyOf": "global" })).await;
    limited.refused(424, "TESTIO_RATE_LIMITED");
    assert_eq!(limited.header("retry-after"), "9");
    jira.fault(json!({ "target": "testio", "dropConnection": true }))
        .await;
    create(json!({ "apiKey": ACME_EU }))
        .await
        .refused(424, "TESTIO_UNREACHABLE");
    assert_eq!(admin.get("/connections").await.json()["total"], 0);
    assert_eq!(admin.get("/connections/global").await.json(), before);
    let unseen = create(json!({ "keyOf": "global", "verify": false })).await.json();
    assert_eq!(
        (&unseen["status"], &unseen["sameKey"]),
        (&json!("UNVERIFIED"), &json!(1))
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_key_that_goes_while_test_io_is_asked_is_not_used() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    jira.fault(json!({ "target": "testio", "times": 1, "delayMs": 400 }))
        .await;
    let body = json!({ "projectId": "10000", "keyOf": "global" });
    let (made, ()) = tokio::join!(admin.post("/connections", body), async {
        // Once the delay has been taken up, Test IO has been asked and has not answered yet.
        while jira.control(Method::GET, "/faults", None).await.json() != json!([]) {}
        admin.delete("/connections/global/key", "*").await;
    });
    made.refused(409, "KEY_MISSING");
    assert_eq!(admin.get("/connections").await.json()["total"], 0);
    jira.assert_contract_kept().await;
}
