//! The contract's shapes, decoded from the fixtures. Run natively by `serde_json` and in the browser by its own
//! JSON, because the two parsers differ in details.

use testio_connection::{
    api::{RawAnswer, accounts, client::Client, connections, projects, request::Cancel, summary},
    domain::{
        connection::Scope,
        failure::Failure,
        filter::ListFilter,
        ids::{ConnectionId, ProjectId},
        new_connection::NewConnection,
        status::Status,
        summary::Effective,
        test_report::Outcome,
        time::Timestamp,
    },
};

/// Hands the names of all checks in this file to a macro that makes a test of each.
macro_rules! for_each_fixture {
    ($make_test:ident) => {
        $make_test!(
            inactive_global,
            project_connection,
            connection_page,
            figures,
            account_page,
            project_page,
            effective_none,
            effective_connection,
            test_reports,
            test_outcomes,
            deleted,
            connection_exists,
            wrong_error_body,
            counts,
            wrong_shapes,
        );
    };
}
pub(crate) use for_each_fixture;

/// A server that has one answer for everything.
fn answering(status: u16, body: &str) -> Client {
    let body = body.to_owned();
    Client::new(move |_| {
        let body = body.clone();
        let content_type = "application/json;charset=UTF-8".to_owned();
        Box::pin(async move {
            Ok(RawAnswer {
                status,
                content_type,
                body,
                ..RawAnswer::default()
            })
        })
    })
}

/// The Global (default) connection as it is at first.
pub async fn inactive_global() {
    let client = answering(200, include_str!("../fixtures/connection-global-inactive.json"));
    let global = connections::get(&client, &ConnectionId::global(), &Cancel::default())
        .await
        .unwrap();
    assert_eq!(global.version, 1);
    assert!(global.id.is_global());
    assert_eq!(global.scope, Scope::Global { active: false });
    assert_eq!((global.key, global.status), (None, Status::Inactive));
    assert_eq!(global.status_since, None, "what is not said is not known");
}

/// A project connection with everything in it, hostile name included.
pub async fn project_connection() {
    let client = answering(200, include_str!("../fixtures/connection-project.json"));
    let read = connections::get(&client, &ConnectionId::new("42"), &Cancel::default())
        .await
        .unwrap();
    let project = read.project().unwrap();
    // As it is sent, but for the control that would turn what follows.
    assert_eq!(project.name, "Smoke testing <b>\"quoted\"</b> 🚀");
    let key = read.key.clone().unwrap();
    assert_eq!(
        (key.hint.as_deref(), key.saved_by.as_deref()),
        (Some("4f2a"), Some("Ana Admin"))
    );
    assert_eq!(read.same_key, 89);
    assert_eq!(read.updated_at.as_str(), "2026-05-03T09:00:00Z");
    let since = read.status_since.as_ref().map(Timestamp::as_str);
    assert_eq!(since, Some("2026-05-03T09:00:00Z"));
    assert_eq!(
        (read.products.len(), read.product_count, read.version),
        (2, 12, 7)
    );
}

/// A page whose last connection has lost its project.
pub async fn connection_page() {
    let client = answering(200, include_str!("../fixtures/connection-page.json"));
    let page = connections::list(&client, &ListFilter::default(), 50, 50, &Cancel::default())
        .await
        .unwrap();
    assert_eq!((page.start_at, page.total, page.values.len()), (50, 51, 1));
    assert_eq!(page.values[0].status, Status::ProjectUnavailable);
    assert!(!page.values[0].project().unwrap().available);
}

/// Figures, with a map of counts.
pub async fn figures() {
    let client = answering(200, include_str!("../fixtures/summary.json"));
    let read = summary::get(&client, &Cancel::default()).await.unwrap();
    assert_eq!(read.connections.with(Status::Connected), 2);
    assert_eq!(read.connections.with(Status::Unknown), 0);
    assert_eq!((read.projects.total, read.projects.global), (10_000, 9_997));
    assert_eq!(read.accounts[0].label, "ACME \"EU\" <b>");
    assert!(read.permissions.manage);
}

/// Accounts with and without labels, a hint and products.
pub async fn account_page() {
    let client = answering(200, include_str!("../fixtures/account-page.json"));
    let page = accounts::list(&client, 0, 50, &Cancel::default()).await.unwrap();
    assert_eq!((page.total, page.values.len()), (2, 2));
    let [large, small] = page.values.as_slice() else {
        panic!("two accounts")
    };
    assert!(large.global && large.key_of.is_global());
    assert_eq!(
        (large.key_hint.as_deref(), large.product_count),
        (Some("4f2a"), 12)
    );
    assert_eq!(large.connections.total, 90);
    assert_eq!(large.connections.with(Status::Unreachable), 1);
    let labels: Vec<(Option<&str>, u32)> = large
        .labels
        .iter()
        .map(|used| (used.label.as_deref(), used.connections))
        .collect();
    assert_eq!(
        labels,
        [(Some("ACME \"EU\" <b>"), 88), (Some("ACME"), 1), (None, 1)]
    );
    assert_eq!(
        (&small.key_of, &small.key_hint),
        (&ConnectionId::new("42"), &None)
    );
    assert_eq!((small.products.len(), &small.last_checked_at), (0, &None));
    assert_eq!(small.status_since.as_str(), "2026-05-03T09:00:00Z");
}

/// Projects with and without a connection of their own.
pub async fn project_page() {
    let client = answering(200, include_str!("../fixtures/project-page.json"));
    let page = projects::search(&client, "", 0, 50, &Cancel::default())
        .await
        .unwrap();
    assert_eq!(page.values[0].connection_id, Some(ConnectionId::new("42")));
    assert_eq!(
        (page.values[1].name.as_str(), &page.values[1].connection_id),
        ("متجر 🚀", &None)
    );
}

/// A project without any connection.
pub async fn effective_none() {
    let client = answering(200, include_str!("../fixtures/effective-none.json"));
    let read = projects::effective_connection(&client, &ProjectId::new("1"), &Cancel::default())
        .await
        .unwrap();
    assert_eq!(read, Effective::None);
}

/// A project's own connection, and the Global (default) one that a project uses; neither can be missing.
pub async fn effective_connection() {
    let connection = include_str!("../fixtures/connection-project.json");
    let ask = async |source: &str, connection: &str| {
        let body = format!(r#"{{"source":"{source}","connection":{connection}}}"#);
        let client = answering(200, &body);
        projects::effective_connection(&client, &ProjectId::new("10017"), &Cancel::default()).await
    };
    let own = ask("PROJECT", connection).await.unwrap();
    assert!(matches!(own, Effective::Own(used) if used.id == ConnectionId::new("42")));
    let of_all = include_str!("../fixtures/connection-global-inactive.json");
    let global = ask("GLOBAL", of_all).await.unwrap();
    assert!(matches!(global, Effective::Global(used) if used.id.is_global()));
    for (source, connection) in [("PROJECT", "null"), ("GLOBAL", "null"), ("NEW", connection)] {
        let read = ask(source, connection).await;
        assert!(
            matches!(read, Err(Failure::Unreadable(_))),
            "{source} gave {read:?}"
        );
    }
}

/// A test that succeeded, and one that has to wait.
pub async fn test_reports() {
    let test = async |body| {
        connections::test(
            &answering(200, body),
            &ConnectionId::global(),
            None,
            &Cancel::default(),
        )
        .await
    };
    let accepted = test(include_str!("../fixtures/test-accepted.json"))
        .await
        .unwrap();
    assert_eq!(
        (accepted.outcome, accepted.product_count),
        (Outcome::Accepted, 12)
    );
    assert_eq!(accepted.retry_after_seconds, None);
    let limited = test(include_str!("../fixtures/test-rate-limited.json"))
        .await
        .unwrap();
    assert_eq!(
        (limited.outcome, limited.retry_after_seconds),
        (Outcome::RateLimited, Some(30))
    );
}

/// Each word for what Test IO said, and one that nobody knows.
pub async fn test_outcomes() {
    for (word, outcome) in [
        ("ACCEPTED", Some(Outcome::Accepted)),
        ("REJECTED", Some(Outcome::Rejected)),
        ("UNREACHABLE", Some(Outcome::Unreachable)),
        ("RATE_LIMITED", Some(Outcome::RateLimited)),
        ("NEW", None),
    ] {
        let body = format!(r#"{{"outcome":"{word}","products":[],"productCount":0}}"#);
        let client = answering(200, &body);
        let report = connections::test(&client, &ConnectionId::global(), None, &Cancel::default()).await;
        assert_eq!(report.ok().map(|report| report.outcome), outcome, "{word}");
    }
}

/// Only "no content" says that something was deleted: another success may come from something else on the way.
pub async fn deleted() {
    let delete = async |status, body| {
        let client = answering(status, body);
        connections::delete(&client, &ConnectionId::new("42"), 7, &Cancel::default()).await
    };
    assert_eq!(delete(204, "").await, Ok(()));
    let otherwise = delete(200, "{}").await;
    assert!(matches!(otherwise, Err(Failure::Unreadable(_))), "{otherwise:?}");
}

/// An error body with more than messages in it.
pub async fn connection_exists() {
    let client = answering(409, include_str!("../fixtures/error-connection-exists.json"));
    let failure = connections::create(&client, &NewConnection::without_key(ProjectId::new("10017")))
        .await
        .unwrap_err();
    assert_eq!(failure, Failure::ConnectionExists(Some(ConnectionId::new("42"))));
}

/// What is wrong in an error body hides nothing of the rest.
pub async fn wrong_error_body() {
    let body = r#"{"errorMessages":"x","errors":["x"],"message":{"a":[1]},"connectionId":7,"current":{"id":"42"},
        "code":"TESTIO_RATE_LIMITED","retryAfterSeconds":9}"#;
    let failure = connections::create(
        &answering(424, body),
        &NewConnection::without_key(ProjectId::new("1")),
    )
    .await
    .unwrap_err();
    assert_eq!(failure, Failure::TestIoRateLimited(Some(9)));
    let body = r#"{"errors":{"apiKey":1,"accountLabel":"too long"},"retryAfterSeconds":true}"#;
    let failure = connections::create(
        &answering(400, body),
        &NewConnection::without_key(ProjectId::new("1")),
    )
    .await
    .unwrap_err();
    assert_eq!(failure, Failure::LabelRefused("too long".into()));
}

/// Whole numbers that fit, however they are written; nothing else stands for a number.
pub async fn counts() {
    for (written, count) in [
        ("0", Some(0)),
        ("12.0", Some(12)),
        ("1e3", Some(1000)),
        ("4294967295", Some(u32::MAX)),
        ("4294967296", None),
        ("-1", None),
        ("1.5", None),
        ("true", None),
        ("\"1\"", None),
        ("null", None),
    ] {
        let body = format!(r#"{{"outcome":"ACCEPTED","products":[],"productCount":{written}}}"#);
        let client = answering(200, &body);
        let report = connections::test(&client, &ConnectionId::global(), None, &Cancel::default()).await;
        assert_eq!(report.ok().map(|report| report.product_count), count, "{written}");
    }
}

/// A body of another shape is a failure, never a half-read answer.
pub async fn wrong_shapes() {
    for body in [
        "",
        "{",
        "[]",
        "null",
        "{\"id\":42}",
        "{\"id\":\"x\",\"scope\":\"PROJECT\"}",
        "\"text\"",
    ] {
        let read = connections::get(&answering(200, body), &ConnectionId::global(), &Cancel::default()).await;
        assert!(
            matches!(read, Err(Failure::Unreadable(_))),
            "{body:?} gave {read:?}"
        );
    }
}
