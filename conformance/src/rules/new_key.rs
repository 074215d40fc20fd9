//! A key that a new connection begins with.

use serde_json::{Value, json};

use crate::exchange::{Exchange, Request};
use crate::kit::{Connection, Kit, NOWHERE};
use crate::rule::{Group, Need, Rule};
use crate::test_io::Mood;
use crate::verdict::Verdict;

const SOURCE: &str = "operation `createConnection`";

pub const GROUP: Group = Group {
    title: "New connections with a key",
    rules: &[
        Rule::act(
            "new-key.unverified",
            "With `verify: false` a new connection begins with its key unseen, as `UNVERIFIED`.",
            SOURCE,
            &[Need::Write],
            unverified,
        ),
        Rule::act(
            "new-key.accepted",
            "With a key that Test IO accepts a new connection is `CONNECTED`.",
            SOURCE,
            &[Need::Write, Need::AcceptedKey],
            |kit| connected(&kit.create_with(&json!({ "apiKey": kit.accepted_key()? }))?.1),
        ),
        Rule::act(
            "new-key.malformed",
            "With a malformed key no connection is made: 422 `KEY_MALFORMED` with a text in `errors.apiKey`.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let (project, answer) = kit.create_with(&json!({ "apiKey": "••••••" }))?;
                answer.must_blame(422, "KEY_MALFORMED", "apiKey")?;
                nothing_made(kit, &project)
            },
        ),
        Rule::act(
            "new-key.refused",
            "With a key that Test IO refuses no connection is made: 422 `KEY_REJECTED` with a text in `errors.apiKey`.",
            SOURCE,
            &[Need::Write, Need::RefusedKey],
            |kit| {
                let (project, answer) = kit.create_with(&json!({ "apiKey": kit.refused_key()? }))?;
                answer.must_blame(422, "KEY_REJECTED", "apiKey")?;
                nothing_made(kit, &project)
            },
        ),
        Rule::act(
            "new-key.unreachable",
            "With a key that cannot be verified no connection is made: 424 `TESTIO_UNREACHABLE`.",
            SOURCE,
            &[Need::Write, Need::OwnTestIo],
            |kit| {
                let _meanwhile = kit.test_io()?.while_it_is(Mood::Down);
                let (project, answer) = kit.create_with(&json!({ "apiKey": kit.accepted_key()? }))?;
                answer.must_refuse(424, "TESTIO_UNREACHABLE")?;
                nothing_made(kit, &project)
            },
        ),
        Rule::act(
            "new-key.busy",
            "When Test IO answers 429 no connection is made: 424 `TESTIO_RATE_LIMITED` with the time that Test IO named.",
            SOURCE,
            &[Need::Write, Need::OwnTestIo],
            busy,
        ),
        Rule::act(
            "new-key.label",
            "A new connection has the `accountLabel` that was given, without the spaces around it.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let label = kit.label();
                let (_, answer) = kit.create_with(&json!({ "accountLabel": format!(" {label} ") }))?;
                labelled(&answer, &json!(label))
            },
        ),
        Rule::act(
            "new-key.bad-label",
            "With a label that is refused no connection is made: 400 and a text in `errors.accountLabel`.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let (project, answer) = kit.create_with(&json!({ "accountLabel": "x".repeat(61) }))?;
                answer.must_blame(400, "INVALID_REQUEST", "accountLabel")?;
                nothing_made(kit, &project)
            },
        ),
        Rule::act(
            "new-key.of-another",
            "With `keyOf` a new connection has the key of another one.",
            SOURCE,
            &[Need::Write],
            |kit| of_another(kit, &kit.connection()?),
        ),
        Rule::act(
            "new-key.of-global",
            "That can be Global.",
            SOURCE,
            &[Need::Write, Need::Global],
            |kit| of_another(kit, &kit.keyless_global()?),
        ),
        Rule::act(
            "new-key.label-of-another",
            "With `keyOf` and without `accountLabel` it has the label of that one, too.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let (source, label) = labelled_source(kit)?;
                let (_, answer) = kit.create_with(&json!({ "keyOf": source.id, "verify": false }))?;
                labelled(&answer, &json!(label))
            },
        ),
        Rule::act(
            "new-key.no-label",
            "With `keyOf` and an empty `accountLabel` it has none.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let (source, _) = labelled_source(kit)?;
                let body = json!({ "keyOf": source.id, "verify": false, "accountLabel": "" });
                labelled(&kit.create_with(&body)?.1, &Value::Null)
            },
        ),
        Rule::act(
            "new-key.of-accepted",
            "The key of another connection is verified; one that Test IO accepts makes the new one `CONNECTED`.",
            SOURCE,
            &[Need::Write, Need::AcceptedKey],
            |kit| {
                let source = kit.connection()?;
                source.save(&json!({ "apiKey": kit.accepted_key()?, "verify": false }))?;
                connected(&kit.create_with(&json!({ "keyOf": source.id }))?.1)
            },
        ),
        Rule::act(
            "new-key.of-refused",
            "If Test IO refuses the key of another connection no connection is made: 422 `KEY_REJECTED` with a text in \
             `errors.keyOf`.",
            SOURCE,
            &[Need::Write, Need::RefusedKey],
            |kit| {
                let source = kit.connection()?;
                source.save(&json!({ "apiKey": kit.refused_key()?, "verify": false }))?;
                let (project, answer) = kit.create_with(&json!({ "keyOf": source.id }))?;
                answer.must_blame(422, "KEY_REJECTED", "keyOf")?;
                nothing_made(kit, &project)
            },
        ),
        Rule::act(
            "new-key.source-stays",
            "What Test IO says to that changes nothing of the connection that the key came from.",
            SOURCE,
            &[Need::Write, Need::RefusedKey],
            source_stays,
        ),
        Rule::act(
            "new-key.of-nothing",
            "A `keyOf` without a key, or of no connection, is refused with 409 `KEY_MISSING` and a text in `errors.keyOf`.",
            SOURCE,
            &[Need::Write],
            of_nothing,
        ),
        Rule::act(
            "new-key.exists-first",
            "409 `CONNECTION_EXISTS` comes before that.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let project = kit.connection()?.now()?["project"]["id"].clone();
                let body = json!({ "projectId": project, "keyOf": NOWHERE });
                kit.admin(Request::post("/connections", &body))?
                    .must_refuse(409, "CONNECTION_EXISTS")
            },
        ),
        Rule::act(
            "new-key.both",
            "`apiKey` and `keyOf` together are refused with 400 and a text in `errors.keyOf`.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let source = kit.connection()?;
                source.store_made_up_key()?;
                let body = json!({ "apiKey": kit.made_up_key(), "keyOf": source.id });
                kit.create_with(&body)?
                    .1
                    .must_blame(400, "INVALID_REQUEST", "keyOf")
            },
        ),
        Rule::act(
            "new-key.not-asked",
            "With `verify: false` Test IO is not asked.",
            SOURCE,
            &[Need::Write, Need::OwnTestIo],
            not_asked,
        ),
    ],
};

/// The project of a refused request still has no connection of its own.
fn nothing_made(kit: &Kit, project: &str) -> Verdict {
    let uses = kit.admin(Request::get(format!("/projects/{project}/effective-connection")))?;
    uses.must(
        uses.json()["source"] != "PROJECT",
        "no connection of its own: it was refused",
    )
}

fn connected(answer: &Exchange) -> Verdict {
    let body = answer.json();
    answer.must(
        answer.status == 201
            && body["status"] == "CONNECTED"
            && body["keySavedAt"].is_string()
            && body["keySavedBy"]["displayName"].is_string()
            && body["lastCheckedAt"].is_string(),
        "201 with the status CONNECTED, keySavedAt, keySavedBy and lastCheckedAt",
    )
}

fn labelled(answer: &Exchange, label: &Value) -> Verdict {
    answer.must(
        answer.status == 201 && answer.json()["accountLabel"] == *label,
        format!("201 with the accountLabel {label}"),
    )
}

fn unverified(kit: &Kit) -> Verdict {
    let key = kit.made_up_key();
    let (_, answer) = kit.create_with(&json!({ "apiKey": key, "verify": false }))?;
    let body = answer.json();
    let hint = &key[key.len() - 4..];
    answer.must(
        answer.status == 201
            && body["status"] == "UNVERIFIED"
            && body["keyHint"] == hint
            && body["keySavedBy"]["displayName"].is_string()
            && body["lastCheckedAt"].is_null(),
        format!("201 with the status UNVERIFIED, the keyHint {hint}, keySavedBy and no lastCheckedAt"),
    )
}

fn busy(kit: &Kit) -> Verdict {
    let _meanwhile = kit.test_io()?.while_it_is(Mood::Busy(Some(17)));
    let (project, answer) = kit.create_with(&json!({ "apiKey": kit.accepted_key()? }))?;
    answer.must(
        answer.is_error(424, "TESTIO_RATE_LIMITED") && answer.header("retry-after") == "17",
        "424 TESTIO_RATE_LIMITED with Retry-After: 17",
    )?;
    nothing_made(kit, &project)
}

fn of_another(kit: &Kit, source: &Connection<'_>) -> Verdict {
    let key = source.store_made_up_key()?;
    let (_, answer) = kit.create_with(&json!({ "keyOf": source.id, "verify": false }))?;
    let body = answer.json();
    let hint = &key[key.len() - 4..];
    answer.must(
        answer.status == 201 && body["keyHint"] == hint && body["status"] == "UNVERIFIED",
        format!("201 with the keyHint {hint} and the status UNVERIFIED"),
    )
}

/// A connection with a key and a label, and the label.
fn labelled_source(kit: &Kit) -> Verdict<(Connection<'_>, String)> {
    let (source, label) = (kit.connection()?, kit.label());
    let begin = json!({ "apiKey": kit.made_up_key(), "verify": false, "accountLabel": label });
    source.save(&begin)?;
    Ok((source, label))
}

fn source_stays(kit: &Kit) -> Verdict {
    let source = kit.connection()?;
    source.save(&json!({ "apiKey": kit.refused_key()?, "verify": false }))?;
    let before = source.now()?;
    let (_, answer) = kit.create_with(&json!({ "keyOf": source.id }))?;
    answer.ready(422)?;
    let after = source.read()?;
    after.must(
        after.json() == before,
        format!("no change by {}: {before}", answer.request),
    )
}

fn of_nothing(kit: &Kit) -> Verdict {
    let keyless = kit.connection()?;
    for id in [keyless.id.as_str(), NOWHERE] {
        let (project, answer) = kit.create_with(&json!({ "keyOf": id }))?;
        answer.must_blame(409, "KEY_MISSING", "keyOf")?;
        nothing_made(kit, &project)?;
    }
    Ok(())
}

fn not_asked(kit: &Kit) -> Verdict {
    let source = kit.connection()?;
    source.store_made_up_key()?;
    let before = kit.test_io()?.asked();
    for body in [
        json!({ "apiKey": kit.made_up_key(), "verify": false }),
        json!({ "keyOf": source.id, "verify": false }),
    ] {
        let (_, answer) = kit.create_with(&body)?;
        let asked = kit.test_io()?.asked() - before;
        answer.must(
            asked == 0,
            format!("no request to Test IO, but there were {asked}"),
        )?;
    }
    Ok(())
}
