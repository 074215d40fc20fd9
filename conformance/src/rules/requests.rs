//! The form of requests.

use serde_json::{Value, json};

use crate::exchange::{Exchange, Request};
use crate::kit::{Connection, Kit, NO_JOB, NOWHERE};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

pub const GROUP: Group = Group {
    title: "Form of requests",
    rules: &[
        Rule::act(
            "requests.media-type",
            "A body that is not `application/json` is refused with 415 `UNSUPPORTED_MEDIA_TYPE`.",
            "response `UnsupportedMediaType`",
            &[Need::Write],
            media_type,
        ),
        Rule::act(
            "requests.broken-json",
            "A body that is no JSON is refused with 400 `INVALID_REQUEST`.",
            "response `InvalidRequest`",
            &[Need::Write],
            broken_json,
        ),
        Rule::act(
            "requests.types",
            "A field of another type than the schema's is refused with 400 `INVALID_REQUEST`.",
            "schemas `CreateConnection`, `UpdateConnection`, `TestConnection`",
            &[Need::Write],
            types,
        ),
        Rule::act(
            "requests.unknown-fields",
            "A field that the schema does not have is refused with 400 `INVALID_REQUEST`.",
            "schemas `CreateConnection`, `UpdateConnection`, `TestConnection`: `additionalProperties: false`",
            &[Need::Write],
            unknown_fields,
        ),
        Rule::act(
            "requests.missing-project",
            "A new connection needs a `projectId`: 400 `INVALID_REQUEST`.",
            "schema `CreateConnection`",
            &[Need::Write],
            missing_project,
        ),
        Rule::act(
            "requests.empty-update",
            "A PUT that changes nothing is refused with 400 `INVALID_REQUEST`.",
            "schema `UpdateConnection`: `minProperties: 1`",
            &[Need::Write],
            empty_update,
        ),
    ],
};

/// The three operations with a body, with this one.
fn send_all(kit: &Kit, connection: &Connection<'_>, bodies: [&str; 3]) -> Verdict<[Exchange; 3]> {
    let etag = connection.etag()?;
    let [create, update, test] = bodies;
    let empty = Value::Null;
    Ok([
        kit.admin(Request::post("/connections", &empty).text(create))?,
        kit.admin(
            Request::put(connection.path(), &empty)
                .on(Some(&etag))
                .text(update),
        )?,
        kit.admin(Request::post(format!("{}/test", connection.path()), &empty).text(test))?,
    ])
}

fn all_invalid(answers: &[Exchange]) -> Verdict {
    answers
        .iter()
        .try_for_each(|answer| answer.must_refuse(400, "INVALID_REQUEST"))
}

fn media_type(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let requests = [
        Request::post("/connections", &json!({ "projectId": NOWHERE })),
        Request::put(connection.path(), &json!({ "accountLabel": "As XML" })).on(Some(&connection.etag()?)),
        Request::post(format!("{}/test", connection.path()), &json!({})),
        Request::put(format!("/maintenance/jobs/{NO_JOB}"), &json!({ "notify": true })),
        Request::delete("/maintenance/data").text(json!({ "confirm": "as XML" }).to_string()),
    ];
    for request in requests {
        let answer = kit.admin(request.with("content-type", "application/xml"))?;
        answer.must_refuse(415, "UNSUPPORTED_MEDIA_TYPE")?;
    }
    Ok(())
}

fn broken_json(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    // With a key in it, which a parser's own words would repeat.
    let truncated = format!(r#"{{"apiKey": "{}"#, kit.made_up_key());
    all_invalid(&send_all(kit, &connection, ["{", &truncated, &truncated])?)
}

fn types(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    for bodies in [
        [
            r#"{"projectId": 1}"#,
            r#"{"accountLabel": ["x"]}"#,
            r#"{"apiKey": 1}"#,
        ],
        ["[]", r#"{"apiKey": {"key": "x"}}"#, "[]"],
        [r#""x""#, r#"{"accountLabel": "x", "verify": "no"}"#, r#""x""#],
    ] {
        all_invalid(&send_all(kit, &connection, bodies)?)?;
    }
    Ok(())
}

fn unknown_fields(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    all_invalid(&send_all(
        kit,
        &connection,
        [
            r#"{"projectId": "conformance-nowhere", "conformance": 1}"#,
            r#"{"accountLabel": "x", "conformance": 1}"#,
            r#"{"conformance": 1}"#,
        ],
    )?)
}

fn missing_project(kit: &Kit) -> Verdict {
    kit.admin(Request::post("/connections", &json!({})))?
        .must_refuse(400, "INVALID_REQUEST")
}

fn empty_update(kit: &Kit) -> Verdict {
    kit.connection()?
        .put(&json!({}))?
        .must_refuse(400, "INVALID_REQUEST")
}
