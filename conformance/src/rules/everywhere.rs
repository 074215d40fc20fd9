//! One change for all connections with the same key.

use serde_json::{Value, json};

use super::instant;
use crate::kit::{Connection, Kit};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "Connections with the same key";

pub const GROUP: Group = Group {
    title: "Changes everywhere",
    rules: &[
        Rule::act(
            "everywhere.key",
            "With `everywhere` a key goes to all connections that hold the same key, and to no others.",
            SOURCE,
            &[Need::Write],
            key,
        ),
        Rule::act(
            "everywhere.label",
            "With `everywhere` a label alone renames all of them; their keys, and what is known of those, stay.",
            SOURCE,
            &[Need::Write],
            label,
        ),
        Rule::act(
            "everywhere.as-if-saved",
            "Each is changed as if it had been saved alone: `version`, `updatedAt`, `updatedBy`, `keySavedAt`, `keySavedBy` \
             and status.",
            SOURCE,
            &[Need::Write],
            as_if_saved,
        ),
        Rule::act(
            "everywhere.not-alone",
            "Without `everywhere` a change goes to no other connection.",
            SOURCE,
            &[Need::Write],
            not_alone,
        ),
        Rule::act(
            "everywhere.none",
            "If the key is malformed none of them is changed.",
            SOURCE,
            &[Need::Write],
            |kit| none_changed(kit, "••••••"),
        ),
        Rule::act(
            "everywhere.none-refused",
            "If Test IO refuses the key none of them is changed.",
            SOURCE,
            &[Need::Write, Need::RefusedKey],
            |kit| none_changed(kit, kit.refused_key()?),
        ),
        Rule::act(
            "everywhere.asked-once",
            "Test IO is asked once for all of them.",
            SOURCE,
            &[Need::Write, Need::OwnTestIo],
            asked_once,
        ),
        Rule::act(
            "everywhere.global",
            "Global is one of them, and its switch stays as it is.",
            SOURCE,
            &[Need::Write, Need::Global],
            global,
        ),
        Rule::act(
            "everywhere.no-key",
            "Where the connection addressed has no key it is changed alone.",
            SOURCE,
            &[Need::Write],
            no_key,
        ),
        Rule::act(
            "everywhere.nothing-given",
            "Without `apiKey` and `accountLabel` nothing of the others is changed.",
            "schema `UpdateConnection`, `everywhere`",
            &[Need::Write],
            nothing_given,
        ),
        Rule::act(
            "everywhere.answer",
            "The answer is the connection addressed, with the `sameKey` that it has afterwards.",
            "operation `updateConnection`",
            &[Need::Write],
            answer,
        ),
    ],
};

/// Two connections with one key that nobody else has.
pub(super) fn two(kit: &Kit) -> Verdict<[Connection<'_>; 2]> {
    let both = [kit.connection()?, kit.connection()?];
    let key = kit.made_up_key();
    for connection in &both {
        connection.save(&json!({ "apiKey": key, "verify": false }))?;
    }
    Ok(both)
}

fn hint(key: &str) -> &str {
    &key[key.len() - 4..]
}

/// The connection is as it was before a request.
pub(super) fn must_be(connection: &Connection<'_>, before: &Value, request: &str) -> Verdict {
    let after = connection.read()?;
    after.must(
        after.json() == *before,
        format!("no change by {request}: {before}"),
    )
}

fn key(kit: &Kit) -> Verdict {
    let [one, other] = two(kit)?;
    let stranger = kit.connection()?;
    stranger.store_made_up_key()?;
    let before = stranger.now()?;
    let key = kit.made_up_key();
    let answer = one.put(&json!({ "apiKey": key, "verify": false, "everywhere": true }))?;
    answer.ready(200)?;
    for connection in [&one, &other] {
        let read = connection.read()?;
        let hint = hint(&key);
        read.must(read.json()["keyHint"] == hint, format!("the keyHint {hint}"))?;
    }
    must_be(&stranger, &before, &answer.request)
}

fn label(kit: &Kit) -> Verdict {
    let [one, other] = two(kit)?;
    let before = [one.now()?, other.now()?];
    let label = kit.label();
    one.save(&json!({ "accountLabel": label, "everywhere": true }))?;
    for (connection, before) in [&one, &other].into_iter().zip(before) {
        let read = connection.read()?;
        let body = read.json();
        let kept = ["keyHint", "keySavedAt", "keySavedBy", "status", "lastCheckedAt"];
        read.must(
            body["accountLabel"] == label.as_str() && kept.iter().all(|field| body[*field] == before[*field]),
            format!(
                "the accountLabel {label}, and {} as before: {before}",
                kept.join(", ")
            ),
        )?;
    }
    Ok(())
}

/// The label of connections that a rule looks at closely.
const MARK: &str = "Conformance, everywhere";

fn as_if_saved(kit: &Kit) -> Verdict {
    let [one, other] = two(kit)?;
    let before = other.now()?;
    let body = json!({
        "apiKey": kit.made_up_key(), "verify": false, "accountLabel": MARK, "everywhere": true,
    });
    one.save(&body)?;
    let read = other.read()?;
    let body = read.json();
    read.must(
        body["version"].as_u64() > before["version"].as_u64()
            && body["status"] == "UNVERIFIED"
            && body["updatedBy"]["displayName"].is_string()
            && body["keySavedBy"] == body["updatedBy"]
            && instant(&body["updatedAt"]) >= instant(&before["updatedAt"])
            && instant(&body["keySavedAt"]) >= instant(&before["updatedAt"]),
        format!("a new version, saved now and by the same user, unlike {before}"),
    )
}

fn not_alone(kit: &Kit) -> Verdict {
    let [one, other] = two(kit)?;
    for change in [
        json!({ "accountLabel": kit.label(), "everywhere": false }),
        json!({ "apiKey": kit.made_up_key(), "verify": false }),
    ] {
        let version = other.now()?["version"].clone();
        let answer = one.put(&change)?;
        answer.ready(200)?;
        let read = other.read()?;
        read.must(
            read.json()["version"] == version,
            format!("version {version}: no change by {}", answer.request),
        )?;
    }
    Ok(())
}

fn none_changed(kit: &Kit, key: &str) -> Verdict {
    let [one, other] = two(kit)?;
    let before = [one.now()?, other.now()?];
    let answer = one.put(&json!({ "apiKey": key, "accountLabel": "Partly", "everywhere": true }))?;
    answer.must(answer.status == 422, "422")?;
    must_be(&one, &before[0], &answer.request)?;
    must_be(&other, &before[1], &answer.request)
}

fn asked_once(kit: &Kit) -> Verdict {
    let [one, other] = two(kit)?;
    let before = kit.test_io()?.asked();
    let answer = one.put(&json!({ "apiKey": kit.accepted_key()?, "everywhere": true }))?;
    answer.ready(200)?;
    let asked = kit.test_io()?.asked() - before;
    answer.must(
        asked == 1,
        format!("one request to Test IO, but there were {asked}"),
    )?;
    let read = other.read()?;
    read.must(
        read.json()["status"] == "CONNECTED",
        "the status CONNECTED: the key was accepted",
    )
}

fn global(kit: &Kit) -> Verdict {
    let (global, own) = (kit.keyless_global()?, kit.connection()?);
    let old = own.store_made_up_key()?;
    global.save(&json!({ "apiKey": old, "verify": false, "active": false }))?;
    let key = kit.made_up_key();
    own.save(&json!({ "apiKey": key, "verify": false, "everywhere": true }))?;
    let read = global.read()?;
    let body = read.json();
    let hint = hint(&key);
    read.must(
        body["keyHint"] == hint && body["active"] == false,
        format!("the keyHint {hint} and active false"),
    )
}

fn no_key(kit: &Kit) -> Verdict {
    let (one, other) = (kit.connection()?, kit.connection()?);
    let before = other.now()?;
    let answer = one.put(&json!({ "accountLabel": kit.label(), "everywhere": true }))?;
    answer.ready(200)?;
    must_be(&other, &before, &answer.request)
}

fn nothing_given(kit: &Kit) -> Verdict {
    let [one, other] = two(kit)?;
    let before = other.now()?;
    let answer = one.put(&json!({ "everywhere": true }))?;
    answer.ready(200)?;
    must_be(&other, &before, &answer.request)
}

fn answer(kit: &Kit) -> Verdict {
    let [one, _] = two(kit)?;
    let answer = one.put(&json!({ "accountLabel": kit.label(), "everywhere": true }))?;
    let body = answer.ready(200)?;
    let read = one.now()?;
    answer.must(
        body == read && body["sameKey"] == 1,
        format!("sameKey 1, and all else as a GET gives it afterwards: {read}"),
    )
}
