//! The log: what is written by itself, and what of it is given to whom.

use jiff::{SignedDuration, Timestamp};
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{ACME_EU, Jira, Session};

pub const PATH: &str = "/maintenance/logs";
pub const DOWNLOAD: &str = "/maintenance/logs/download";

pub async fn log(jira: &Jira, change: Value) {
    let answer = jira.control(Method::POST, "/log", Some(change)).await;
    assert_eq!(answer.status, 204, "{}", answer.text);
}

/// A range of some days ago, in which nothing happens by itself, and its first and last instants.
pub struct Quiet {
    from: Timestamp,
    to: Timestamp,
}

impl Quiet {
    pub fn new() -> Self {
        let to =
            Timestamp::from_second(Timestamp::now().as_second()).unwrap() - SignedDuration::from_hours(100);
        let from = to - SignedDuration::from_hours(2);
        Self { from, to }
    }

    pub fn query(&self) -> String {
        format!("from={}&to={}", self.from, self.to)
    }

    pub fn line(&self, seconds: i64, logger: &str, message: &str) -> Value {
        let at = self.from + SignedDuration::from_secs(seconds);
        json!({ "level": "WARN", "logger": logger, "message": message, "at": at.to_string() })
    }
}

pub async fn write(jira: &Jira, lines: &[Value]) {
    log(jira, json!({ "does": "write", "lines": lines })).await;
}

pub async fn read(session: &Session<'_>, query: &str) -> Value {
    let answer = session.get(&format!("{PATH}?{query}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

pub fn messages(page: &Value) -> Vec<&str> {
    let lines = page["lines"].as_array().unwrap();
    lines
        .iter()
        .map(|line| line["message"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn what_happens_is_written_and_who_did_it() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    admin
        .save("/connections/global", json!({ "apiKey": ACME_EU }))
        .await;
    admin
        .put(
            "/connections/global",
            "*",
            json!({ "apiKey": "no-such-key-0123456789" }),
        )
        .await
        .refused(422, "KEY_REJECTED");
    jira.control(Method::POST, "/checks", None).await;
    let page = read(&admin, "tail=1000").await;
    let text = page["lines"].to_string();
    for (level, logger, message) in [
        ("INFO", "com.atlassian.jira.startup", "Jira is ready at"),
        ("INFO", "com.atlassian.jira.login", "admin has logged in"),
        (
            "DEBUG",
            "io.test.jira.connection",
            "Test IO accepted an API key, which has 12 products",
        ),
        (
            "INFO",
            "io.test.jira.connection",
            "Ana Admin has changed the connection global",
        ),
        (
            "WARN",
            "io.test.jira.connection",
            "Test IO did not accept an API key",
        ),
        (
            "INFO",
            "io.test.jira.rest",
            "PUT answered 422 Unprocessable Entity after",
        ),
        ("INFO", "io.test.jira.jobs", "Connections Sync succeeded in"),
    ] {
        let there = page["lines"].as_array().unwrap().iter().any(|line| {
            line["level"] == level
                && line["logger"] == logger
                && line["message"].as_str().unwrap().starts_with(message)
        });
        assert!(there, "{level} [{logger}] {message} in {text}");
    }
    let file = admin.get(DOWNLOAD).await.text;
    assert!(
        file.contains(
            " INFO admin /rest/testio/1.0/connections/global [io.test.jira.connection] Ana Admin has"
        ),
        "{file}"
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn each_sandbox_has_a_log_of_its_own() {
    let (one, other) = (Jira::start().await, Jira::start().await);
    let admin = other.admin().await;
    log(&one, json!({ "does": "examples" })).await;
    one.admin().await.connect("10000").await;
    let text = read(&admin, "tail=1000").await.to_string();
    assert!(text.contains("admin has logged in"), "{text}");
    assert!(
        !text.contains("has added the connection") && !text.contains("A line of level"),
        "{text}"
    );
}

#[tokio::test]
async fn a_range_includes_both_ends_and_the_newest_lines_are_given() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let quiet = Quiet::new();
    let end = quiet.to.as_second() - quiet.from.as_second();
    let lines = [
        quiet.line(-1, "a.b", "before"),
        quiet.line(0, "a.b", "first"),
        quiet.line(60, "a.b", "second"),
        quiet.line(end, "a.b", "last"),
        quiet.line(end + 1, "a.b", "after"),
    ];
    write(&jira, &lines).await;
    let all = read(&admin, &quiet.query()).await;
    assert_eq!(messages(&all), ["first", "second", "last"]);
    assert_eq!((&all["total"], &all["truncated"]), (&json!(3), &json!(false)));
    assert_eq!(
        (&all["from"], &all["to"]),
        (&json!(quiet.from.to_string()), &json!(quiet.to.to_string()))
    );
    let newest = read(&admin, &format!("{}&tail=2", quiet.query())).await;
    assert_eq!(messages(&newest), ["second", "last"]);
    assert_eq!(
        (&newest["total"], &newest["truncated"]),
        (&json!(3), &json!(true))
    );
    assert_eq!(
        newest["bytes"], all["bytes"],
        "of the download, not of what is given"
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_stack_trace_belongs_to_its_line() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let quiet = Quiet::new();
    let trace = "It failed\njava.net.ConnectException: refused\n\tat a.B.c(B.java:1)\n\n\t... 12 more";
    write(
        &jira,
        &[quiet.line(1, "a.b", trace), quiet.line(2, "a.b", "And on")],
    )
    .await;
    let page = read(&admin, &quiet.query()).await;
    assert_eq!(messages(&page), [trace, "And on"]);
    assert_eq!(page["total"], 2);
    assert_eq!(page["lines"][0]["level"], "WARN");
    assert_eq!(
        messages(&read(&admin, &format!("{}&tail=1", quiet.query())).await),
        ["And on"]
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn the_plugins_lines_can_be_had_alone() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let quiet = Quiet::new();
    let lines = [
        quiet.line(1, "io.test.jira", "a\nwith more"),
        quiet.line(2, "com.atlassian.jira", "b\nwith more"),
        quiet.line(3, "io.test.jira.connection", "c"),
        quiet.line(4, "io.test.jiraffe", "d"),
    ];
    write(&jira, &lines).await;
    let plugin = format!("{}&plugin=true", quiet.query());
    let page = read(&admin, &plugin).await;
    assert_eq!(messages(&page), ["a\nwith more", "c"]);
    let file = admin.get(&format!("{DOWNLOAD}?{plugin}")).await;
    assert_eq!(file.text.len(), page["bytes"]);
    assert_eq!(file.text.lines().count(), 3, "{}", file.text);
    assert_eq!(
        read(&admin, &format!("{}&plugin=false", quiet.query())).await["total"],
        4
    );
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn keys_are_given_to_nobody() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    let quiet = Quiet::new();
    let odd = "only-letters-and-hyphens";
    let global = json!({ "apiKey": odd, "verify": false });
    admin.save("/connections/global", global).await;
    let message =
        format!("{odd}, 0123456789abcdefghij, and {ACME_EU}\nagain {odd}, but no 0123456789abcdefghi");
    write(&jira, &[quiet.line(1, "a.b", &message)]).await;
    let page = read(&admin, &quiet.query()).await;
    let left = "[redacted], [redacted], and [redacted]\nagain [redacted], but no 0123456789abcdefghi";
    assert_eq!(messages(&page), [left]);
    let file = admin.get(&format!("{DOWNLOAD}?{}", quiet.query())).await;
    assert!(file.text.ends_with(&format!("[a.b] {left}\n")), "{}", file.text);
    assert_eq!(file.text.len(), page["bytes"]);
    jira.assert_contract_kept().await;
}

#[tokio::test]
async fn a_range_that_cannot_be_is_refused_beside_its_end() {
    let jira = Jira::start().await;
    let admin = jira.admin().await;
    for (query, field) in [
        ("from=2026-05-03T00:00:00.001Z&to=2026-05-03T00:00:00Z", "from"),
        ("from=2999-01-01T00:00:00Z", "from"),
        ("from=2026-05-03T00:00:00Z&to=2026-05-06T00:00:00.001Z", "to"),
        ("from=2026-05-03T00:00:00Z", "to"),
    ] {
        for path in [PATH, DOWNLOAD] {
            let refused = admin.get(&format!("{path}?{query}")).await;
            let body = refused.refused(400, "INVALID_REQUEST");
            assert!(body["errors"][field].is_string(), "{query}: {body}");
        }
    }
    let three_days = "from=2026-05-03T00:00:00Z&to=2026-05-06T00:00:00Z";
    assert_eq!(read(&admin, three_days).await["total"], 0);
    let usual = read(&admin, "to=2026-05-03T09:15:00Z").await;
    assert_eq!(usual["from"], "2026-05-03T08:15:00Z", "an hour");
    jira.assert_contract_kept().await;
    for query in ["from=yesterday", "plugin=perhaps", "tail=0", "tail=1001"] {
        let refused = admin.get(&format!("{PATH}?{query}")).await;
        refused.refused(400, "INVALID_REQUEST");
    }
}

#[tokio::test]
async fn only_administrators_read_the_log() {
    let jira = Jira::start().await;
    let user = jira.log_in("user").await;
    for path in [PATH, DOWNLOAD] {
        user.get(path).await.refused(403, "FORBIDDEN");
        let too_long = format!("{path}?from=2026-05-03T00:00:00Z");
        user.get(&too_long).await.refused(403, "FORBIDDEN");
        assert_eq!(jira.anonymous().get(path).await.status, 401);
    }
    jira.assert_contract_kept().await;
    // The right comes before the form.
    user.get(&format!("{PATH}?tail=0"))
        .await
        .refused(403, "FORBIDDEN");
}
