//! The list of project connections.

use reqwest::Method;
use sandbox::seed::SeedSize;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, Jira};

/// A Jira with connections for three pages of ten.
async fn three_pages() -> Jira {
    Jira::with(SeedSize {
        projects: 60,
        connections: 25,
        ..SeedSize::default()
    })
    .await
}

fn names(page: &Value) -> Vec<&str> {
    page["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| value["project"]["name"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn connections_come_by_project_name_without_global() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    // Smoke testing, Web shop, iOS app, Übergrößenträger
    for project in ["10000", "10001", "10009", "10022"] {
        admin.connect(project).await;
    }
    let page = admin.get("/connections").await.json();
    assert_eq!(
        names(&page),
        ["iOS app", "Smoke testing", "Übergrößenträger", "Web shop"]
    );
    assert_eq!(
        (&page["total"], &page["isLast"], &page["maxResults"]),
        (&json!(4), &json!(true), &json!(50))
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn pages_fit_together() {
    let jira = three_pages().await;
    let admin = jira.admin().await;
    let all = admin.get("/connections?maxResults=200").await.json();
    assert_eq!(names(&all).len(), 25);
    let mut joined = Vec::new();
    for (start, is_last) in [(0, false), (10, false), (20, true)] {
        let page = admin
            .get(&format!("/connections?startAt={start}&maxResults=10"))
            .await
            .json();
        assert_eq!(
            (&page["startAt"], &page["total"], &page["isLast"]),
            (&json!(start), &json!(25), &json!(is_last))
        );
        joined.extend(page["values"].as_array().unwrap().clone());
    }
    assert_eq!(Value::Array(joined), all["values"]);
    let beyond = admin.get("/connections?startAt=25").await.json();
    assert_eq!((&beyond["values"], &beyond["isLast"]), (&json!([]), &json!(true)));
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn filters_all_apply() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for project in ["10000", "10001", "10002", "10022"] {
        admin.connect(project).await;
    }
    let shop = format!("/connections/{}", 3);
    admin
        .save(
            &shop,
            json!({ "apiKey": ACME_EU, "accountLabel": "ACME & Söhne" }),
        )
        .await;
    for (query, expected) in [
        ("query=shop", vec!["Web shop", "Web shop (old)"]),
        ("query=SHOPOLD", vec!["Web shop (old)"]),
        ("query=%20OLD%20%20web%20", vec!["Web shop (old)"]),
        ("query=%C3%BCBERGR%C3%96", vec!["Übergrößenträger"]),
        ("query=%25", vec![]),
        ("status=CONNECTED", vec!["Web shop"]),
        ("status=KEY_MISSING&query=web", vec!["Web shop (old)"]),
        ("account=ACME%20%26%20S%C3%B6hne", vec!["Web shop"]),
        ("account=acme%20%26%20s%C3%B6hne", vec![]),
        ("account=ACME%20%26%20S%C3%B6hne&query=smoke", vec![]),
    ] {
        let page = admin.get(&format!("/connections?{query}")).await.json();
        assert_eq!(names(&page), expected, "{query}");
        assert_eq!(page["total"], expected.len(), "{query}");
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_connection_outlives_its_project() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    admin.save(&path, json!({ "apiKey": ACME_EU })).await;
    for state in ["archived", "deleted"] {
        jira.control(Method::POST, "/projects/10000", Some(json!({ "state": state })))
            .await;
        let connection = admin.get(&path).await.json();
        assert_eq!(
            (&connection["status"], &connection["project"]["available"]),
            (&json!("PROJECT_UNAVAILABLE"), &json!(false))
        );
        assert_eq!(connection["project"]["key"], "SMOK");
        assert_eq!(
            admin.get("/connections?status=PROJECT_UNAVAILABLE").await.json()["total"],
            1
        );
    }
    jira.control(
        Method::POST,
        "/projects/10000",
        Some(json!({ "state": "active", "name": "New", "key": "NEW" })),
    )
    .await;
    let back = admin.get(&path).await.json();
    assert_eq!(
        (&back["status"], &back["project"]["name"]),
        (&json!("CONNECTED"), &json!("New"))
    );
    assert_eq!(admin.get("/connections?query=new").await.json()["total"], 1);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn thousands_of_connections_are_no_trouble() {
    let jira = Jira::with(SeedSize {
        projects: 10_000,
        connections: 5_000,
        ..SeedSize::default()
    })
    .await;
    let admin = jira.admin().await;
    assert_eq!(
        admin.get("/connections?startAt=4800&maxResults=200").await.json()["isLast"],
        true
    );
    assert_eq!(admin.get("/projects?startAt=5000&query=e").await.status, 200);
    let summary = admin.get("/connections/summary").await.json();
    assert_eq!(summary["connections"]["total"], 5_000);
    for status in [
        "CONNECTED",
        "KEY_MISSING",
        "UNVERIFIED",
        "KEY_REJECTED",
        "UNREACHABLE",
        "PROJECT_UNAVAILABLE",
    ] {
        let listed = admin
            .get(&format!("/connections?maxResults=1&status={status}"))
            .await
            .json();
        assert_eq!(
            listed["total"], summary["connections"]["byStatus"][status],
            "{status}"
        );
        assert_ne!(listed["total"], 0, "{status}");
    }
    jira.assert_contract_kept().await;
}

/// A client cannot know how a server sorts, so it asks for the page.
#[tokio::test]
async fn the_page_that_has_a_connection_can_be_asked_for() {
    let jira = three_pages().await;
    let admin = jira.admin().await;
    let all = admin.get("/connections?maxResults=200").await.json();
    for (index, value) in all["values"].as_array().unwrap().iter().enumerate() {
        let id = value["id"].as_str().unwrap();
        let page = admin
            .get(&format!("/connections?maxResults=10&startAt=3&containing={id}"))
            .await
            .json();
        assert_eq!(page["startAt"], json!(index / 10 * 10), "{id}");
        assert_eq!(&page["values"][index % 10], value);
    }
    for nothing in ["global", "99999", "no-id"] {
        let page = admin
            .get(&format!("/connections?containing={nothing}"))
            .await
            .json();
        assert_eq!(page["startAt"], json!(0), "{nothing}");
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_page_of_the_next_name_that_begins_so_can_be_asked_for() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let all = admin.get("/connections?maxResults=200").await.json();
    let all = all["values"].as_array().unwrap();
    let name = |index: usize| all[index]["project"]["name"].as_str().unwrap().to_lowercase();
    for (after, value) in all.iter().enumerate() {
        let start = name(after).chars().take(1).collect::<String>();
        let behind = (after + 1..all.len()).chain(0..=after);
        let wanted = { behind }.find(|index| name(*index).starts_with(&start)).unwrap();
        let query = [
            ("containing", value["id"].as_str().unwrap()),
            ("startingWith", &start),
        ];
        let url = reqwest::Url::parse_with_params("http://localhost/?maxResults=5", query).unwrap();
        let page = admin
            .get(&format!("/connections?{}", url.query().unwrap()))
            .await
            .json();
        assert_eq!(page["startAt"], json!(wanted / 5 * 5), "{start}");
    }
    let page = admin
        .get("/connections?maxResults=5&startingWith=no%20such")
        .await
        .json();
    assert_eq!(page["startAt"], json!(0));
    jira.assert_contract_kept().await;
}
