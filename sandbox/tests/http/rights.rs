//! Who may do what.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, Jira};

#[tokio::test]
async fn nobody_gets_anything_without_a_login() {
    let jira = Jira::start().await;
    let nobody = jira.anonymous();
    for path in [
        "/connections",
        "/connections/global",
        "/connections/summary",
        "/projects",
    ] {
        let answer = nobody.get(path).await;
        assert_eq!(answer.status, 401);
        assert_eq!(
            (
                answer.header("x-ausername"),
                answer.header("x-seraph-loginreason")
            ),
            ("anonymous", "OUT")
        );
        assert_eq!(answer.header("cache-control"), "no-store");
        let body = answer.json();
        assert_eq!(body.get("code"), None);
        assert!(body["errorMessages"][0].is_string() && body["errors"].is_object());
    }
    assert_eq!(
        nobody
            .post("/connections", json!({ "projectId": "10000" }))
            .await
            .status,
        401
    );
    assert_eq!(
        jira.session("JSESSIONID=0123456789ABCDEF")
            .get("/connections")
            .await
            .status,
        401
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_user_without_the_right_may_look_only() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let user = jira.log_in("user").await;
    let read = user.get(&path).await;
    assert_eq!((read.status.as_u16(), read.header("x-ausername")), (200, "user"));
    assert_eq!(
        user.get("/connections/summary").await.json()["permissions"]["manage"],
        false
    );
    assert_eq!(
        admin.get("/connections/summary").await.json()["permissions"]["manage"],
        true
    );
    for answer in [
        user.post("/connections", json!({ "projectId": "10001" })).await,
        user.put(&path, "*", json!({ "apiKey": ACME_EU })).await,
        user.delete(&format!("{path}/key"), "*").await,
        user.delete(&path, "*").await,
        user.delete("/connections/global", "*").await,
        user.post(&format!("{path}/test"), json!({ "apiKey": ACME_EU }))
            .await,
        user.put("/connections/777", "*", json!({ "accountLabel": "X" }))
            .await,
    ] {
        assert!(answer.refused(403, "FORBIDDEN")["errorMessages"][0].is_string());
    }
    assert_eq!(admin.get(&path).await.json()["version"], 1);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_right_can_be_taken_away_and_given_back_while_a_session_lasts() {
    let jira = Jira::start().await;
    let (admin, user) = (jira.admin().await, jira.log_in("user").await);
    let may = async |name: &str, administrator: bool| {
        let path = format!("/users/{name}");
        let answer = jira
            .control(
                Method::POST,
                &path,
                Some(json!({ "administrator": administrator })),
            )
            .await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    };
    may("admin", false).await;
    may("user", true).await;
    let label = json!({ "accountLabel": "ACME" });
    for (session, manage) in [(&admin, false), (&user, true)] {
        let summary = session.get("/connections/summary").await.json();
        assert_eq!(summary["permissions"]["manage"], manage);
        let page = session.page("/plugins/servlet/testio/connection", &[]).await;
        assert!(
            page.text
                .contains(&format!(r#"name="ajs-is-admin" content="{manage}""#))
        );
    }
    admin
        .put("/connections/global", "*", label.clone())
        .await
        .refused(403, "FORBIDDEN");
    user.save("/connections/global", label.clone()).await;
    may("admin", true).await;
    admin.save("/connections/global", label).await;
    let nobody = json!({ "administrator": true });
    assert_eq!(
        jira.control(Method::POST, "/users/nobody", Some(nobody))
            .await
            .status,
        404
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_wrong_password_is_no_login() {
    let jira = Jira::start().await;
    let form = "os_username=admin&os_password=wrong&os_destination=";
    let answer = reqwest::Client::new()
        .post(format!("{}/login.jsp", jira.url()))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.headers()["x-seraph-loginreason"], "AUTHENTICATED_FAILED");
    assert!(!answer.headers().contains_key("set-cookie"));
    assert!(answer.text().await.unwrap().contains("incorrect"));
}

#[tokio::test]
async fn logging_out_ends_the_session() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let answer = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
        .request(Method::POST, format!("{}/secure/Logout.jspa", jira.url()))
        .header("cookie", &admin.cookie)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 303);
    assert_eq!(admin.get("/connections").await.status, 401);
}

#[tokio::test]
async fn no_answer_is_kept_by_a_cache() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for path in [
        "/connections/global",
        "/connections/summary",
        "/projects",
        "/connections/777",
    ] {
        let answer = admin.get(path).await;
        assert_eq!(
            (answer.header("cache-control"), answer.header("x-ausername")),
            ("no-store", "admin")
        );
    }
}

#[tokio::test]
async fn a_key_is_never_given_back() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let saved = admin.save(&path, json!({ "apiKey": ACME_EU })).await;
    assert_eq!(saved.get("apiKey"), None::<&Value>);
    // Every answer that comes through the harness is searched for the demo keys; these are the likely places.
    admin
        .put(&path, "\"0\"", json!({ "apiKey": ACME_EU }))
        .await
        .refused(412, "STALE");
    admin
        .put(&path, "*", json!({ "apiKey": [ACME_EU] }))
        .await
        .refused(400, "INVALID_REQUEST");
    admin.put(&path, "*", json!({ ACME_EU: 1 })).await;
    for log in ["/requests", "/violations"] {
        assert!(
            !jira.control(Method::GET, log, None).await.text.contains(ACME_EU),
            "{log}"
        );
    }
}
