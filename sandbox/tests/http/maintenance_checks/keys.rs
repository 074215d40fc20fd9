//! What the checks say of the stored keys.

use std::fs;

use reqwest::Method;
use rusqlite::Connection;
use sandbox::seed::SeedSize;
use serde_json::{Value, json};

use super::{outcomes, run, step};
use crate::harness::{ACME_EU, ACME_US, Jira};

#[tokio::test]
async fn without_any_key_they_are_skipped() {
    let jira = Jira::with(SeedSize {
        projects: 3,
        connections: 0,
        ..SeedSize::default()
    })
    .await;
    let report = run(&jira.admin().await).await;
    assert_eq!(
        outcomes(&report)[4..],
        ["API PASSED", "KEYS SKIPPED NOTHING_STORED"]
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn each_key_is_asked_about_once_and_what_comes_of_it_is_kept() {
    let jira = Jira::with(SeedSize {
        projects: 20,
        connections: 20,
        accounts: Some(2),
    })
    .await;
    let admin = jira.admin().await;
    jira.revoke("ACME EU", true).await;
    let accounts = admin.get("/accounts").await.json();
    let account = &accounts["values"][0];
    assert_eq!(account["labels"][0]["label"], "ACME EU");
    // One question without a key and one for each of two keys; a fourth one would be cut off.
    jira.fault(json!({ "target": "testio", "times": 3, "delayMs": 1 }))
        .await;
    jira.fault(json!({ "target": "testio", "dropConnection": true }))
        .await;
    let report = run(&admin).await;
    assert_eq!(outcomes(&report)[5], "KEYS FAILED KEYS_NOT_ACCEPTED");
    let first = admin
        .get(&format!("/connections/{}", account["keyOf"].as_str().unwrap()))
        .await
        .json();
    assert_eq!(
        report["keys"],
        json!({
            "accepted": 1,
            "failed": [{
                "connectionId": account["keyOf"],
                "project": first["project"],
                "accountLabel": "ACME EU",
                "connections": account["connections"],
                "status": "KEY_REJECTED",
            }]
        })
    );
    let list = admin.get("/connections").await.json();
    for connection in list["values"].as_array().unwrap() {
        let revoked = connection["accountLabel"] == "ACME EU";
        let status = if revoked { "KEY_REJECTED" } else { "CONNECTED" };
        assert_eq!(connection["status"], status);
        let checked = connection["lastCheckedAt"].as_str();
        assert!(checked >= report["startedAt"].as_str(), "{connection}");
    }
    assert!(!report.to_string().contains("4a2f"), "the hint is in {report}");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn what_test_io_does_not_say_of_a_key_is_told_apart() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for (fault, status, kept) in [
        (json!({ "dropConnection": true }), "UNREACHABLE", "UNREACHABLE"),
        // It says nothing about the key.
        (json!({ "status": 429 }), "RATE_LIMITED", "CONNECTED"),
    ] {
        jira.control(Method::POST, "/reset", None).await;
        jira.control(Method::DELETE, "/faults", None).await;
        admin
            .save("/connections/global", json!({ "apiKey": ACME_US }))
            .await;
        jira.fault(json!({ "target": "testio", "times": 1, "delayMs": 1 }))
            .await;
        let mut fault = fault;
        fault["target"] = json!("testio");
        jira.fault(fault).await;
        let report = run(&admin).await;
        assert_eq!(
            outcomes(&report)[4..],
            ["API PASSED", "KEYS FAILED KEYS_NOT_ACCEPTED"]
        );
        let global = json!({
            "connectionId": "global", "project": null, "accountLabel": null, "connections": 1, "status": status
        });
        assert_eq!(report["keys"], json!({ "accepted": 0, "failed": [global] }));
        let connection = admin.get("/connections/global").await.json();
        assert_eq!(connection["status"], kept);
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn keys_that_are_not_answered_in_time_fail_with_that() {
    let jira = Jira::with(SeedSize {
        projects: 20,
        connections: 20,
        accounts: Some(8),
    })
    .await;
    let admin = jira.admin().await;
    // More than are asked about at once, so that the last of them are at their turn after five seconds and cut off.
    let unknown = json!({ "apiKey": "f".repeat(40), "verify": false });
    admin.save("/connections/global", unknown).await;
    jira.fault(json!({ "target": "testio", "times": 1, "delayMs": 1 }))
        .await;
    jira.fault(json!({ "target": "testio", "delayMs": 60000 })).await;
    let report = run(&admin).await;
    assert_eq!(outcomes(&report)[5], "KEYS FAILED TIMED_OUT");
    let failed = report["keys"]["failed"].as_array().unwrap();
    assert_eq!(failed.len(), 9, "{report:#}");
    assert!(failed.iter().all(|key| key["status"] == "UNREACHABLE"));
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_database_that_cannot_be_read_leaves_the_rest_of_the_way_to_be_checked() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    assert!(fs::exists(jira.database()).unwrap());
    let other = Connection::open(jira.database()).unwrap();
    other
        .execute_batch("DROP VIEW shown_connection; ALTER TABLE connection RENAME TO elsewhere;")
        .unwrap();
    let report = run(&admin).await;
    assert_eq!(
        outcomes(&report),
        [
            "DATABASE FAILED DATABASE",
            "NAME PASSED",
            "CONNECT PASSED",
            "TLS SKIPPED NOT_USED",
            "API PASSED",
            "KEYS SKIPPED EARLIER_STEP_FAILED"
        ]
    );
    let detail = &step(&report, "DATABASE")["detail"];
    assert!(detail.as_str().unwrap().contains("no such table"), "{detail}");
    assert_eq!(step(&report, "DATABASE")["address"], Value::Null);
    jira.assert_contract_kept().await;
}
