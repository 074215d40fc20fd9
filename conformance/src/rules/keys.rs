//! Storing, verifying, replacing and removing keys.

use serde_json::{Value, json};

use super::instant;
use crate::exchange::Request;
use crate::kit::{Kit, NOWHERE};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "API keys";
const DELETE: &str = "operation `deleteKey`";

pub const GROUP: Group = Group {
    title: "API keys",
    rules: &[
        Rule::act(
            "keys.unverified",
            "With `verify: false` a key is stored unseen, as `UNVERIFIED`.",
            SOURCE,
            &[Need::Write],
            unverified,
        ),
        Rule::act(
            "keys.hint",
            "`keyHint` is the last 4 characters of the stored key.",
            SOURCE,
            &[Need::Write],
            hint,
        ),
        Rule::act(
            "keys.no-hint",
            "Of a key of fewer than 16 characters there is no hint.",
            SOURCE,
            &[Need::Write],
            no_hint,
        ),
        Rule::act(
            "keys.saved-by",
            "`keySavedBy` and `keySavedAt` say who stored the key, and when.",
            "schema `Connection`",
            &[Need::Write],
            saved_by,
        ),
        Rule::act(
            "keys.accepted",
            "A key that Test IO accepts is stored, and the connection is `CONNECTED`.",
            SOURCE,
            &[Need::Write, Need::AcceptedKey],
            accepted,
        ),
        Rule::act(
            "keys.verified-by-default",
            "Without `verify` a key is verified.",
            "schema `UpdateConnection`, `verify`",
            &[Need::Write, Need::RefusedKey],
            verified_by_default,
        ),
        Rule::act(
            "keys.refused",
            "A key that Test IO refuses is answered 422 `KEY_REJECTED` with a text in `errors.apiKey`, and not stored.",
            SOURCE,
            &[Need::Write, Need::RefusedKey],
            refused,
        ),
        Rule::act(
            "keys.no-401-of-test-io",
            "Test IO's own 401 is never passed through, neither when a key is stored nor when it is tested.",
            SOURCE,
            &[Need::Write, Need::RefusedKey],
            no_401,
        ),
        Rule::act(
            "keys.replaced",
            "Storing a key replaces the one before, and with it the products and the last check.",
            "operation `updateConnection`",
            &[Need::Write, Need::AcceptedKey],
            replaced,
        ),
        Rule::act(
            "keys.removed",
            "Without its key a project's connection is `KEY_MISSING`; the label stays, products and the last check go.",
            DELETE,
            &[Need::Write],
            removed,
        ),
        Rule::act(
            "keys.removed-twice",
            "Removing a key that is not there changes nothing and is answered 200.",
            DELETE,
            &[Need::Write],
            removed_twice,
        ),
        Rule::act(
            "keys.removed-nowhere",
            "Removing the key of a connection that does not exist is answered 404 `CONNECTION_NOT_FOUND`.",
            DELETE,
            &[Need::Write],
            |kit| {
                let request = Request::delete(format!("/connections/{NOWHERE}/key"));
                kit.admin(request.on(Some("*")))?
                    .must_refuse(404, "CONNECTION_NOT_FOUND")
            },
        ),
    ],
};

fn unverified(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let answer = connection.put(&json!({ "apiKey": kit.made_up_key(), "verify": false }))?;
    let body = answer.json();
    answer.must(
        answer.status == 200
            && body["hasKey"] == true
            && body["status"] == "UNVERIFIED"
            && body["lastCheckedAt"] == Value::Null,
        "200 with hasKey, the status UNVERIFIED and no lastCheckedAt",
    )
}

fn hint(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let key = connection.store_made_up_key()?;
    let read = connection.read()?;
    let hint = &key[key.len() - 4..];
    read.must(read.json()["keyHint"] == hint, format!("the keyHint {hint}"))
}

fn no_hint(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let key = &kit.made_up_key()[..15];
    kit.keep_secret(key);
    connection.save(&json!({ "apiKey": key, "verify": false }))?;
    let read = connection.read()?;
    let body = read.json();
    read.must(
        body["hasKey"] == true && body["keyHint"] == Value::Null,
        "hasKey, and no keyHint",
    )
}

fn saved_by(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let before = connection.now()?;
    connection.store_made_up_key()?;
    let read = connection.read()?;
    let body = read.json();
    read.must(
        body["keySavedBy"]["displayName"].is_string() && body["keySavedBy"] == body["updatedBy"],
        "keySavedBy as updatedBy: the same user did both",
    )?;
    read.must(
        instant(&body["keySavedAt"]) >= instant(&before["updatedAt"]),
        format!("keySavedAt {} or later", before["updatedAt"]),
    )
}

fn accepted(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let answer = connection.put(&json!({ "apiKey": kit.accepted_key()? }))?;
    let body = answer.json();
    answer.must(
        answer.status == 200
            && body["hasKey"] == true
            && body["status"] == "CONNECTED"
            && body["lastCheckedAt"].is_string(),
        "200 with hasKey, the status CONNECTED and a lastCheckedAt",
    )
}

fn verified_by_default(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    for change in [
        json!({ "apiKey": kit.refused_key()? }),
        json!({ "apiKey": kit.refused_key()?, "verify": true }),
    ] {
        let answer = connection.put(&change)?;
        answer.must(
            answer.status >= 400,
            "a refusal: Test IO does not accept this key",
        )?;
    }
    Ok(())
}

fn refused(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let answer = connection.put(&json!({ "apiKey": kit.refused_key()? }))?;
    answer.must_blame(422, "KEY_REJECTED", "apiKey")?;
    let read = connection.read()?;
    read.must(read.json()["hasKey"] == false, "no key: it was refused")
}

fn no_401(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let key = json!({ "apiKey": kit.refused_key()? });
    let stored = connection.put(&key)?;
    stored.must(
        stored.status != 401,
        "any answer but 401, which means the Jira session",
    )?;
    let tested = connection.test(&key)?;
    tested.must(
        tested.status != 401,
        "any answer but 401, which means the Jira session",
    )
}

fn replaced(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.save(&json!({ "apiKey": kit.accepted_key()? }))?;
    let key = connection.store_made_up_key()?;
    let read = connection.read()?;
    let body = read.json();
    let hint = &key[key.len() - 4..];
    read.must(
        body["keyHint"] == hint
            && body["status"] == "UNVERIFIED"
            && body["products"] == json!([])
            && body["productCount"] == 0
            && body["lastCheckedAt"] == Value::Null,
        format!("the keyHint {hint}, the status UNVERIFIED, no products and no lastCheckedAt"),
    )
}

fn removed(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let label = kit.label();
    connection.save(&json!({ "apiKey": kit.made_up_key(), "verify": false, "accountLabel": label }))?;
    let answer = connection.delete_key()?;
    let body = answer.json();
    answer.must(
        answer.status == 200
            && body["hasKey"] == false
            && body["status"] == "KEY_MISSING"
            && body["accountLabel"] == label.as_str()
            && body["products"] == json!([]),
        format!("200 without a key and products, with the status KEY_MISSING and the label {label}"),
    )?;
    let read = connection.read()?;
    read.must(read.json()["hasKey"] == false, "no key: it was removed")
}

fn removed_twice(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let before = connection.now()?;
    let answer = connection.delete_key()?;
    answer.must(
        answer.status == 200 && answer.json() == before,
        format!("200 with the connection as it was: {before}"),
    )
}
