//! What a PUT changes and what it leaves alone.

use serde_json::{Value, json};

use super::instant;
use crate::exchange::Request;
use crate::kit::{Connection, Kit, NOWHERE};
use crate::rule::{Group, Need, Rule};
use crate::verdict::{Verdict, not_checked};

const ATOMIC: &str = "Mutations, all or nothing";
const OPERATION: &str = "operation `updateConnection`";

pub const GROUP: Group = Group {
    title: "Changes",
    rules: &[
        Rule::act(
            "updates.key-keeps-label",
            "A PUT with a key alone leaves the label as it was.",
            OPERATION,
            &[Need::Write],
            key_keeps_label,
        ),
        Rule::act(
            "updates.label-keeps-key",
            "A PUT with a label alone leaves the key, and what is known of it, as it was.",
            "API keys; operation `updateConnection`",
            &[Need::Write],
            label_keeps_key,
        ),
        Rule::act(
            "updates.answer",
            "The answer to a PUT is the connection as a GET gives it afterwards.",
            "response `Connection`",
            &[Need::Write],
            answer_is_the_truth,
        ),
        Rule::act(
            "updates.twice",
            "The same PUT twice comes to the same as once.",
            OPERATION,
            &[Need::Write],
            twice,
        ),
        Rule::act(
            "updates.who",
            "`updatedBy` names whoever changed the connection last, and `updatedAt` does not go back.",
            "schema `Connection`, `updatedBy`",
            &[Need::Write],
            who,
        ),
        Rule::act(
            "updates.active-is-globals",
            "`active` belongs to Global: for another connection 400 `INVALID_REQUEST` with a text in `errors.active`.",
            "The Global connection",
            &[Need::Write],
            active_is_globals,
        ),
        Rule::act(
            "updates.malformed-key-stores-nothing",
            "With a malformed key nothing of a PUT is stored.",
            ATOMIC,
            &[Need::Write],
            |kit| stores_nothing(kit, &json!({ "apiKey": "••••", "accountLabel": "Half" })),
        ),
        Rule::act(
            "updates.refused-key-stores-nothing",
            "With a key that Test IO refuses nothing of a PUT is stored.",
            ATOMIC,
            &[Need::Write, Need::RefusedKey],
            |kit| {
                stores_nothing(
                    kit,
                    &json!({ "apiKey": kit.refused_key()?, "accountLabel": "Half" }),
                )
            },
        ),
        Rule::act(
            "updates.bad-label-stores-nothing",
            "With a label that is refused nothing of a PUT is stored.",
            ATOMIC,
            &[Need::Write],
            |kit| {
                let label = "x".repeat(61);
                stores_nothing(
                    kit,
                    &json!({ "apiKey": kit.made_up_key(), "verify": false, "accountLabel": label }),
                )
            },
        ),
        Rule::act(
            "updates.active-stores-nothing",
            "With `active` for a project's connection nothing of a PUT is stored.",
            ATOMIC,
            &[Need::Write],
            |kit| stores_nothing(kit, &json!({ "active": true, "accountLabel": "Half" })),
        ),
        Rule::act(
            "updates.unknown",
            "A change of a connection that does not exist is answered 404 `CONNECTION_NOT_FOUND`.",
            "response `ConnectionNotFound`",
            &[Need::Write],
            unknown,
        ),
    ],
};

/// A connection with a key and a label, and how it is then.
fn complete(kit: &Kit) -> Verdict<(Connection<'_>, Value)> {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    connection.save(&json!({ "accountLabel": kit.label() }))?;
    let before = connection.now()?;
    Ok((connection, before))
}

fn key_keeps_label(kit: &Kit) -> Verdict {
    let (connection, before) = complete(kit)?;
    connection.store_made_up_key()?;
    let after = connection.read()?;
    after.must(
        after.json()["accountLabel"] == before["accountLabel"],
        format!("the accountLabel {}", before["accountLabel"]),
    )
}

fn label_keeps_key(kit: &Kit) -> Verdict {
    let (connection, before) = complete(kit)?;
    connection.save(&json!({ "accountLabel": kit.label() }))?;
    let after = connection.read()?;
    let body = after.json();
    let kept = [
        "hasKey",
        "keyHint",
        "keySavedAt",
        "keySavedBy",
        "status",
        "lastCheckedAt",
    ];
    after.must(
        kept.iter().all(|field| body[*field] == before[*field]),
        format!("{} as before: {before}", kept.join(", ")),
    )
}

fn answer_is_the_truth(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let answer = connection.put(&json!({ "accountLabel": kit.label() }))?;
    let body = answer.ready(200)?;
    let read = connection.now()?;
    answer.must(body == read, format!("what a GET gives afterwards: {read}"))
}

fn twice(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let change = json!({ "accountLabel": kit.label(), "apiKey": kit.made_up_key(), "verify": false });
    let once = connection.save(&change)?;
    let again = connection.put(&change)?;
    let body = again.json();
    let same = [
        "accountLabel",
        "hasKey",
        "keyHint",
        "status",
        "active",
        "products",
    ];
    again.must(
        again.status == 200 && same.iter().all(|field| body[*field] == once[*field]),
        format!("200 with {} as after the first: {once}", same.join(", ")),
    )
}

fn who(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let before = connection.now()?;
    connection.save(&json!({ "accountLabel": kit.label() }))?;
    let after = connection.read()?;
    let body = after.json();
    after.must(
        body["updatedBy"]["displayName"].is_string()
            && instant(&body["updatedAt"]) >= instant(&before["updatedAt"]),
        format!("updatedBy somebody, updatedAt {} or later", before["updatedAt"]),
    )
}

fn active_is_globals(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    for active in [true, false] {
        connection
            .put(&json!({ "active": active }))?
            .must_blame(400, "INVALID_REQUEST", "active")?;
    }
    Ok(())
}

/// A PUT that is refused leaves the connection exactly as it was.
fn stores_nothing(kit: &Kit, change: &Value) -> Verdict {
    let (connection, before) = complete(kit)?;
    let answer = connection.put(change)?;
    if answer.status < 300 {
        return not_checked("it was not refused, which is another rule's business");
    }
    let after = connection.read()?;
    after.must(
        after.json() == before,
        format!("no change by {}: {before}", answer.request),
    )
}

fn unknown(kit: &Kit) -> Verdict {
    let request = Request::put(format!("/connections/{NOWHERE}"), &json!({ "accountLabel": "x" }));
    kit.admin(request.on(Some("*")))?
        .must_refuse(404, "CONNECTION_NOT_FOUND")
}
