//! Storing, replacing and removing keys, the label, and the Global switch.

use reqwest::Method;
use sandbox::test_io::accounts::REVOKED_KEY;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, ACME_US, Jira};

#[tokio::test]
async fn the_first_key_switches_global_on() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let global = admin
        .save(
            "/connections/global",
            json!({ "apiKey": format!("  {ACME_EU} ") }),
        )
        .await;
    assert_eq!(global["status"], "CONNECTED");
    assert_eq!(global["active"], true);
    assert_eq!(global["keyHint"], "4a2f");
    assert_eq!(global["keySavedBy"]["displayName"], "Ana Admin");
    assert_eq!(global["productCount"], 12);
    assert_eq!(global["products"].as_array().unwrap().len(), 10);
    assert_eq!(global["products"][0], json!({ "id": "4101", "name": "Web Shop" }));
    assert_eq!(global["lastCheckedAt"], global["keySavedAt"]);
    assert_eq!(admin.get("/connections/global").await.json(), global);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_later_key_leaves_the_switch_as_it_is() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    let off = admin
        .save("/connections/global", json!({ "active": false }))
        .await;
    assert_eq!(
        (&off["status"], &off["hasKey"]),
        (&json!("INACTIVE"), &json!(true))
    );
    let replaced = admin
        .save("/connections/global", json!({ "apiKey": ACME_US }))
        .await;
    assert_eq!(
        (&replaced["active"], &replaced["keyHint"]),
        (&json!(false), &json!("9c3d"))
    );
    let on = admin.save("/connections/global", json!({ "active": true })).await;
    assert_eq!(on["status"], "CONNECTED");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_first_key_can_be_stored_switched_off() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let global = admin
        .save(
            "/connections/global",
            json!({ "apiKey": ACME_EU, "active": false }),
        )
        .await;
    assert_eq!(
        (&global["active"], &global["hasKey"]),
        (&json!(false), &json!(true))
    );
}

#[tokio::test]
async fn global_cannot_be_switched_on_without_a_key() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .put("/connections/global", "*", json!({ "active": true }))
        .await
        .refused(409, "KEY_MISSING");
    let both = admin
        .save(
            "/connections/global",
            json!({ "active": true, "apiKey": ACME_EU }),
        )
        .await;
    assert_eq!(both["status"], "CONNECTED");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn active_belongs_to_global_alone() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let body = admin
        .put(&path, "*", json!({ "active": false, "accountLabel": "X" }))
        .await;
    assert!(body.refused(400, "INVALID_REQUEST")["errors"]["active"].is_string());
    assert_eq!(admin.get(&path).await.json()["accountLabel"], Value::Null);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn what_cannot_be_a_key_is_refused_without_asking_test_io() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    jira.fault(json!({ "target": "testio", "dropConnection": true }))
        .await;
    let too_long = "a".repeat(257);
    for key in [
        "",
        "   ",
        "abc\ndef",
        "abc\n",
        "abc\u{0}",
        "•••• 4f2a",
        "5e1f****",
        too_long.as_str(),
    ] {
        let answer = admin
            .put(
                "/connections/global",
                "*",
                json!({ "apiKey": key, "accountLabel": "X" }),
            )
            .await;
        assert!(
            answer.refused(422, "KEY_MALFORMED")["errors"]["apiKey"].is_string(),
            "{key:?}"
        );
        let test = admin
            .post("/connections/global/test", json!({ "apiKey": key }))
            .await;
        test.refused(422, "KEY_MALFORMED");
    }
    assert_eq!(admin.get("/connections/global").await.json()["version"], 1);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_refused_key_changes_nothing_at_all() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let before = admin
        .save(
            "/connections/global",
            json!({ "apiKey": ACME_EU, "accountLabel": "EU" }),
        )
        .await;
    for key in [REVOKED_KEY, "no-such-key", "schlüssel"] {
        let body = json!({ "apiKey": key, "accountLabel": "US", "active": false });
        let answer = admin.put("/connections/global", "*", body).await;
        assert!(answer.refused(422, "KEY_REJECTED")["errors"]["apiKey"].is_string());
    }
    assert_eq!(admin.get("/connections/global").await.json(), before);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn without_test_io_a_key_is_stored_only_unverified() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    for fault in [
        json!({ "target": "testio", "dropConnection": true }),
        json!({ "target": "testio", "status": 500, "body": "oops" }),
        json!({ "target": "testio", "status": 200, "contentType": "text/html", "body": "<html>" }),
        json!({ "target": "testio", "status": 302, "headers": { "location": "/elsewhere" } }),
    ] {
        jira.fault(fault).await;
        admin
            .put(&path, "*", json!({ "apiKey": ACME_EU }))
            .await
            .refused(424, "TESTIO_UNREACHABLE");
        jira.control(Method::DELETE, "/faults", None).await;
    }
    jira.fault(json!({ "target": "testio", "status": 429, "headers": { "retry-after": "30" } }))
        .await;
    let limited = admin.put(&path, "*", json!({ "apiKey": ACME_EU })).await;
    limited.refused(424, "TESTIO_RATE_LIMITED");
    assert_eq!(limited.header("retry-after"), "30");
    assert_eq!(admin.get(&path).await.json()["hasKey"], false);

    let unverified = admin
        .save(&path, json!({ "apiKey": ACME_EU, "verify": false }))
        .await;
    assert_eq!(unverified["status"], "UNVERIFIED");
    assert_eq!(
        (&unverified["lastCheckedAt"], &unverified["productCount"]),
        (&Value::Null, &json!(0))
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn label_and_switch_do_not_need_test_io() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    jira.fault(json!({ "target": "testio", "dropConnection": true }))
        .await;
    let labelled = admin
        .save(
            "/connections/global",
            json!({ "accountLabel": "  ACME EU  ", "active": false }),
        )
        .await;
    assert_eq!(
        (&labelled["accountLabel"], &labelled["active"]),
        (&json!("ACME EU"), &json!(false))
    );
    let cleared = admin
        .save("/connections/global", json!({ "accountLabel": " " }))
        .await;
    assert_eq!(cleared["accountLabel"], Value::Null);
    for label in ["x".repeat(61), "a\nb".to_owned()] {
        let answer = admin
            .put("/connections/global", "*", json!({ "accountLabel": label }))
            .await;
        assert!(answer.refused(400, "INVALID_REQUEST")["errors"]["accountLabel"].is_string());
    }
    let longest = "ü".repeat(60);
    assert_eq!(
        admin
            .save("/connections/global", json!({ "accountLabel": longest }))
            .await["accountLabel"],
        longest
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_short_key_has_no_hint() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let hint = async |key: &str| {
        admin.save(&path, json!({ "apiKey": key, "verify": false })).await["keyHint"].clone()
    };
    assert_eq!(hint("123456789012345").await, Value::Null);
    assert_eq!(hint("1234567890123456").await, "3456");
}

#[tokio::test]
async fn removing_the_key_keeps_the_label() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for (path, status) in [
        ("/connections/global".to_owned(), "INACTIVE"),
        (admin.connect("10000").await, "KEY_MISSING"),
    ] {
        admin
            .save(&path, json!({ "apiKey": ACME_EU, "accountLabel": "EU" }))
            .await;
        let answer = admin.delete(&format!("{path}/key"), "*").await;
        let connection = answer.json();
        assert_eq!(
            (&connection["status"], &connection["hasKey"]),
            (&json!(status), &json!(false))
        );
        assert_eq!(
            (&connection["accountLabel"], &connection["productCount"]),
            (&json!("EU"), &json!(0))
        );
        // Once more is no error, and no change.
        let again = admin.delete(&format!("{path}/key"), "*").await;
        assert_eq!(again.json(), connection);
        assert_eq!(again.header("etag"), answer.header("etag"));
    }
    assert_eq!(admin.get("/connections/global").await.json()["active"], false);
    jira.assert_contract_kept().await;
}
