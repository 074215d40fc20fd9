//! Forgetting all that the plugin has stored.

use reqwest::Method;
use sandbox::seed::SeedSize;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, Answer, Jira, Session};

async fn clear(session: &Session<'_>, body: Value) -> Answer {
    session
        .send(Method::DELETE, "/maintenance/data", &[], Some(body))
        .await
}

fn confirmed() -> Value {
    json!({ "confirm": "CLEAR" })
}

async fn some_years_old() -> Jira {
    Jira::with(SeedSize {
        projects: 30,
        connections: 12,
        accounts: None,
    })
    .await
}

#[tokio::test]
async fn everything_is_as_before_anybody_used_it() {
    let jira = some_years_old().await;
    let admin = jira.admin().await;
    let mut first = admin.get("/connections/global").await.json();
    let global = json!({ "apiKey": ACME_EU, "accountLabel": "ACME" });
    let used = admin.save("/connections/global", global).await;
    let notify = json!({ "notify": true });
    admin
        .send(Method::PUT, "/maintenance/jobs/ISSUES_SYNC", &[], Some(notify))
        .await;
    jira.control(Method::POST, "/checks", None).await;

    let cleared = clear(&admin, confirmed()).await;
    assert_eq!(
        (cleared.status.as_u16(), cleared.json()),
        (200, json!({ "connections": 12 }))
    );

    let mut global = admin.get("/connections/global").await.json();
    assert_ne!(global["version"], used["version"]);
    for changing in ["version", "updatedAt", "statusSince"] {
        assert!(global[changing] != first[changing], "{changing}");
        first[changing] = Value::Null;
        global[changing] = Value::Null;
    }
    assert_eq!(global, first);
    assert_eq!(admin.get("/connections").await.json()["total"], 0);
    assert_eq!(admin.get("/accounts").await.json()["total"], 0);
    assert_eq!(
        admin.get("/connections/summary").await.json()["projects"]["total"],
        30
    );
    for job in admin.get("/maintenance/jobs").await.json()["jobs"]
        .as_array()
        .unwrap()
    {
        assert_eq!(
            (
                &job["status"],
                &job["notify"],
                &job["runs"],
                &job["lastRunAt"],
                &job["statusSince"]
            ),
            (
                &json!("NEVER_RUN"),
                &json!(false),
                &json!([]),
                &Value::Null,
                &Value::Null
            ),
            "{job}"
        );
    }
    // No key is left to ask Test IO about.
    jira.control(Method::POST, "/checks", None).await;
    let jobs = admin.get("/maintenance/jobs").await.json();
    assert_eq!(jobs["jobs"][3]["runs"][0]["message"], "No key is stored");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn it_stays_so_and_ids_are_not_given_again() {
    let jira = some_years_old().await;
    let admin = jira.admin().await;
    let page = admin.get("/connections?maxResults=200").await.json();
    let ids: Vec<Value> = page["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].clone())
        .collect();
    clear(&admin, confirmed()).await;
    let cookie = admin.cookie.clone();
    let jira = jira.restart().await;
    let admin = jira.session(&cookie);
    assert_eq!(admin.get("/connections").await.json()["total"], 0);
    let again = clear(&admin, confirmed()).await;
    assert_eq!(
        (again.status.as_u16(), again.json()),
        (200, json!({ "connections": 0 }))
    );
    let path = admin.connect("10000").await;
    assert!(
        !ids.contains(&json!(path.trim_start_matches("/connections/"))),
        "{path}"
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn who_has_an_older_version_is_told() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let seen = admin.get("/connections/global").await.header("etag").to_owned();
    clear(&admin, confirmed()).await;
    admin
        .put("/connections/global", &seen, json!({ "accountLabel": "Mine" }))
        .await
        .refused(412, "STALE");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn nothing_goes_without_the_right_word() {
    let jira = some_years_old().await;
    let admin = jira.admin().await;
    for word in ["", "clear", "CLEAR ", "yes"] {
        let refused = clear(&admin, json!({ "confirm": word })).await;
        let body = refused.refused(400, "INVALID_REQUEST");
        assert!(body["errors"]["confirm"].is_string(), "{body}");
    }
    jira.assert_contract_kept().await;
    clear(&admin, json!({})).await.refused(400, "INVALID_REQUEST");
    assert_eq!(admin.get("/connections").await.json()["total"], 12);
}

#[tokio::test]
async fn only_administrators_who_have_confirmed_clear_anything() {
    let jira = some_years_old().await;
    let user = jira.log_in("user").await;
    for body in [confirmed(), json!({ "confirm": "no" })] {
        clear(&user, body).await.refused(403, "FORBIDDEN");
    }
    assert_eq!(clear(&jira.anonymous(), confirmed()).await.status, 401);
    let admin = jira.admin().await;
    jira.control(Method::POST, "/websudo", Some(json!({ "enabled": true })))
        .await;
    let asked = clear(&admin, confirmed()).await;
    assert_eq!(asked.status, 401);
    assert!(asked.text.contains("WebSudo"), "{}", asked.text);
    assert_eq!(admin.get("/connections").await.json()["total"], 12);
    jira.assert_contract_kept().await;
}
