//! Ways that fail: the step, the cause, and what decided.

use serde_json::{Value, json};

use super::{outcomes, run, step, take};
use crate::harness::{ACME_EU, Jira};

/// How many of the steps pass on a way, which then fails with a cause.
async fn fails_after(way: &str, passing: &[&str], failing: &str, cause: &str) -> Value {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    take(&jira, way).await;
    let report = run(&admin).await;
    let expected: Vec<String> = ["DATABASE", "NAME", "CONNECT", "TLS", "API", "KEYS"]
        .into_iter()
        .map(|step| {
            if passing.contains(&step) {
                format!("{step} PASSED")
            } else if step == failing {
                format!("{step} FAILED {cause}")
            } else {
                format!("{step} SKIPPED EARLIER_STEP_FAILED")
            }
        })
        .collect();
    assert_eq!(outcomes(&report), expected, "{report:#}");
    assert_eq!(report["keys"], json!({ "accepted": 0, "failed": [] }));
    // What the plugin itself asks goes the same way.
    let saved = admin
        .put("/connections/global", "*", json!({ "apiKey": ACME_EU }))
        .await;
    saved.refused(424, "TESTIO_UNREACHABLE");
    jira.assert_contract_kept().await;
    step(&report, failing).clone()
}

#[tokio::test]
async fn an_unknown_host() {
    let name = fails_after("UNKNOWN_HOST", &["DATABASE"], "NAME", "NAME_NOT_FOUND").await;
    assert_eq!(name["address"], "api.test-io.invalid");
    assert!(name["detail"].is_string(), "{name}");
}

#[tokio::test]
async fn a_closed_port() {
    let connect = fails_after("CLOSED_PORT", &["DATABASE", "NAME"], "CONNECT", "REFUSED").await;
    let address = connect["address"].as_str().unwrap();
    assert!(address.starts_with("localhost:"), "{address}");
    assert!(
        connect["detail"].as_str().unwrap().contains("refused"),
        "{connect}"
    );
}

#[tokio::test]
async fn a_certificate_of_our_own() {
    let passing = ["DATABASE", "NAME", "CONNECT"];
    let tls = fails_after("OWN_CERTIFICATE", &passing, "TLS", "CERTIFICATE").await;
    let detail = tls["detail"].as_str().unwrap();
    assert!(
        detail.contains("certificate") && detail.contains("UnknownIssuer"),
        "{detail}"
    );
}

#[tokio::test]
async fn a_proxy_that_wants_a_password() {
    let passing = ["DATABASE", "NAME"];
    let connect = fails_after("PROXY_PASSWORD", &passing, "CONNECT", "PROXY_AUTHENTICATION").await;
    assert_eq!(connect["httpStatus"], 407);
    assert!(
        connect["proxy"].as_str().unwrap().starts_with("127.0.0.1:"),
        "{connect}"
    );
    assert!(
        connect["address"].as_str().unwrap().starts_with("localhost:"),
        "{connect}"
    );
}

#[tokio::test]
async fn a_proxy_that_lets_nobody_through() {
    let connect = fails_after("PROXY_REFUSES", &["DATABASE", "NAME"], "CONNECT", "PROXY_REFUSED").await;
    assert_eq!(connect["httpStatus"], 403);
}

const UP_TO_TLS: [&str; 4] = ["DATABASE", "NAME", "CONNECT", "TLS"];

#[tokio::test]
async fn a_server_that_never_answers() {
    let api = fails_after("NO_ANSWER", &UP_TO_TLS, "API", "TIMED_OUT").await;
    assert_eq!(api["httpStatus"], Value::Null);
    let address = api["address"].as_str().unwrap();
    assert!(
        address.starts_with("https://localhost:") && address.ends_with("/customer/v2"),
        "{address}"
    );
}

#[tokio::test]
async fn another_status() {
    let api = fails_after("UNAVAILABLE", &UP_TO_TLS, "API", "HTTP_STATUS").await;
    assert_eq!(api["httpStatus"], 503);
}

#[tokio::test]
async fn a_page_that_is_not_test_io() {
    let api = fails_after("NOT_TEST_IO", &UP_TO_TLS, "API", "NOT_TEST_IO").await;
    assert_eq!(api["httpStatus"], 200);
}

#[tokio::test]
async fn a_server_that_hangs_up() {
    fails_after("CLOSED", &UP_TO_TLS, "API", "CLOSED").await;
}
