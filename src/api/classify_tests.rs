//! The table of everything that is known to come back, and any bytes at all.

#![allow(clippy::panic, reason = "a test that finds something else has failed")]

use proptest::prelude::*;

use super::{classify, is_success};
use crate::{
    api::answer::RawAnswer,
    domain::{
        failure::{Answer, Failure, KeyRefusal},
        ids::ConnectionId,
    },
};

pub fn json(status: u16, body: &str) -> RawAnswer {
    RawAnswer {
        status,
        content_type: "application/json;charset=utf-8".into(),
        body: body.into(),
        ..RawAnswer::default()
    }
}

fn html(status: u16, body: &str) -> RawAnswer {
    RawAnswer {
        status,
        content_type: "text/html".into(),
        body: body.into(),
        ..RawAnswer::default()
    }
}

#[test]
fn jira_s_ways_to_say_log_in_again() {
    let anonymous = RawAnswer {
        user_name: Some("anonymous".into()),
        ..json(200, "{}")
    };
    let answers = [
        json(
            401,
            r#"{"errorMessages":["You are not authenticated."],"errors":{}}"#,
        ),
        html(401, ""),
        html(200, "<form action='/jira/login.jsp'>"),
        RawAnswer {
            redirected: true,
            ..RawAnswer::default()
        },
        anonymous,
    ];
    for answer in answers {
        assert!(!is_success(&answer), "{answer:?}");
        assert_eq!(classify(&answer, ""), Failure::LoggedOut, "{answer:?}");
    }
}

#[test]
fn jira_s_ways_to_ask_for_web_sudo() {
    let header = RawAnswer {
        web_sudo: Some("Required".into()),
        ..json(401, "")
    };
    let xml = RawAnswer {
        content_type: "application/xml".into(),
        ..json(
            401,
            "<status><message>This resource requires WebSudo.</message></status>",
        )
    };
    let body = r#"{"message":"This resource requires WebSudo.","status-code":401}"#;
    for answer in [
        json(401, body),
        json(403, r#"{"error":"websudo-required"}"#),
        header,
        xml,
    ] {
        assert_eq!(classify(&answer, ""), Failure::AdminConfirmation, "{answer:?}");
    }
}

#[test]
fn each_code_of_the_contract_has_its_failure() {
    let refused =
        |code: &str| format!(r#"{{"errorMessages":[],"errors":{{"apiKey":"no"}},"code":"{code}"}}"#);
    let exists = r#"{"errorMessages":["x"],"errors":{},"code":"CONNECTION_EXISTS","connectionId":"7"}"#;
    let cases = [
        (json(403, r#"{"code":"FORBIDDEN"}"#), Failure::Forbidden),
        (html(403, "XSRF check failed"), Failure::CrossSite),
        (
            json(404, r#"{"code":"CONNECTION_NOT_FOUND"}"#),
            Failure::ConnectionGone,
        ),
        (json(404, r#"{"code":"PROJECT_NOT_FOUND"}"#), Failure::ProjectGone),
        (
            json(409, exists),
            Failure::ConnectionExists(Some(ConnectionId::new("7"))),
        ),
        (json(409, r#"{"code":"KEY_MISSING"}"#), Failure::KeyMissing),
        (json(412, r#"{"code":"STALE"}"#), Failure::Stale(None)),
        (
            json(422, &refused("KEY_REJECTED")),
            Failure::KeyRefused(KeyRefusal::Rejected),
        ),
        (
            json(422, &refused("KEY_MALFORMED")),
            Failure::KeyRefused(KeyRefusal::Malformed),
        ),
        (
            json(422, r#"{"code":"KEY_MALFORMED"}"#),
            Failure::KeyRefused(KeyRefusal::Malformed),
        ),
        (
            json(400, &refused("SOMETHING_NEW")),
            Failure::KeyRefused(KeyRefusal::Malformed),
        ),
        (
            json(400, r#"{"errors":{"accountLabel":"too long"}}"#),
            Failure::LabelRefused("too long".into()),
        ),
        (
            json(424, r#"{"code":"TESTIO_UNREACHABLE"}"#),
            Failure::TestIoUnreachable,
        ),
        (
            json(424, r#"{"code":"TESTIO_RATE_LIMITED","retryAfterSeconds":9}"#),
            Failure::TestIoRateLimited(Some(9)),
        ),
    ];
    for (answer, failure) in cases {
        assert_eq!(classify(&answer, ""), failure, "{answer:?}");
    }
}

#[test]
fn a_stale_write_carries_the_current_connection_and_its_version() {
    let current = include_str!("../../tests/fixtures/connection-project.json");
    let body = format!(r#"{{"errorMessages":[],"errors":{{}},"code":"STALE","current":{current}}}"#);
    let Failure::Stale(Some(current)) = classify(&json(412, &body), "") else {
        panic!("not stale")
    };
    assert_eq!(current.version, 7);
}

#[test]
fn retry_after_is_believed_only_when_it_is_sensible() {
    for (value, seconds) in [
        (Some("7"), Some(7)),
        (None, None),
        (Some("7200"), Some(7_200)),
        (Some("0"), None),
        (Some("1.5"), None),
        (Some("Wed, 21 Oct 2026 07:28:00 GMT"), None),
        (Some("999999999"), None),
        (Some("-1"), None),
    ] {
        let answer = RawAnswer {
            retry_after: value.map(Into::into),
            ..html(429, "")
        };
        assert_eq!(classify(&answer, ""), Failure::RateLimited(seconds), "{value:?}");
    }
}

#[test]
fn what_is_not_the_contract_is_never_taken_for_an_answer() {
    let proxy = html(502, "<h1>Bad Gateway</h1>");
    assert_eq!(classify(&proxy, ""), Failure::Server(Answer::of_status(502)));
    let page = html(200, "<h1>Maintenance</h1>");
    assert!(!is_success(&page));
    assert_eq!(classify(&page, ""), Failure::Unreadable(Answer::of_status(200)));
    let switched_off = r#"{"message":"null for uri: /rest/testio/1.0/connections/7","status-code":404}"#;
    for plugin_gone in [html(404, "<h1>Not found</h1>"), json(404, switched_off)] {
        assert_eq!(
            classify(&plugin_gone, ""),
            Failure::Unreadable(Answer::of_status(404))
        );
    }
}

/// An administrator used to be told that a permission was missing.
#[test]
fn a_firewall_s_page_says_nothing_about_rights_or_input() {
    let pages = [
        "",
        "<html><head><title>403 Forbidden</title></head><center>nginx</center></html>",
        "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>",
    ];
    for status in [
        400, 403, 404, 405, 408, 409, 413, 414, 415, 422, 424, 431, 451, 499,
    ] {
        for page in pages {
            let failure = Failure::Unreadable(Answer::of_status(status));
            assert_eq!(classify(&html(status, page), ""), failure, "{status} {page}");
        }
    }
    let not_ours = [
        json(403, "{}"),
        json(403, r#"{"message":"Blocked by policy","status-code":403}"#),
        json(403, r#"{"errorMessages":["No."],"errors":{}}"#),
        html(412, "<h1>Precondition Failed</h1>"),
        html(403, r#"{"code":"FORBIDDEN"}"#),
    ];
    for answer in not_ours {
        let failure = Failure::Unreadable(Answer::of_status(answer.status));
        assert_eq!(classify(&answer, ""), failure, "{answer:?}");
    }
}

#[test]
fn what_the_plugin_refuses_is_still_refused_by_it() {
    for status in [400, 405, 413, 415, 428, 431] {
        let refused = json(
            status,
            r#"{"errorMessages":["Too long."],"errors":{},"code":"BAD_REQUEST"}"#,
        );
        let failure = Failure::Refused(Answer {
            status,
            message: Some("Too long.".into()),
            request: None,
        });
        assert_eq!(classify(&refused, ""), failure);
    }
}

#[test]
fn a_long_server_message_is_cut_and_stripped() {
    let body = format!(
        r#"{{"errorMessages":["{}\u0007{}"]}}"#,
        "a".repeat(100),
        "b".repeat(10_000)
    );
    let Failure::Server(Answer {
        message: Some(message),
        ..
    }) = classify(&json(500, &body), "")
    else {
        panic!("message")
    };
    assert_eq!(message.chars().count(), 200);
    assert!(!message.contains('\u{7}'));
}

proptest! {
    #[test]
    fn any_bytes_give_a_failure_and_never_a_panic(
        status in any::<u16>(), kind in prop_oneof![Just("application/json"), Just("text/html"), Just("")],
        body in ".{0,200}", retry_after in proptest::option::of(".{0,20}"), redirected in any::<bool>(),
    ) {
        let answer = RawAnswer { status, content_type: kind.into(), body, retry_after, redirected, ..RawAnswer::default() };
        let _ = (is_success(&answer), classify(&answer, ""));
    }
}
