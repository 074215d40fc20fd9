//! The accounts behind the connections, and the connections of one.

use reqwest::Method;
use sandbox::seed::SeedSize;
use sandbox::test_io::accounts::REVOKED_KEY;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, ACME_US, Jira, Session};

async fn accounts(admin: &Session<'_>) -> Vec<Value> {
    let page = admin.get("/accounts").await.json();
    page["values"].as_array().unwrap().clone()
}

fn id(path: &str) -> &str {
    path.trim_start_matches("/connections/")
}

/// The ids of the connections that hold the key of this one, as the list has them.
async fn holders(admin: &Session<'_>, query: &str) -> Vec<String> {
    let page = admin.get(&format!("/connections?{query}")).await.json();
    let values = page["values"].as_array().unwrap();
    assert_eq!(page["total"], values.len());
    values
        .iter()
        .map(|value| value["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn connections_with_one_key_are_one_account() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    assert_eq!(accounts(&admin).await, [Value::Null; 0], "nobody has a key");
    // Smoke testing, Web shop, iOS app, and one without a key.
    let [smoke, shop, ios] = [
        admin.connect("10000").await,
        admin.connect("10001").await,
        admin.connect("10009").await,
    ];
    admin.connect("10002").await;
    admin
        .save(&smoke, json!({ "apiKey": ACME_EU, "accountLabel": "EU" }))
        .await;
    let shop_saved = admin
        .save(
            &shop,
            json!({ "apiKey": ACME_EU, "verify": false, "accountLabel": "EU" }),
        )
        .await;
    let other = admin.save(&ios, json!({ "apiKey": ACME_US })).await;
    let smoke_saved = admin.get(&smoke).await.json();
    let found = accounts(&admin).await;
    let expected = json!({
        "keyOf": id(&smoke),
        "keyHint": "4a2f",
        "labels": [{ "label": "EU", "connections": 2 }],
        "connections": 2,
        "global": false,
        "byStatus": {
            "INACTIVE": 0, "KEY_MISSING": 0, "CONNECTED": 1, "UNVERIFIED": 1, "KEY_REJECTED": 0, "UNREACHABLE": 0,
            "PROJECT_UNAVAILABLE": 0,
        },
        "statusSince": shop_saved["statusSince"],
        "lastCheckedAt": smoke_saved["lastCheckedAt"],
        "products": smoke_saved["products"],
        "productCount": 12,
    });
    assert_eq!(found.len(), 2);
    assert_eq!(found[0], expected);
    assert_eq!(
        (&found[1]["keyOf"], &found[1]["labels"]),
        (&other["id"], &json!([{ "label": null, "connections": 1 }]))
    );

    // Global stands for its account, wherever that is sorted.
    admin
        .save(
            "/connections/global",
            json!({ "apiKey": ACME_EU, "active": false, "accountLabel": "x" }),
        )
        .await;
    let found = accounts(&admin).await;
    assert_eq!(
        (&found[0]["keyOf"], &found[0]["global"]),
        (&json!("global"), &json!(true))
    );
    assert_eq!(
        found[0]["labels"],
        json!([{ "label": "EU", "connections": 2 }, { "label": "x", "connections": 1 }])
    );
    assert_eq!(
        (&found[0]["connections"], &found[0]["byStatus"]["INACTIVE"]),
        (&json!(3), &json!(1))
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn products_are_those_of_the_last_check_that_was_accepted() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let (one, other) = (admin.connect("10000").await, admin.connect("10001").await);
    for path in [&one, &other] {
        admin
            .save(path, json!({ "apiKey": ACME_EU, "verify": false }))
            .await;
    }
    assert_eq!(accounts(&admin).await[0]["products"], json!([]));
    admin.post(&format!("{other}/test"), json!({})).await;
    jira.fault(json!({ "target": "testio", "times": 2, "status": 401 }))
        .await;
    for path in [&one, &other] {
        admin.post(&format!("{path}/test"), json!({})).await;
    }
    let other = admin.get(&other).await.json();
    let account = accounts(&admin).await[0].clone();
    assert_eq!(account["byStatus"]["KEY_REJECTED"], 2);
    assert_eq!(
        (&account["productCount"], &account["products"]),
        (&json!(12), &other["products"])
    );
    assert_eq!(account["lastCheckedAt"], other["lastCheckedAt"]);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn accounts_come_by_their_first_label_page_by_page() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for (project, key, label) in [
        ("10000", ACME_EU, "b"),
        ("10001", ACME_US, ""),
        ("10002", REVOKED_KEY, "C"),
        ("10003", "0123456789abcdef", "a"),
    ] {
        let path = admin.connect(project).await;
        admin
            .save(
                &path,
                json!({ "apiKey": key, "verify": false, "accountLabel": label }),
            )
            .await;
    }
    let first = |page: &Value| -> Vec<Value> {
        let values = page["values"].as_array().unwrap();
        values
            .iter()
            .map(|account| account["labels"][0]["label"].clone())
            .collect()
    };
    let whole = admin.get("/accounts").await.json();
    assert_eq!(first(&whole), [json!("a"), json!("b"), json!("C"), Value::Null]);
    let page = admin.get("/accounts?startAt=1&maxResults=2").await.json();
    assert_eq!(first(&page), [json!("b"), json!("C")]);
    assert_eq!((&page["total"], &page["isLast"]), (&json!(4), &json!(false)));
    let beyond = admin.get("/accounts?startAt=4").await.json();
    assert_eq!((&beyond["values"], &beyond["isLast"]), (&json!([]), &json!(true)));
    let user = jira.log_in("user").await;
    assert_eq!(
        user.get("/accounts").await.json(),
        whole,
        "who may only look sees them, too"
    );
    assert_eq!(jira.anonymous().get("/accounts").await.status, 401);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_connections_of_an_account_can_be_asked_for() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let [smoke, shop, old] = [
        admin.connect("10000").await,
        admin.connect("10001").await,
        admin.connect("10002").await,
    ];
    for path in [&smoke, &shop, &"/connections/global".to_owned()] {
        admin.save(path, json!({ "apiKey": ACME_EU })).await;
    }
    let both = [id(&smoke), id(&shop)];
    for of in ["global", both[0], both[1]] {
        assert_eq!(holders(&admin, &format!("keyOf={of}")).await, both, "{of}");
    }
    for none in [id(&old), "99999", "0", "no-id"] {
        assert_eq!(holders(&admin, &format!("keyOf={none}")).await, [""; 0], "{none}");
    }
    assert_eq!(holders(&admin, "keyOf=global&query=shop").await, [id(&shop)]);
    assert_eq!(holders(&admin, "keyOf=global&status=KEY_MISSING").await, [""; 0]);
    let page = admin
        .get(&format!(
            "/connections?keyOf=global&maxResults=1&containing={}",
            id(&shop)
        ))
        .await
        .json();
    assert_eq!((&page["startAt"], &page["total"]), (&json!(1), &json!(2)));
    jira.control(
        Method::POST,
        "/projects/10000",
        Some(json!({ "state": "archived" })),
    )
    .await;
    assert_eq!(holders(&admin, "keyOf=global").await, both, "in whatever state");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn accounts_of_thousands_of_connections_are_no_trouble() {
    let jira = Jira::with(SeedSize {
        projects: 10_000,
        connections: 5_000,
        ..SeedSize::default()
    })
    .await;
    let admin = jira.admin().await;
    let found = accounts(&admin).await;
    let sum: u64 = found
        .iter()
        .map(|account| account["connections"].as_u64().unwrap())
        .sum();
    let keyless = admin.get("/connections?status=KEY_MISSING").await.json()["total"]
        .as_u64()
        .unwrap();
    assert_eq!(sum + keyless, 5_000);
    for account in &found {
        let of = account["keyOf"].as_str().unwrap();
        let page = admin.get(&format!("/connections?keyOf={of}")).await.json();
        assert_eq!(page["total"], account["connections"]);
        let others = account["connections"].as_u64().unwrap() - 1;
        assert_eq!(
            (&page["values"][0]["id"], &page["values"][0]["sameKey"]),
            (&json!(of), &json!(others))
        );
    }
    jira.assert_contract_kept().await;
}
