//! Testing a connection.

use serde_json::{Value, json};

use crate::exchange::Request;
use crate::kit::{Kit, NOWHERE};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "operation `testConnection`";

pub const GROUP: Group = Group {
    title: "Testing a connection",
    rules: &[
        Rule::act(
            "checks.given-accepted",
            "A key in the request that Test IO accepts comes to `ACCEPTED`.",
            SOURCE,
            &[Need::Write, Need::AcceptedKey],
            |kit| given(kit, kit.accepted_key()?, "ACCEPTED"),
        ),
        Rule::act(
            "checks.given-refused",
            "A key in the request that Test IO refuses comes to `REJECTED`, with 200.",
            SOURCE,
            &[Need::Write, Need::RefusedKey],
            |kit| given(kit, kit.refused_key()?, "REJECTED"),
        ),
        Rule::act(
            "checks.given-is-forgotten",
            "Of a key in the request nothing is stored, whatever the test comes to.",
            SOURCE,
            &[Need::Write, Need::AcceptedKey],
            given_is_forgotten,
        ),
        Rule::act(
            "checks.stored-accepted",
            "Without a key in the request the stored one is tested; accepted, the connection becomes `CONNECTED`.",
            SOURCE,
            &[Need::Write, Need::AcceptedKey],
            |kit| stored(kit, kit.accepted_key()?, "ACCEPTED", "CONNECTED"),
        ),
        Rule::act(
            "checks.stored-refused",
            "A stored key that Test IO refuses makes the connection `KEY_REJECTED`.",
            SOURCE,
            &[Need::Write, Need::RefusedKey],
            |kit| stored(kit, kit.refused_key()?, "REJECTED", "KEY_REJECTED"),
        ),
        Rule::act(
            "checks.remembered",
            "The connection remembers the products and the time of the test.",
            SOURCE,
            &[Need::Write, Need::AcceptedKey],
            remembered,
        ),
        Rule::act(
            "checks.new-version",
            "A test of the stored key changes the connection's version.",
            SOURCE,
            &[Need::Write, Need::AcceptedKey],
            new_version,
        ),
        Rule::act(
            "checks.no-key",
            "Without a stored key and without one in the request: 409 `KEY_MISSING`.",
            SOURCE,
            &[Need::Write],
            |kit| {
                kit.connection()?
                    .test(&json!({}))?
                    .must_refuse(409, "KEY_MISSING")
            },
        ),
        Rule::act(
            "checks.unknown",
            "A test of a connection that does not exist is answered 404 `CONNECTION_NOT_FOUND`.",
            SOURCE,
            &[Need::Write],
            |kit| {
                kit.admin(Request::post(format!("/connections/{NOWHERE}/test"), &json!({})))?
                    .must_refuse(404, "CONNECTION_NOT_FOUND")
            },
        ),
    ],
};

fn given(kit: &Kit, key: &str, outcome: &str) -> Verdict {
    let answer = kit.connection()?.test(&json!({ "apiKey": key }))?;
    answer.must(
        answer.status == 200 && answer.json()["outcome"] == outcome,
        format!("200 with the outcome {outcome}"),
    )
}

fn given_is_forgotten(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    let before = connection.now()?;
    let answer = connection.test(&json!({ "apiKey": kit.accepted_key()? }))?;
    answer.ready(200)?;
    let after = connection.read()?;
    after.must(
        after.json() == before,
        format!("no change by {}: {before}", answer.request),
    )
}

fn stored(kit: &Kit, key: &str, outcome: &str, status: &str) -> Verdict {
    let connection = kit.connection()?;
    connection.save(&json!({ "apiKey": key, "verify": false }))?;
    let answer = connection.test(&json!({}))?;
    answer.must(
        answer.status == 200 && answer.json()["outcome"] == outcome,
        format!("200 with the outcome {outcome}"),
    )?;
    let after = connection.read()?;
    after.must(after.json()["status"] == status, format!("the status {status}"))
}

fn remembered(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.save(&json!({ "apiKey": kit.accepted_key()?, "verify": false }))?;
    let tested = connection.test(&json!({}))?.ready(200)?;
    let after = connection.read()?;
    let body = after.json();
    after.must(
        body["products"] == tested["products"] && body["productCount"] == tested["productCount"],
        format!("the products of the test: {tested}"),
    )?;
    after.must(
        body["lastCheckedAt"] != Value::Null,
        format!("lastCheckedAt {}", tested["checkedAt"]),
    )
}

fn new_version(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.save(&json!({ "apiKey": kit.accepted_key()?, "verify": false }))?;
    let before = connection.now()?;
    connection.test(&json!({}))?.ready(200)?;
    let after = connection.read()?;
    after.must(
        after.json()["version"].as_u64() > before["version"].as_u64(),
        format!("a version above {}", before["version"]),
    )
}
