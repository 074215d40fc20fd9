//! The sandbox keeps all rules, and the kit leaves it as it was.

use conformance::options::{Checking, Clearing, Login, Method, Options, Writing};
use conformance::report::Report;
use sandbox::test_io::accounts::{ACCOUNTS, REVOKED_KEY};
use serde_json::Value;

use crate::breaks::How;
use crate::harness::{Jira, check, login, options, secret, test_io};
use crate::proxy;

#[track_caller]
fn assert_kept(report: &Report, not_checked: &[&str]) {
    assert!(report.is_good(), "{report}");
    let groups: Vec<&str> = report.not_checked();
    let stray: Vec<&&str> = groups
        .iter()
        .filter(|id| !not_checked.iter().any(|known| id.starts_with(known)))
        .collect();
    assert!(stray.is_empty(), "{stray:?} of {report}");
}

/// The rules that delete everything.
const CLEARING: &[&str] = &[
    "data.counted",
    "data.connections",
    "data.global",
    "data.version",
    "data.jobs",
    "data.report",
    "data.log-stays",
    "data.nothing-stored",
];

/// All that an administrator can read.
fn everything(jira: &Jira) -> Vec<Value> {
    let http = reqwest::blocking::Client::builder()
        .cookie_store(true)
        .build()
        .unwrap();
    let form = [("os_username", "admin"), ("os_password", "admin")];
    http.post(format!("{}/login.jsp", jira.url()))
        .form(&form)
        .send()
        .unwrap();
    [
        "/connections?maxResults=200",
        "/connections/summary",
        "/projects?maxResults=200",
        "/maintenance/jobs",
    ]
    .map(|path| {
        let url = format!("{}/rest/testio/1.0{path}", jira.url());
        http.get(url).send().unwrap().json().unwrap()
    })
    .to_vec()
}

#[test]
fn with_a_test_io_of_the_kits_every_rule_is_checked_and_kept() {
    let test_io = test_io();
    let jira = Jira::asking(&test_io);
    let before = everything(&jira);
    let report = check(
        Options {
            test_io: Some(test_io),
            checking: Checking::Never,
            ..options(jira.url())
        },
        &[],
    );
    assert_kept(
        &report,
        &[CLEARING, &["maintenance-checks.", "schema.runChecks"]].concat(),
    );
    assert_eq!(everything(&jira), before);
    let test_io = self::test_io();
    let jira = Jira::asking(&test_io);
    let report = check(
        Options {
            test_io: Some(test_io),
            clearing: Clearing::Everything,
            ..options(jira.url())
        },
        &[],
    );
    assert_kept(&report, &[]);
    assert!(!report.to_string().contains("left behind"), "{report}");
    assert_eq!(everything(&jira)[0]["total"], 0);
}

#[test]
fn with_leave_to_check_all_keys_the_way_to_test_io_is_checked() {
    let test_io = test_io();
    let jira = Jira::asking(&test_io);
    let report = check(
        Options {
            test_io: Some(test_io),
            ..options(jira.url())
        },
        &["maintenance-checks.".to_owned(), "schema.runChecks".to_owned()],
    );
    assert_kept(&report, &[]);
}

#[test]
fn with_given_keys_all_but_test_ios_failures_are_checked() {
    let jira = Jira::start();
    let report = check(
        Options {
            accepted_key: Some(secret(ACCOUNTS[0].key)),
            refused_key: Some(secret(REVOKED_KEY)),
            ..options(jira.url())
        },
        &[],
    );
    assert_kept(
        &report,
        &[
            "data.",
            "test-io.",
            "headers.retry-after",
            "new-key.unreachable",
            "new-key.busy",
            "new-key.not-asked",
            "everywhere.asked-once",
            "accounts.checked",
            "accounts.products",
            "maintenance-checks.",
        ],
    );
}

#[test]
fn with_nothing_but_a_login_what_is_missing_is_said() {
    let jira = Jira::start();
    let report = check(
        Options {
            viewer: None,
            gone_project: None,
            writing: Writing::OwnConnections,
            ..options(jira.url())
        },
        &[],
    );
    assert!(report.is_good(), "{report}");
    let text = report.to_string();
    for option in [
        "--viewer",
        "--gone-project",
        "--touch-global",
        "--clear-data",
        "--accepted-key",
        "--test-io",
    ] {
        assert!(text.contains(option), "{option}: {text}");
    }
    for rule in [
        "global.stays",
        "access.viewer-reads",
        "keys.accepted",
        "effective.gone",
    ] {
        assert!(report.not_checked().contains(&rule), "{rule}: {text}");
    }
    assert!(!report.not_checked().contains(&"versions.stale"), "{text}");
}

#[test]
fn without_leave_to_write_nothing_is_written() {
    let jira = Jira::start();
    let read_only = |asked: &mut proxy::Asked| {
        assert_eq!(asked.method, reqwest::Method::GET);
    };
    let url = proxy::start(&jira, How::Asking(read_only));
    let report = check(
        Options {
            writing: Writing::Never,
            ..options(&url)
        },
        &[],
    );
    assert!(report.is_good(), "{report}");
    assert!(!report.not_checked().contains(&"paging.total"), "{report}");
    assert!(report.not_checked().contains(&"creating.created"), "{report}");
}

#[test]
fn only_the_projects_that_were_named_get_connections() {
    let jira = Jira::start();
    let only_these = |asked: &mut proxy::Asked| {
        if let Some(project) = asked.json()["projectId"].as_str() {
            assert!(
                ["10001", "10002", "conformance-nowhere"].contains(&project),
                "{project}"
            );
        }
    };
    let url = proxy::start(&jira, How::Asking(only_these));
    let report = check(
        Options {
            projects: vec!["SHOP".to_owned(), "10002".to_owned()],
            gone_project: None,
            ..options(&url)
        },
        &["creating.".to_owned(), "updates.".to_owned()],
    );
    assert_kept(&report, &["creating.gone-project", "updates.refused-key"]);
}

/// nginx and Apache change entity tags where they compress, and others drop them.
#[test]
fn behind_a_proxy_that_drops_entity_tags_the_rules_are_kept() {
    let jira = Jira::start();
    let url = proxy::start(
        &jira,
        How::Otherwise(|wire, asked| {
            let mut answered = wire.send(&asked);
            answered.drop_header("etag");
            answered
        }),
    );
    let report = check(options(&url), &[]);
    assert!(report.is_good(), "{report}");
    assert!(report.not_checked().contains(&"headers.etag"), "{report}");
    for rule in [
        "versions.required",
        "versions.stale",
        "order.condition-before-key",
    ] {
        assert!(!report.not_checked().contains(&rule), "{rule}: {report}");
    }
}

#[test]
fn websudo_is_confirmed() {
    let jira = Jira::with(None, true);
    let report = check(
        options(jira.url()),
        &["creating.".to_owned(), "labels.".to_owned()],
    );
    assert_kept(&report, &[]);
}

#[test]
fn basic_authentication_will_do() {
    let jira = Jira::start();
    // The sandbox knows sessions only, so somebody has to translate.
    let url = proxy::start(
        &jira,
        How::Otherwise(|wire, mut asked| {
            if asked
                .header("authorization")
                .is_some_and(|value| value.starts_with("Basic "))
            {
                let cookie = wire.log_in("admin");
                asked.set("cookie", &cookie);
            }
            wire.send(&asked)
        }),
    );
    let report = check(
        Options {
            method: Method::Basic,
            viewer: None,
            ..options(&url)
        },
        &["access.".to_owned(), "creating.".to_owned()],
    );
    assert_kept(&report, &["access.viewer", "access.no-manage"]);
}

#[test]
fn who_cannot_log_in_hears_so() {
    let jira = Jira::start();
    let refused = conformance::kit::Kit::connect(Options {
        admin: Login {
            password: secret("wrong"),
            ..login("admin")
        },
        ..options(jira.url())
    });
    let error = refused.unwrap_err().to_string();
    assert!(error.contains("does not let admin log in"), "{error}");
}
