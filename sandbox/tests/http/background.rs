//! What happens without the person: the plugin's own checks, revoked keys, and a second administrator.

use std::time::Duration;

use reqwest::Method;
use sandbox::seed::SeedSize;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, ACME_US, Jira};

#[tokio::test]
async fn accounts_share_the_connections() {
    let jira = Jira::with(SeedSize {
        projects: 300,
        connections: 300,
        accounts: Some(4),
    })
    .await;
    let admin = jira.admin().await;
    let page = admin.get("/accounts").await.json();
    let sizes: Vec<(&Value, &Value)> = page["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|account| (&account["labels"], &account["byStatus"]["CONNECTED"]))
        .collect();
    let labels = |label: &str, connections: u32| json!([{ "label": label, "connections": connections }]);
    let expected = [("ACME EU", 120), ("ACME US", 90), ("Globex", 60), ("Initech", 30)]
        .map(|(label, connections)| (labels(label, connections), json!(connections)));
    assert_eq!(
        sizes,
        expected
            .iter()
            .map(|(one, other)| (one, other))
            .collect::<Vec<_>>()
    );
    let reset = |accounts: u32| {
        jira.control(
            Method::POST,
            "/reset",
            Some(json!({ "projects": 12, "connections": 12, "accounts": accounts })),
        )
    };
    assert_eq!(reset(0).await.status, 400);
    assert_eq!(reset(9).await.status, 400);
    assert_eq!(reset(8).await.status, 204);
    assert_eq!(admin.get("/accounts").await.json()["total"], 8);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_revoked_key_is_noticed_with_one_question_for_all_that_hold_it() {
    let jira = Jira::with(SeedSize {
        projects: 20,
        connections: 20,
        accounts: Some(2),
    })
    .await;
    let admin = jira.admin().await;
    jira.revoke("ACME EU", true).await;
    let before = admin.get("/connections").await.json();
    // Two questions are answered, for there are two keys.
    jira.fault(json!({ "target": "testio", "times": 2, "delayMs": 1 }))
        .await;
    jira.fault(json!({ "target": "testio", "dropConnection": true }))
        .await;
    assert_eq!(jira.control(Method::POST, "/checks", None).await.status, 204);
    let after = admin.get("/connections").await.json();
    let values = |page: &Value| page["values"].as_array().unwrap().clone();
    for (before, after) in values(&before).iter().zip(values(&after)) {
        let revoked = after["accountLabel"] == "ACME EU";
        let status = if revoked { "KEY_REJECTED" } else { "CONNECTED" };
        assert_eq!(after["status"], status);
        assert_eq!(after["statusSince"] == before["statusSince"], !revoked);
        assert!(after["version"].as_i64() > before["version"].as_i64());
        assert_ne!(after["lastCheckedAt"], before["lastCheckedAt"]);
        for kept in ["updatedAt", "updatedBy", "products"] {
            assert_eq!(after[kept], before[kept], "{kept}");
        }
    }
    jira.control(Method::DELETE, "/faults", None).await;
    admin
        .put("/connections/global", "*", json!({ "apiKey": ACME_EU }))
        .await
        .refused(422, "KEY_REJECTED");
    jira.revoke("ACME EU", false).await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    jira.revoke("ACME EU", true).await;
    jira.control(Method::POST, "/reset", None).await;
    let accounts = jira.control(Method::GET, "/accounts", None).await.json();
    assert_eq!(accounts[0], json!({ "name": "ACME EU", "revoked": false }));
    let nobody = jira
        .control(Method::POST, "/accounts/Nobody", Some(json!({ "revoked": true })))
        .await;
    assert_eq!(nobody.status, 404);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn stored_keys_are_checked_again_and_again() {
    let jira = Jira::checking(Duration::from_millis(20)).await;
    let admin = jira.admin().await;
    admin
        .save(
            "/connections/global",
            json!({ "apiKey": ACME_EU, "verify": false }),
        )
        .await;
    for (revoked, status) in [(false, "CONNECTED"), (true, "KEY_REJECTED"), (false, "CONNECTED")] {
        jira.revoke("ACME EU", revoked).await;
        while admin.get("/connections/global").await.json()["status"] != status {}
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_second_administrator_can_be_made_to_act() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let (one, other) = (admin.connect("10000").await, admin.connect("10001").await);
    for path in [&one, &other] {
        admin.save(path, json!({ "apiKey": ACME_US })).await;
    }
    let id = one.trim_start_matches("/connections/");
    let act = async |does: &str, everywhere: bool| {
        let deed = json!({ "connection": id, "does": does, "everywhere": everywhere });
        let answer = jira.control(Method::POST, "/second-admin", Some(deed)).await;
        assert_eq!(answer.status, 204, "{}", answer.text);
        (admin.get(&one).await, admin.get(&other).await.json())
    };
    let seen = admin.get(&one).await.header("etag").to_owned();
    let (renamed, untouched) = act("rename", false).await;
    assert_eq!(renamed.json()["updatedBy"]["displayName"], "Bea Boss");
    assert!(renamed.json()["accountLabel"].is_string());
    assert_eq!(untouched["accountLabel"], Value::Null);
    admin
        .put(&one, &seen, json!({ "accountLabel": "Mine" }))
        .await
        .refused(412, "STALE");
    let (replaced, also) = act("replaceKey", true).await;
    assert_eq!(
        (&replaced.json()["keyHint"], &also["keyHint"]),
        (&json!("4a2f"), &json!("4a2f"))
    );
    assert_eq!(act("removeKey", false).await.0.json()["status"], "KEY_MISSING");
    assert_eq!(act("delete", false).await.0.status, 404);
    for (connection, status) in [("global", 409), ("nobody", 404), ("99", 404)] {
        let deed = json!({ "connection": connection, "does": "delete" });
        let refused = jira.control(Method::POST, "/second-admin", Some(deed)).await;
        assert_eq!(refused.status, status, "{connection}");
    }
    jira.assert_contract_kept().await;
}
