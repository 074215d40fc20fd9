//! The log as a file: its download, of any size and cut short, and what becomes of it.

use reqwest::Method;
use serde_json::json;

use crate::harness::Jira;
use crate::maintenance_logs::{DOWNLOAD, PATH, Quiet, log, messages, read, write};

#[tokio::test]
async fn a_download_is_a_file_of_the_whole_range() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    log(&jira, json!({ "does": "grow", "megabytes": 3 })).await;
    log(&jira, json!({ "does": "examples" })).await;
    let file = admin.get(DOWNLOAD).await;
    assert_eq!(file.header("content-type"), "text/plain; charset=utf-8");
    let disposition = file.header("content-disposition");
    assert!(
        disposition.starts_with("attachment; filename=\"atlassian-jira-"),
        "{disposition}"
    );
    assert!(file.text.len() > 3_000_000);
    let first = file.text.lines().next().unwrap();
    assert!(
        first.contains("[com.atlassian.jira.startup] Jira is ready"),
        "oldest first: {first}"
    );
    assert!(file.text.contains("Authorization: Token [redacted]"));
    assert!(
        file.text.contains("\n\tat io.test.jira"),
        "the trace as it stands in the log"
    );
    let page = read(&admin, "tail=1000").await;
    assert!(page["total"].as_u64() > Some(10_000));
    assert_eq!(
        (&page["truncated"], page["lines"].as_array().unwrap().len()),
        (&json!(true), 1000)
    );
    let levels: Vec<_> = page["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| &line["level"])
        .collect();
    for level in ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"] {
        assert!(levels.contains(&&json!(level)), "{level}");
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_download_can_break_off_or_stop_in_its_middle() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    log(&jira, json!({ "does": "grow", "megabytes": 2 })).await;
    let cut = json!({ "bytes": 1_000_000, "then": "break" });
    jira.fault(json!({ "path": DOWNLOAD, "times": 1, "afterBytes": cut }))
        .await;
    let mut response = admin.open(DOWNLOAD).await;
    assert_eq!(response.status(), 200, "it began well");
    let mut got = 0;
    let broken = loop {
        match response.chunk().await {
            Ok(Some(chunk)) => got += chunk.len(),
            Ok(None) => break false,
            Err(_) => break true,
        }
    };
    assert!(broken);
    assert!((1..=1_000_000).contains(&got), "{got}");

    let stall = json!({ "bytes": 1_000_000, "then": "stall" });
    jira.fault(json!({ "path": DOWNLOAD, "times": 1, "afterBytes": stall }))
        .await;
    let mut response = admin.open(DOWNLOAD).await;
    let mut got = 0;
    while got < 1_000_000 {
        got += response.chunk().await.unwrap().unwrap().len();
    }
    assert_eq!(got, 1_000_000);
    // Who gives up does not disturb anybody.
    drop(response);
    assert!(admin.get(DOWNLOAD).await.text.len() > 2_000_000);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_log_that_is_gone_is_said_to_be() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    log(&jira, json!({ "does": "delete" })).await;
    for path in [PATH, DOWNLOAD] {
        admin.get(path).await.refused(404, "LOG_NOT_FOUND");
        let refused = admin.get(&format!("{path}?from=2999-01-01T00:00:00Z")).await;
        refused.refused(400, "INVALID_REQUEST");
    }
    let written = json!({ "does": "examples" });
    assert_eq!(
        jira.control(Method::POST, "/log", Some(written)).await.status,
        409
    );
    log(&jira, json!({ "does": "begin" })).await;
    assert_eq!(admin.get(PATH).await.status, 200);
    log(&jira, json!({ "does": "delete" })).await;
    jira.control(Method::POST, "/reset", None).await;
    assert_eq!(admin.get(PATH).await.status, 200);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_log_goes_on_after_a_restart_and_stays_when_data_is_cleared() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let quiet = Quiet::new();
    write(&jira, &[quiet.line(1, "a.b", "from before")]).await;
    let body = Some(json!({ "confirm": "CLEAR" }));
    admin.send(Method::DELETE, "/maintenance/data", &[], body).await;
    let cookie = admin.cookie.clone();
    let jira = jira.restart().await;
    let admin = jira.session(&cookie);
    assert_eq!(messages(&read(&admin, &quiet.query()).await), ["from before"]);
    let page = read(&admin, "tail=1000").await;
    let starts = messages(&page)
        .iter()
        .filter(|text| text.starts_with("Jira is ready"))
        .count();
    assert_eq!(starts, 2);
    jira.assert_contract_kept().await;
}
