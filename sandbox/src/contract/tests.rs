//! The validator, against the real contract.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that panics has failed, as it should"
)]

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use serde_json::{Value, json};

use super::document::{Document, object, problems};
use super::{Contract, JiraAnswer, Lookup, RequestParts, ResponseParts, TEXT};

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs
        .iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
        .collect()
}

fn find(contract: &Contract, method: Method, path: &str) -> usize {
    match contract.find(&method, path) {
        Lookup::Found(operation) => operation,
        other => panic!("{method} {path}: {other:?}"),
    }
}

fn request(method: Method, path: &str, query: &str, body: &str) -> Vec<String> {
    let contract = Contract::load().unwrap();
    let operation = find(contract, method, path);
    let headers = headers(&[
        ("content-type", "application/json"),
        ("x-atlassian-token", "no-check"),
    ]);
    contract.request_problems(
        operation,
        RequestParts {
            query,
            headers: &headers,
            body: body.as_bytes(),
        },
    )
}

fn response(path: &str, status: StatusCode, body: &Value) -> Vec<String> {
    let contract = Contract::load().unwrap();
    let operation = find(contract, Method::GET, path);
    let headers = headers(&[
        ("content-type", "application/json; charset=utf-8"),
        ("cache-control", "no-store"),
        ("x-ausername", "admin"),
        ("etag", "\"1\""),
    ]);
    contract.response_problems(
        operation,
        ResponseParts {
            status,
            headers: &headers,
            body: body.to_string().as_bytes(),
        },
    )
}

fn first_run() -> Value {
    json!({
        "id": "global", "scope": "GLOBAL", "project": null, "active": false, "hasKey": false, "keyHint": null,
        "keySavedAt": null, "keySavedBy": null, "accountLabel": null, "sameKey": 0, "status": "INACTIVE", "statusSince": "2026-05-01T00:00:00Z", "products": [],
        "productCount": 0, "lastCheckedAt": null, "updatedAt": "2026-05-01T00:00:00Z", "updatedBy": null, "version": 1
    })
}

#[test]
fn a_path_belongs_to_its_most_specific_operation() {
    let contract = Contract::load().unwrap();
    assert_ne!(
        contract.find(&Method::GET, "/connections/summary"),
        contract.find(&Method::GET, "/connections/global")
    );
    assert_eq!(
        contract.find(&Method::PUT, "/connections/summary"),
        Lookup::UnknownMethod
    );
    assert_eq!(
        contract.find(&Method::PATCH, "/connections/1"),
        Lookup::UnknownMethod
    );
    assert_eq!(contract.find(&Method::GET, "/connections/"), Lookup::UnknownPath);
    assert_eq!(contract.find(&Method::GET, "/nothing"), Lookup::UnknownPath);
}

#[test]
fn good_requests_pass() {
    assert_eq!(
        request(
            Method::GET,
            "/connections",
            "startAt=0&maxResults=200&query=a%20b&status=CONNECTED",
            ""
        ),
        [""; 0]
    );
    assert_eq!(request(Method::GET, "/projects", "query=12", ""), [""; 0]);
    assert_eq!(
        request(
            Method::PUT,
            "/connections/1",
            "",
            r#"{"apiKey":"k","verify":false}"#
        ),
        [""; 0]
    );
    assert_eq!(request(Method::POST, "/connections/1/test", "", "{}"), [""; 0]);
    assert_eq!(request(Method::DELETE, "/connections/1", "", ""), [""; 0]);
}

#[test]
fn bad_requests_are_caught() {
    for (method, path, query, body) in [
        (Method::GET, "/connections", "maxResults=201", ""),
        (Method::GET, "/connections", "maxResults=many", ""),
        (Method::GET, "/connections", "startAt=-1", ""),
        (Method::GET, "/connections", "status=BROKEN", ""),
        (Method::GET, "/connections", "page=1", ""),
        (Method::GET, "/connections", "startAt=1&startAt=2", ""),
        (Method::POST, "/connections", "", "{}"),
        (Method::POST, "/connections", "", r#"{"projectId":10001}"#),
        (Method::POST, "/connections", "", "{"),
        (Method::PUT, "/connections/1", "", "{}"),
        (Method::PUT, "/connections/1", "", r#"{"label":"x"}"#),
        (Method::PUT, "/connections/1", "", r#"{"active":"yes"}"#),
        (Method::PUT, "/connections/1", "", r#"{"apiKey":null}"#),
        (Method::DELETE, "/connections/1", "", r#"{"force":true}"#),
    ] {
        assert_ne!(
            request(method.clone(), path, query, body),
            [""; 0],
            "{method} {path}?{query} {body}"
        );
    }
}

#[test]
fn a_problem_never_repeats_what_was_sent() {
    let problems = request(
        Method::PUT,
        "/connections/1",
        "",
        r#"{"apiKey":["very-secret-key"]}"#,
    )
    .join("");
    assert!(
        !problems.is_empty() && !problems.contains("very-secret-key"),
        "{problems}"
    );
}

#[test]
fn good_responses_pass() {
    assert_eq!(
        response("/connections/global", StatusCode::OK, &first_run()),
        [""; 0]
    );
    let gone = json!({ "errorMessages": ["Gone."], "errors": {}, "code": "CONNECTION_NOT_FOUND" });
    assert_eq!(response("/connections/7", StatusCode::NOT_FOUND, &gone), [""; 0]);
}

#[test]
fn bad_responses_are_caught() {
    let caught =
        |status, body: &Value| assert_ne!(response("/connections/global", status, body), [""; 0], "{body}");
    let with = |field: &str, value: Value| {
        let mut body = first_run();
        body[field] = value;
        body
    };
    caught(StatusCode::OK, &with("status", json!("FINE")));
    caught(StatusCode::OK, &with("status", json!("CONNECTED")));
    caught(StatusCode::OK, &with("apiKey", json!("leaked")));
    caught(StatusCode::OK, &with("updatedAt", json!("yesterday")));
    caught(StatusCode::OK, &with("id", json!("7")));
    caught(StatusCode::OK, &with("version", json!(0)));
    caught(StatusCode::OK, &with("keyHint", json!("4f2a")));
    let mut short = first_run();
    short.as_object_mut().unwrap().remove("products");
    caught(StatusCode::OK, &short);
    caught(StatusCode::IM_A_TEAPOT, &first_run());
    let error = |code: &str| json!({ "errorMessages": ["x"], "errors": {}, "code": code });
    caught(StatusCode::NOT_FOUND, &error("PROJECT_NOT_FOUND"));
    caught(
        StatusCode::NOT_FOUND,
        &json!({ "errorMessages": ["x"], "errors": {} }),
    );
    caught(StatusCode::UNAUTHORIZED, &error("FORBIDDEN"));
}

#[test]
fn headers_of_responses_are_checked() {
    let contract = Contract::load().unwrap();
    let operation = find(contract, Method::GET, "/connections/global");
    let body = first_run().to_string();
    let problems = |headers: &HeaderMap| {
        contract.response_problems(
            operation,
            ResponseParts {
                status: StatusCode::OK,
                headers,
                body: body.as_bytes(),
            },
        )
    };
    let json = ("content-type", "application/json");
    let rest = [("cache-control", "no-store"), ("x-ausername", "admin")];
    assert_ne!(problems(&headers(&[json, rest[0], rest[1]])), [""; 0]);
    assert_ne!(
        problems(&headers(&[json, rest[0], rest[1], ("etag", "W/\"1\"")])),
        [""; 0]
    );
    assert_ne!(
        problems(&headers(&[
            ("content-type", "text/html"),
            rest[0],
            rest[1],
            ("etag", "\"1\"")
        ])),
        [""; 0]
    );
    assert_eq!(
        problems(&headers(&[json, rest[0], rest[1], ("etag", "\"1\"")])),
        [""; 0]
    );
}

#[test]
fn jiras_own_answers_are_checked_by_their_names() {
    let contract = Contract::load().unwrap();
    let problems = |name, status, user: &'static str| {
        let headers = headers(&[
            ("content-type", "application/json"),
            ("cache-control", "no-store"),
            ("x-ausername", user),
        ]);
        contract.jira_answer_problems(
            JiraAnswer(name),
            ResponseParts {
                status,
                headers: &headers,
                body: br#"{"message":"This resource requires WebSudo.","status-code":401}"#,
            },
        )
    };
    assert_eq!(
        problems("webSudoJson", StatusCode::UNAUTHORIZED, "admin"),
        [""; 0]
    );
    for (name, status) in [
        ("webSudoJson", StatusCode::FORBIDDEN),
        ("webSudoJson", StatusCode::OK),
        ("webSudoXml", StatusCode::UNAUTHORIZED),
        ("webSudoHeader", StatusCode::UNAUTHORIZED),
        ("restStatus", StatusCode::UNAUTHORIZED),
        ("nothing", StatusCode::UNAUTHORIZED),
    ] {
        assert_ne!(problems(name, status, "admin"), [""; 0], "{name} {status}");
    }
}

#[test]
fn the_contracts_own_examples_keep_it() {
    let document = Document::parse(TEXT).unwrap();
    let root: Value = serde_saphyr::from_str(TEXT).unwrap();
    let mut checked = 0;
    let jiras = document.jira_answers().unwrap().values();
    let jiras = jiras.flat_map(|responses| object(responses, "answers").unwrap());
    let all = object(&root["components"]["responses"], "responses").unwrap();
    for (name, response) in all.iter().chain(jiras) {
        let form = &response["content"]["application/json"];
        let Some(examples) = form["examples"].as_object() else {
            continue;
        };
        let schema = document.validator(&form["schema"]).unwrap();
        for (example, value) in examples {
            assert_eq!(problems(&schema, &value["value"], example), [""; 0], "{name}");
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked}");
}
