//! Projects to choose from.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::Jira;

fn keys(page: &Value) -> Vec<&str> {
    page["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| value["key"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn there_are_sixty_with_names_that_hurt() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let page = admin.get("/projects?maxResults=200").await.json();
    assert_eq!(page["total"], 60);
    let names: Vec<_> = page["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| value["name"].as_str().unwrap())
        .collect();
    for name in [
        "<b>markup</b> in a name",
        "\"Quoted\" project's name",
        "مشروع الاختبار",
        "🚀 Launch control 👩‍🚀",
    ] {
        assert!(names.contains(&name), "{name}");
    }
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_exact_key_comes_first() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let page = admin.get("/projects?query=shop").await.json();
    assert_eq!(keys(&page), ["SHOP", "SHOPFR", "SHOPOLD", "SHOP2", "SHOPDE"]);
    assert_eq!(keys(&admin.get("/projects?query=and").await.json())[0], "AND");
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn every_word_must_occur_in_name_or_key() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for (query, expected) in [
        ("smo", vec!["SMOK"]),
        ("SMOKE%20test", vec!["SMOK"]),
        ("web%20shopde", vec!["SHOPDE"]),
        ("stra%C3%9Fe", vec!["STRASSE"]),
        ("%3Cscript%3E", vec!["SCRIPT"]),
        ("_of%20%25", vec!["PCT"]),
        ("nothing%20like%20it", vec![]),
    ] {
        assert_eq!(
            keys(&admin.get(&format!("/projects?query={query}")).await.json()),
            expected,
            "{query}"
        );
    }
    assert_eq!(admin.get("/projects?query=%20%20").await.json()["total"], 60);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_project_says_which_connection_it_has() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let path = admin.connect("10000").await;
    let connected = admin.get("/projects?query=smok").await.json();
    assert_eq!(
        connected["values"][0]["connectionId"],
        path.trim_start_matches("/connections/")
    );
    assert_eq!(
        admin.get("/projects?query=shop").await.json()["values"][0]["connectionId"],
        Value::Null
    );
    admin.delete(&path, "*").await;
    assert_eq!(
        admin.get("/projects?query=smok").await.json()["values"][0]["connectionId"],
        Value::Null
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn archived_and_deleted_projects_are_left_out() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    jira.control(
        Method::POST,
        "/projects/10000",
        Some(json!({ "state": "archived" })),
    )
    .await;
    jira.control(
        Method::POST,
        "/projects/10001",
        Some(json!({ "state": "deleted" })),
    )
    .await;
    assert_eq!(admin.get("/projects").await.json()["total"], 58);
    assert_eq!(admin.get("/projects?query=smok").await.json()["total"], 0);
}

#[tokio::test]
async fn a_picture_is_where_the_project_says() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let project = admin.get("/projects?query=smok").await.json()["values"][0].clone();
    let path = project["avatarUrl"]
        .as_str()
        .unwrap()
        .trim_start_matches("/jira")
        .to_owned();
    let picture = admin.page(&path, &[]).await;
    assert_eq!(
        (picture.status.as_u16(), picture.header("content-type")),
        (200, "image/svg+xml")
    );
    assert!(picture.text.contains(">S</text>"));
}

#[tokio::test]
async fn projects_with_or_without_a_connection_can_be_asked_for() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let shop = admin.connect("10001").await;
    admin.connect("10009").await;
    for (query, expected) in [
        ("connected=true", vec!["IOS", "SHOP"]),
        ("connected=true&query=shop", vec!["SHOP"]),
        (
            "connected=false&query=shop",
            vec!["SHOPFR", "SHOPOLD", "SHOP2", "SHOPDE"],
        ),
    ] {
        let page = admin.get(&format!("/projects?{query}")).await.json();
        assert_eq!(keys(&page), expected, "{query}");
        assert_eq!(page["total"], expected.len(), "{query}");
    }
    assert_eq!(admin.get("/projects?connected=false").await.json()["total"], 58);
    admin.delete(&shop, "*").await;
    assert_eq!(keys(&admin.get("/projects?connected=true").await.json()), ["IOS"]);
    jira.assert_contract_kept().await;
    admin
        .get("/projects?connected=maybe")
        .await
        .refused(400, "INVALID_REQUEST");
}
