//! Nobody overwrites what they have not seen.

use reqwest::Method;
use serde_json::json;

use crate::harness::{ACME_EU, ACME_US, Jira};

#[tokio::test]
async fn a_change_needs_if_match() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let none = admin
        .send(Method::PUT, &path, &[], Some(json!({ "accountLabel": "X" })))
        .await;
    none.refused(428, "PRECONDITION_REQUIRED");
    admin
        .send(Method::DELETE, &path, &[], None)
        .await
        .refused(428, "PRECONDITION_REQUIRED");
    admin
        .send(Method::DELETE, &format!("{path}/key"), &[], None)
        .await
        .refused(428, "PRECONDITION_REQUIRED");
    assert_eq!(admin.get(&path).await.json()["version"], 1);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_stale_change_is_refused_with_the_current_connection() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let seen = admin.get(&path).await;
    let etag = seen.header("etag");
    let current = admin.save(&path, json!({ "accountLabel": "theirs" })).await;
    let weak = format!("W/{etag}");
    for tag in [etag, &weak, "7", "\"nonsense\""] {
        for answer in [
            admin
                .put(&path, tag, json!({ "apiKey": ACME_EU, "accountLabel": "mine" }))
                .await,
            admin.delete(&path, tag).await,
            admin.delete(&format!("{path}/key"), tag).await,
        ] {
            let body = answer.refused(412, "STALE");
            assert_eq!(body["current"], current);
            assert_eq!(answer.header("etag"), format!("\"{}\"", current["version"]));
        }
    }
    assert_eq!(admin.get(&path).await.json(), current);
    for (version, form) in [(2, "\"0\", \"2\""), (3, "W/\"3\""), (4, "\"0\", W/\"4\"")] {
        assert_eq!(admin.get(&path).await.json()["version"], version);
        let label = json!({ "accountLabel": form });
        assert_eq!(admin.put(&path, form, label).await.status, 200, "{form}");
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn of_two_saves_at_once_one_wins() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    // Both pass the first look at the version, because Test IO takes its time.
    jira.fault(json!({ "target": "testio", "delayMs": 300 })).await;
    let (one, two) = tokio::join!(
        admin.put(&path, "\"1\"", json!({ "apiKey": ACME_EU })),
        admin.put(&path, "\"1\"", json!({ "apiKey": ACME_US })),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
    assert_eq!(admin.get(&path).await.json()["version"], 2);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn every_change_has_its_own_etag() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let mut seen = vec![admin.get(&path).await.header("etag").to_owned()];
    for label in ["A", "B"] {
        admin.save(&path, json!({ "accountLabel": label })).await;
        seen.push(admin.get(&path).await.header("etag").to_owned());
    }
    jira.control(
        Method::POST,
        "/projects/10000",
        Some(json!({ "name": "Renamed" })),
    )
    .await;
    seen.push(admin.get(&path).await.header("etag").to_owned());
    assert_eq!(seen, ["\"1\"", "\"2\"", "\"3\"", "\"4\""]);
}
