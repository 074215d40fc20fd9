//! Jira's protection against cross-site requests.

use reqwest::Method;
use serde_json::json;

use crate::harness::{Answer, Jira, Session};

const BROWSER: (&str, &str) = ("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0");
const JSON: (&str, &str) = ("content-type", "application/json");
const NO_CHECK: (&str, &str) = ("x-atlassian-token", "no-check");

async fn create(session: &Session<'_>, headers: &[(&str, &str)]) -> Answer {
    session
        .raw(
            Method::POST,
            "/connections",
            headers,
            Some(json!({ "projectId": "10000" }).to_string()),
        )
        .await
}

fn assert_refused(answer: &Answer) {
    assert_eq!(
        (answer.status.as_u16(), answer.text.as_str()),
        (403, "XSRF check failed")
    );
    assert!(answer.header("content-type").starts_with("text/plain"));
}

#[tokio::test]
async fn a_browsers_post_comes_from_the_same_origin() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    assert_refused(&create(&admin, &[BROWSER, JSON, NO_CHECK]).await);
    assert_refused(&create(&admin, &[BROWSER, JSON, NO_CHECK, ("origin", "null")]).await);
    assert_refused(
        &create(
            &admin,
            &[BROWSER, JSON, NO_CHECK, ("origin", "https://evil.example")],
        )
        .await,
    );
    let origin = jira.origin();
    assert_eq!(
        create(&admin, &[BROWSER, JSON, NO_CHECK, ("origin", &origin)])
            .await
            .status,
        201
    );
    let referer = format!("{}/plugins/servlet/testio/page/connection/", jira.url());
    let again = create(&admin, &[BROWSER, JSON, NO_CHECK, ("referer", &referer)]).await;
    again.refused(409, "CONNECTION_EXISTS");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_form_needs_the_token_header() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10001").await;
    assert_refused(&admin.raw(Method::DELETE, &path, &[("if-match", "*")], None).await);
    assert_eq!(admin.get(&path).await.status, 200);
    assert_eq!(
        admin
            .raw(Method::DELETE, &path, &[("if-match", "*"), NO_CHECK], None)
            .await
            .status,
        204
    );
    jira.assert_contract_kept().await;
    for content_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
    ] {
        assert_refused(&create(&admin, &[("content-type", content_type)]).await);
        // With the header it is no forgery, but no JSON either.
        create(&admin, &[("content-type", content_type), NO_CHECK])
            .await
            .refused(415, "UNSUPPORTED_MEDIA_TYPE");
    }
    assert_eq!(admin.get("/connections").await.json()["total"], 0);
}
