//! The counts above the list.

use reqwest::Method;
use serde_json::json;

use crate::harness::{ACME_EU, ACME_US, Jira};

#[tokio::test]
async fn the_counts_follow_every_change() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let first_run = admin.get("/connections/summary").await.json();
    assert_eq!(
        first_run["projects"],
        json!({ "total": 60, "own": 0, "global": 0, "none": 60 })
    );
    assert_eq!(
        (&first_run["connections"]["total"], &first_run["accounts"]),
        (&json!(0), &json!([]))
    );

    admin
        .save(
            "/connections/global",
            json!({ "apiKey": ACME_EU, "accountLabel": "not counted" }),
        )
        .await;
    let (one, two) = (admin.connect("10000").await, admin.connect("10001").await);
    admin.connect("10002").await;
    admin
        .save(&one, json!({ "apiKey": ACME_US, "accountLabel": "beta" }))
        .await;
    admin.save(&two, json!({ "accountLabel": "Alpha" })).await;
    let summary = admin.get("/connections/summary").await.json();
    assert_eq!(
        summary["projects"],
        json!({ "total": 60, "own": 3, "global": 57, "none": 0 })
    );
    assert_eq!(summary["connections"]["total"], 3);
    assert_eq!(summary["connections"]["byStatus"]["CONNECTED"], 1);
    assert_eq!(summary["connections"]["byStatus"]["KEY_MISSING"], 2);
    assert_eq!(
        summary["accounts"],
        json!([{ "label": "Alpha", "connections": 1 }, { "label": "beta", "connections": 1 }])
    );

    admin
        .save("/connections/global", json!({ "active": false }))
        .await;
    jira.control(
        Method::POST,
        "/projects/10000",
        Some(json!({ "state": "archived" })),
    )
    .await;
    let summary = admin.get("/connections/summary").await.json();
    assert_eq!(
        summary["projects"],
        json!({ "total": 59, "own": 2, "global": 0, "none": 57 })
    );
    assert_eq!(summary["connections"]["byStatus"]["PROJECT_UNAVAILABLE"], 1);
    jira.assert_contract_kept().await;
}
