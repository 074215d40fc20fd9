//! One change for all connections with the same key.

use reqwest::Method;
use sandbox::test_io::accounts::REVOKED_KEY;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, ACME_US, Jira, Session};

/// Global and two projects with one key, and a project with another.
struct Account {
    same: [String; 3],
    other: String,
}

impl Account {
    async fn set_up(admin: &Session<'_>) -> Self {
        let same = [
            admin.connect("10000").await,
            admin.connect("10001").await,
            "/connections/global".to_owned(),
        ];
        for path in &same {
            admin
                .save(path, json!({ "apiKey": ACME_EU, "accountLabel": path }))
                .await;
        }
        let other = admin.connect("10002").await;
        admin
            .save(&other, json!({ "apiKey": REVOKED_KEY, "verify": false }))
            .await;
        Self { same, other }
    }

    /// All of them as they are now.
    async fn now(&self, admin: &Session<'_>) -> Vec<Value> {
        let mut all = Vec::new();
        for path in self.same.iter().chain([&self.other]) {
            all.push(admin.get(path).await.json());
        }
        all
    }
}

/// From now on Test IO answers one question, and none after it.
async fn with_one_question(jira: &Jira) {
    jira.fault(json!({ "target": "testio", "times": 1, "delayMs": 1 }))
        .await;
    jira.fault(json!({ "target": "testio", "dropConnection": true }))
        .await;
}

#[tokio::test]
async fn a_key_is_replaced_everywhere_with_one_question_to_test_io() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let account = Account::set_up(&admin).await;
    admin
        .save("/connections/global", json!({ "active": false }))
        .await;
    let before = account.now(&admin).await;
    with_one_question(&jira).await;
    let body = json!({ "apiKey": ACME_US, "everywhere": true, "sameKey": 2 });
    let answer = admin.save(&account.same[0], body).await;
    let after = account.now(&admin).await;
    assert_eq!(answer, after[0]);
    for (before, after) in before.iter().zip(&after).take(3) {
        assert_eq!(after["keyHint"], "9c3d");
        assert_eq!(
            (&after["sameKey"], &after["productCount"]),
            (&json!(2), &json!(3))
        );
        assert!(after["version"].as_i64() > before["version"].as_i64());
        assert_eq!(
            after["accountLabel"], before["accountLabel"],
            "nothing was said of the label"
        );
        assert_eq!(after["keySavedBy"]["displayName"], "Ana Admin");
        assert_eq!(after["active"], before["active"], "{}", after["id"]);
    }
    assert_eq!(
        (&after[0]["status"], &after[2]["status"]),
        (&json!("CONNECTED"), &json!("INACTIVE"))
    );
    assert_eq!(after[3], before[3], "it has another key");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_label_alone_renames_all() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let account = Account::set_up(&admin).await;
    let before = account.now(&admin).await;
    jira.fault(json!({ "target": "testio", "dropConnection": true }))
        .await;
    // Addressed by Global, which alone may be switched.
    let body = json!({ "accountLabel": " ACME ", "active": false, "everywhere": true });
    admin.save("/connections/global", body).await;
    let after = account.now(&admin).await;
    for (before, after) in before.iter().zip(&after).take(3) {
        assert_eq!(after["accountLabel"], "ACME");
        assert_eq!(after["keySavedAt"], before["keySavedAt"]);
        assert_eq!(after["lastCheckedAt"], before["lastCheckedAt"]);
        assert!(after["version"].as_i64() > before["version"].as_i64());
    }
    assert_eq!(after[2]["active"], false);
    assert_eq!(after[3], before[3]);
    admin
        .save(
            &account.same[1],
            json!({ "accountLabel": "", "everywhere": true }),
        )
        .await;
    for after in account.now(&admin).await {
        assert_eq!(after["accountLabel"], Value::Null);
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn all_or_none_are_changed() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let account = Account::set_up(&admin).await;
    let before = account.now(&admin).await;
    let everywhere = |key: &str| json!({ "apiKey": key, "accountLabel": "Half", "everywhere": true });
    let path = &account.same[0];
    for (key, code) in [(REVOKED_KEY, "KEY_REJECTED"), ("••••", "KEY_MALFORMED")] {
        admin.put(path, "*", everywhere(key)).await.refused(422, code);
    }
    admin
        .put(path, "\"1\"", everywhere(ACME_US))
        .await
        .refused(412, "STALE");
    jira.fault(json!({ "target": "testio", "dropConnection": true }))
        .await;
    admin
        .put(path, "*", everywhere(ACME_US))
        .await
        .refused(424, "TESTIO_UNREACHABLE");
    assert_eq!(account.now(&admin).await, before);
    // Unseen it is stored in all of them.
    admin
        .save(
            path,
            json!({ "apiKey": ACME_US, "verify": false, "everywhere": true }),
        )
        .await;
    for after in account.now(&admin).await.iter().take(3) {
        assert_eq!(
            (&after["status"], &after["productCount"]),
            (&json!("UNVERIFIED"), &json!(0))
        );
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn another_number_than_was_seen_is_stale() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let account = Account::set_up(&admin).await;
    let before = account.now(&admin).await;
    let body = json!({ "apiKey": "••••", "everywhere": true, "sameKey": 1 });
    let stale = admin.put(&account.same[0], "*", body).await;
    let current = stale.refused(412, "STALE")["current"].clone();
    assert_eq!((&current["sameKey"], &current), (&json!(2), &before[0]));
    assert_eq!(account.now(&admin).await, before);
    for body in [
        json!({ "accountLabel": "X", "sameKey": 2 }),
        json!({ "accountLabel": "X", "sameKey": 2, "everywhere": false }),
    ] {
        let refused = admin.put(&account.same[0], "*", body).await;
        assert!(refused.refused(400, "INVALID_REQUEST")["errors"]["sameKey"].is_string());
    }
    assert_eq!(account.now(&admin).await, before);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn who_comes_while_test_io_is_asked_is_noticed() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let account = Account::set_up(&admin).await;
    jira.fault(json!({ "target": "testio", "times": 1, "delayMs": 400 }))
        .await;
    let body = json!({ "apiKey": ACME_US, "everywhere": true, "sameKey": 2 });
    let (put, ()) = tokio::join!(admin.put(&account.same[0], "*", body), async {
        // Once the delay has been taken up, Test IO has been asked and has not answered yet.
        while jira.control(Method::GET, "/faults", None).await.json() != json!([]) {}
        admin.delete(&account.same[1], "*").await;
    });
    assert_eq!(put.refused(412, "STALE")["current"]["sameKey"], 1);
    assert_eq!(admin.get("/connections/global").await.json()["keyHint"], "4a2f");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn without_a_key_only_the_one_addressed_is_changed() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let (one, other) = (admin.connect("10000").await, admin.connect("10001").await);
    let before = admin.get(&other).await.json();
    let body = json!({ "apiKey": ACME_EU, "accountLabel": "EU", "everywhere": true, "sameKey": 0 });
    let saved = admin.save(&one, body).await;
    assert_eq!(
        (&saved["status"], &saved["sameKey"]),
        (&json!("CONNECTED"), &json!(0))
    );
    assert_eq!(admin.get(&other).await.json(), before);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn everywhere_means_nothing_without_key_and_label() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let account = Account::set_up(&admin).await;
    let before = account.now(&admin).await;
    let body = json!({ "active": false, "everywhere": true });
    assert_eq!(admin.save("/connections/global", body).await["active"], false);
    let after = account.now(&admin).await;
    assert_eq!((&after[0], &after[1]), (&before[0], &before[1]));
    jira.assert_contract_kept().await;
}
