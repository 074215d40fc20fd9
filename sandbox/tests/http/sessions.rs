//! Sessions that expire, and every way in which Jira says so.

use std::time::Duration;

use reqwest::Method;
use serde_json::json;

use crate::harness::{Answer, Jira};

async fn rules(jira: &Jira, rules: serde_json::Value) {
    let answer = jira.control(Method::POST, "/sessions", Some(rules)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

async fn expire_all(jira: &Jira) {
    assert_eq!(jira.control(Method::DELETE, "/sessions", None).await.status, 204);
}

fn assert_nobodys(answer: &Answer, status: u16) {
    assert_eq!(
        (answer.status.as_u16(), answer.header("x-ausername")),
        (status, "anonymous"),
        "{}",
        answer.text
    );
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_session_ends_when_it_is_expired_and_a_login_makes_another() {
    let jira = Jira::start().await;
    let (ana, bea) = (jira.admin().await, jira.admin().await);
    assert_eq!(
        ana.get("/connections/global").await.header("x-ausername"),
        "admin"
    );
    expire_all(&jira).await;
    for session in [&ana, &bea] {
        assert_nobodys(&session.get("/connections/global").await, 401);
    }
    let change = json!({ "projectId": "10000" });
    assert_nobodys(&ana.post("/connections", change.clone()).await, 401);
    let again = jira.admin().await;
    assert_ne!(again.cookie, ana.cookie);
    assert_eq!(again.post("/connections", change).await.status, 201);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn one_session_can_be_expired_alone() {
    let jira = Jira::start().await;
    let (ana, bea) = (jira.admin().await, jira.admin().await);
    assert_eq!(ana.control(Method::DELETE, "/sessions/current").await.status, 204);
    assert_nobodys(&ana.get("/connections").await, 401);
    assert_eq!(bea.get("/connections").await.status, 200);
    assert_eq!(ana.control(Method::DELETE, "/sessions/current").await.status, 404);
}

#[tokio::test]
async fn a_session_ends_by_itself() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    rules(&jira, json!({ "lifetimeSeconds": 1 })).await;
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert_nobodys(&admin.get("/connections").await, 401);
    rules(&jira, json!({ "lifetimeSeconds": 60 })).await;
    assert_nobodys(&admin.get("/connections").await, 401);
    assert_eq!(jira.admin().await.get("/connections").await.status, 200);
}

#[tokio::test]
async fn jiras_own_401_can_have_either_body() {
    let jira = Jira::start().await;
    let nobody = jira.anonymous();
    let own = nobody.get("/connections").await;
    assert_nobodys(&own, 401);
    assert_eq!(own.header("x-seraph-loginreason"), "OUT");
    assert!(own.json()["errorMessages"][0].is_string());
    rules(&jira, json!({ "answer": "UNAUTHORIZED_STATUS" })).await;
    let status = nobody.get("/connections").await;
    assert_nobodys(&status, 401);
    assert_eq!(status.header("x-seraph-loginreason"), "OUT");
    assert_eq!(
        status.json(),
        json!({ "message": "Client must be authenticated to access this resource.", "status-code": 401 })
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_login_page_can_come_in_an_answers_place() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    rules(&jira, json!({ "answer": "LOGIN_PAGE" })).await;
    expire_all(&jira).await;
    for answer in [
        admin.get("/connections?query=a").await,
        admin.delete(&path, "*").await,
    ] {
        assert_nobodys(&answer, 200);
        assert!(answer.header("content-type").starts_with("text/html"));
        assert!(answer.text.contains(r#"action="/jira/login.jsp""#));
    }
    let form = admin.get("/connections?query=a").await.text;
    assert!(
        form.contains(r#"name="os_destination" value="/rest/testio/1.0/connections?query=a""#),
        "{form}"
    );
    // Nothing was done meanwhile.
    assert_eq!(jira.admin().await.get(&path).await.status, 200);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_redirect_can_lead_to_the_login_page_and_back() {
    let jira = Jira::start().await;
    rules(&jira, json!({ "answer": "LOGIN_REDIRECT" })).await;
    let answer = jira.anonymous().get("/connections?query=a").await;
    assert_nobodys(&answer, 302);
    let login = "/jira/login.jsp?os_destination=%2Frest%2Ftestio%2F1.0%2Fconnections%3Fquery%3Da";
    assert_eq!(answer.header("location"), login);
    let form = jira
        .anonymous()
        .page(login.trim_start_matches("/jira"), &[])
        .await;
    let destination = "/rest/testio/1.0/connections?query=a";
    assert!(form.text.contains(&format!(r#"value="{destination}""#)));
    let fields = [
        ("os_username", "admin"),
        ("os_password", "admin"),
        ("os_destination", destination),
    ];
    let back = jira.anonymous().submit("/login.jsp", &fields).await;
    assert_eq!(back.header("location"), format!("/jira{destination}"));
    assert_eq!(back.header("x-seraph-loginreason"), "OK");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_login_leads_to_this_jira_only() {
    let jira = Jira::start().await;
    for (wanted, location) in [
        ("/jira/plugins/x", "/jira/plugins/x"),
        ("https://evil.example", "/jira/plugins/servlet/testio/connection"),
        ("", "/jira/plugins/servlet/testio/connection"),
    ] {
        let fields = [
            ("os_username", "admin"),
            ("os_password", "admin"),
            ("os_destination", wanted),
        ];
        let answer = jira.anonymous().submit("/login.jsp", &fields).await;
        assert_eq!(answer.header("location"), location);
    }
}

#[tokio::test]
async fn rules_that_cannot_be_are_refused_and_all_can_be_put_back() {
    let jira = Jira::start().await;
    let start = jira.control(Method::GET, "/access", None).await.json();
    assert_eq!(
        start,
        json!({
            "sessions": { "lifetimeSeconds": 18000, "answer": "UNAUTHORIZED" },
            "webSudo": {
                "enabled": false, "lifetimeSeconds": 600, "protects": "CHANGES", "answer": "UNAUTHORIZED_JSON"
            },
            "administrators": ["admin"],
        })
    );
    for (path, wrong) in [
        ("/sessions", json!({ "lifetimeSeconds": 0 })),
        ("/sessions", json!({ "answer": "FORBIDDEN_JSON" })),
        ("/websudo", json!({ "enabeld": true })),
        ("/users/admin", json!({})),
    ] {
        assert_eq!(
            jira.control(Method::POST, path, Some(wrong)).await.status,
            422,
            "{path}"
        );
    }
    rules(&jira, json!({ "lifetimeSeconds": 5, "answer": "LOGIN_PAGE" })).await;
    jira.control(Method::POST, "/websudo", Some(json!({ "enabled": true })))
        .await;
    jira.control(
        Method::POST,
        "/users/admin",
        Some(json!({ "administrator": false })),
    )
    .await;
    assert_ne!(jira.control(Method::GET, "/access", None).await.json(), start);
    assert_eq!(jira.control(Method::DELETE, "/access", None).await.status, 204);
    assert_eq!(jira.control(Method::GET, "/access", None).await.json(), start);
}
