//! Admin pages that reload when the page has been built anew.

use std::fs;
use std::time::Duration;

use reqwest::Method;
use tokio::time::sleep;

use crate::harness::{Answer, Jira};

const ADMIN_PAGE: &str = "/plugins/servlet/testio/connection";

/// Longer than the time between two looks.
const A_WHILE: Duration = Duration::from_millis(500);

fn build(jira: &Jira, document: &str) {
    fs::create_dir_all(jira.dist()).unwrap();
    fs::write(jira.dist().join("index.html"), document).unwrap();
}

async fn changes_since(jira: &Jira, build: &str) -> Answer {
    jira.control(Method::GET, &format!("/changes?since={build}"), None)
        .await
}

/// The build that the admin page names.
async fn named_build(jira: &Jira) -> String {
    let page = jira.admin().await.page(ADMIN_PAGE, &[]).await;
    let (_, rest) = page
        .text
        .split_once(r#"src="/jira/s/sandbox/reload.js" data-built=""#)
        .unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_browser_hears_of_each_other_build_and_of_no_other_change() {
    let jira = Jira::reloading().await;
    let nothing = named_build(&jira).await;
    assert_eq!(nothing, "");
    build(&jira, "<html>one</html>");
    let one = changes_since(&jira, &nothing).await.text;
    assert_eq!(named_build(&jira).await, one);

    let waiting = changes_since(&jira, &one);
    let working = async {
        build(&jira, "<html>one</html>");
        sleep(A_WHILE).await;
        fs::remove_file(jira.dist().join("index.html")).unwrap();
        sleep(A_WHILE).await;
        build(&jira, "<html>two</html>");
    };
    let (answer, ()) = tokio::join!(waiting, working);
    assert_eq!(answer.status, 200);
    assert_eq!(answer.text, named_build(&jira).await);
    assert_ne!(answer.text, one);
}

#[tokio::test]
async fn whoever_missed_a_build_hears_of_it_at_once() {
    let jira = Jira::reloading().await;
    build(&jira, "<html>one</html>");
    let one = named_build(&jira).await;
    build(&jira, "<html>two</html>");
    assert_eq!(changes_since(&jira, &one).await.text, named_build(&jira).await);
}

#[tokio::test]
async fn the_script_is_there_only_for_those_who_want_it() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let page = admin.page(ADMIN_PAGE, &[]).await;
    assert!(!page.text.contains("reload.js"), "{}", page.text);
    let script = admin.page("/s/sandbox/reload.js", &[]).await;
    assert_eq!(script.header("content-type"), "text/javascript");
    let unbuilt = admin.page("/plugins/servlet/testio/page/connection/", &[]).await;
    assert!(unbuilt.text.contains("`cargo xtask run` builds it"));
}
