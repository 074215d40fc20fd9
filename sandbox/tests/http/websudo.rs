//! WebSudo: what needs the password again, every way in which that is said, and the page that asks for it.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, Answer, Jira, Session};

const FORM: &str = "/secure/admin/WebSudoAuthenticate!default.jspa";
const TARGET: &str = "/secure/admin/WebSudoAuthenticate.jspa";
const CONNECTION_PAGE: &str = "/plugins/servlet/testio/connection";

async fn rules(jira: &Jira, rules: Value) {
    let answer = jira.control(Method::POST, "/websudo", Some(rules)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

async fn save(session: &Session<'_>) -> Answer {
    let body = json!({ "accountLabel": "ACME EU" });
    session.put("/connections/global", "*", body).await
}

/// Gives the password; the session has another cookie afterwards.
async fn confirm<'a>(jira: &'a Jira, session: &Session<'_>) -> Session<'a> {
    let fields = [
        ("webSudoPassword", "admin"),
        ("webSudoDestination", CONNECTION_PAGE),
    ];
    let answer = session.submit(TARGET, &fields).await;
    assert_eq!(answer.status, 302, "{}", answer.text);
    jira.session(answer.new_cookie())
}

#[tokio::test]
async fn changes_need_a_confirmation_once_it_is_switched_on() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    assert_eq!(save(&admin).await.status, 200);
    rules(&jira, json!({ "enabled": true })).await;
    for answer in [
        save(&admin).await,
        admin.post("/connections", json!({ "projectId": "10001" })).await,
        admin
            .post(&format!("{path}/test"), json!({ "apiKey": ACME_EU }))
            .await,
        admin.delete(&format!("{path}/key"), "*").await,
        admin.delete(&path, "*").await,
    ] {
        assert_eq!(
            (answer.status.as_u16(), answer.header("x-ausername")),
            (401, "admin")
        );
        assert_eq!(
            answer.json(),
            json!({ "message": "This resource requires WebSudo.", "status-code": 401 })
        );
        assert_eq!(answer.header("x-seraph-loginreason"), "");
    }
    // Reading needs none, and nothing was changed.
    assert_eq!(admin.get(&path).await.json()["version"], 1);
    let confirmed = confirm(&jira, &admin).await;
    assert_eq!(save(&confirmed).await.status, 200);
    // It is the session's, not the person's, and the session of before is no more.
    assert_eq!(save(&jira.admin().await).await.status, 401);
    assert_eq!(save(&admin).await.header("x-ausername"), "anonymous");
    rules(&jira, json!({ "enabled": false })).await;
    assert_eq!(save(&jira.admin().await).await.status, 200);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_refusal_has_six_forms() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for (word, status, media_type, needle) in [
        (
            "UNAUTHORIZED_JSON",
            401,
            "application/json",
            r#""status-code":401"#,
        ),
        (
            "UNAUTHORIZED_XML",
            401,
            "application/xml;charset=UTF-8",
            "<status-code>401</status-code>",
        ),
        ("UNAUTHORIZED_HEADER", 401, "", ""),
        (
            "FORBIDDEN_JSON",
            403,
            "application/json",
            r#""error":"This resource requires WebSudo.""#,
        ),
        (
            "FORBIDDEN_XML",
            403,
            "application/xml;charset=UTF-8",
            "<status-code>403</status-code>",
        ),
        ("FORBIDDEN_HEADER", 403, "", ""),
    ] {
        rules(&jira, json!({ "enabled": true, "answer": word })).await;
        let answer = save(&admin).await;
        assert_eq!(answer.status.as_u16(), status, "{word}");
        assert_eq!(answer.header("content-type"), media_type, "{word}");
        assert_eq!(answer.header("x-ausername"), "admin", "{word}");
        if media_type.is_empty() {
            assert_eq!(answer.text, "", "{word}");
            assert_eq!(answer.header("x-atlassian-websudo"), "Require-Authentication");
        } else {
            assert!(answer.text.contains(needle), "{word}: {}", answer.text);
            assert!(answer.text.contains("This resource requires WebSudo."), "{word}");
        }
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_confirmation_ends_by_itself_or_when_it_is_dropped() {
    let jira = Jira::start().await;
    rules(&jira, json!({ "enabled": true })).await;
    let admin = confirm(&jira, &jira.admin().await).await;
    assert_eq!(save(&admin).await.status, 200);
    assert_eq!(jira.control(Method::DELETE, "/websudo", None).await.status, 204);
    assert_eq!(save(&admin).await.status, 401);
    let admin = confirm(&jira, &admin).await;
    rules(&jira, json!({ "lifetimeSeconds": 1 })).await;
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let refused = save(&admin).await;
    assert_eq!(
        (refused.status.as_u16(), refused.header("x-ausername")),
        (401, "admin")
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn everything_can_be_protected() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    rules(&jira, json!({ "enabled": true, "protects": "EVERYTHING" })).await;
    for path in [
        "/connections",
        "/connections/global",
        "/connections/summary",
        "/projects",
    ] {
        assert!(admin.get(path).await.text.contains("WebSudo"), "{path}");
    }
    assert_eq!(confirm(&jira, &admin).await.get("/connections").await.status, 200);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_login_and_the_right_are_asked_for_first() {
    let jira = Jira::start().await;
    rules(&jira, json!({ "enabled": true })).await;
    let nobody = save(&jira.anonymous()).await;
    assert!(nobody.json()["errorMessages"][0].is_string(), "{}", nobody.text);
    save(&jira.log_in("user").await).await.refused(403, "FORBIDDEN");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_page_asks_for_the_password_and_leads_back() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let form = admin
        .page(&format!("{FORM}?webSudoDestination=%2Fa%3Fb%22%3E%3Cc"), &[])
        .await;
    assert_eq!(form.status, 200);
    assert!(form.text.contains("Administrator Access"));
    assert!(
        form.text
            .contains(r#"action="/jira/secure/admin/WebSudoAuthenticate.jspa""#)
    );
    assert!(
        form.text.contains("/a?b") && !form.text.contains("\"><c"),
        "{}",
        form.text
    );
    for (password, words) in [("wrong", "incorrect"), ("", "enter your password")] {
        let fields = [
            ("webSudoPassword", password),
            ("webSudoDestination", CONNECTION_PAGE),
        ];
        let again = admin.submit(TARGET, &fields).await;
        assert_eq!(again.status, 200);
        assert!(again.text.contains(words), "{}", again.text);
        assert!(again.text.contains(&format!(r#"value="{CONNECTION_PAGE}""#)));
        assert_eq!(again.header("x-atlassian-websudo"), "");
        assert_eq!(again.header("set-cookie"), "");
    }
    let fields = [
        ("webSudoPassword", "admin"),
        ("webSudoDestination", CONNECTION_PAGE),
    ];
    let back = admin.submit(TARGET, &fields).await;
    assert_eq!(
        (back.status.as_u16(), back.header("location")),
        (302, "/jira/plugins/servlet/testio/connection")
    );
    assert_eq!(back.header("x-atlassian-websudo"), "Has-Authentication");
}

#[tokio::test]
async fn the_page_leads_to_this_jira_only() {
    let jira = Jira::start().await;
    for (wanted, location) in [
        ("/jira/plugins/x", "/jira/plugins/x"),
        ("https://evil.example", "/jira/secure/project/ViewProjects.jspa"),
        ("", "/jira/secure/project/ViewProjects.jspa"),
    ] {
        let fields = [("webSudoPassword", "admin"), ("webSudoDestination", wanted)];
        let back = jira.admin().await.submit(TARGET, &fields).await;
        assert_eq!((back.status.as_u16(), back.header("location")), (302, location));
    }
}

#[tokio::test]
async fn whoever_is_not_logged_in_does_that_before() {
    let jira = Jira::start().await;
    let login = "/jira/login.jsp?os_destination=\
        %2Fsecure%2Fadmin%2FWebSudoAuthenticate%21default.jspa%3FwebSudoDestination%3D%252Fa%253Fb";
    let nobody = jira.anonymous();
    let form = nobody
        .page(&format!("{FORM}?webSudoDestination=%2Fa%3Fb"), &[])
        .await;
    assert_eq!((form.status.as_u16(), form.header("location")), (303, login));
    let fields = [("webSudoPassword", "admin"), ("webSudoDestination", "/a?b")];
    let target = nobody.submit(TARGET, &fields).await;
    assert_eq!((target.status.as_u16(), target.header("location")), (303, login));
}

#[tokio::test]
async fn a_confirmation_survives_a_restart() {
    let jira = Jira::start().await;
    let cookie = confirm(&jira, &jira.admin().await).await.cookie;
    let jira = jira.restart().await;
    rules(&jira, json!({ "enabled": true })).await;
    assert_eq!(save(&jira.session(&cookie)).await.status, 200);
}
