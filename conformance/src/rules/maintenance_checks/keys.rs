//! What a run says of the stored keys. Others than the kit's may be among them.

use serde_json::{Value, json};

use super::{run, step};
use crate::exchange::Exchange;
use crate::kit::{Connection, Kit, random_key};
use crate::rules::instant;
use crate::test_io::Mood;
use crate::verdict::Verdict;

/// A new connection with a key that nobody has seen yet.
fn holder<'a>(kit: &'a Kit, key: &str) -> Verdict<Connection<'a>> {
    let connection = kit.connection()?;
    connection.save(&json!({ "apiKey": key, "verify": false }))?;
    Ok(connection)
}

/// What a report says of the key of a connection that alone holds it.
fn named(report: &Value, connection: &Connection<'_>) -> Value {
    let failed = report["keys"]["failed"].as_array().into_iter().flatten();
    failed
        .into_iter()
        .find(|key| key["connectionId"] == json!(connection.id))
        .cloned()
        .unwrap_or_default()
}

pub(super) fn accepted(kit: &Kit) -> Verdict {
    let connection = holder(kit, kit.accepted_key()?)?;
    let answer = run(kit)?;
    answer.must(
        answer.json()["keys"]["accepted"].as_u64() >= Some(1),
        "a key that was accepted",
    )?;
    let after = connection.read()?;
    after.must(after.json()["status"] == "CONNECTED", "the status CONNECTED")
}

/// One key fails while Test IO is so.
pub(super) fn failed(kit: &Kit, mood: Mood, status: &str) -> Verdict {
    let connection = holder(kit, &kit.made_up_key())?;
    let _mood = kit.test_io()?.while_it_is(mood);
    let answer = run(kit)?;
    must_name(&answer, &connection, status)?;
    let after = connection.read()?;
    after.must(after.json()["status"] == status, format!("the status {status}"))
}

fn must_name(answer: &Exchange, connection: &Connection<'_>, status: &str) -> Verdict {
    let report = answer.json();
    answer.must(
        step(&report, "KEYS")["cause"] == "KEYS_NOT_ACCEPTED",
        "KEYS with the cause KEYS_NOT_ACCEPTED",
    )?;
    answer.must(
        named(&report, connection)["status"] == status,
        format!("connection {} in keys.failed, with {status}", connection.id),
    )
}

pub(super) fn busy(kit: &Kit) -> Verdict {
    let connection = holder(kit, &kit.made_up_key())?;
    let before = connection.now()?;
    let _busy = kit.test_io()?.while_it_is(Mood::BusyForKeys);
    must_name(&run(kit)?, &connection, "RATE_LIMITED")?;
    let after = connection.read()?;
    after.must(after.json() == before, format!("no change: {before}"))
}

pub(super) fn whose(kit: &Kit) -> Verdict {
    let key = kit.made_up_key();
    let (one, other) = (holder(kit, &key)?, holder(kit, &key)?);
    let label = kit.label();
    for connection in [&one, &other] {
        connection.save(&json!({ "accountLabel": label }))?;
    }
    let accounts = kit.all("/accounts", &[])?;
    let account = accounts
        .into_iter()
        .find(|account| account["labels"][0]["label"] == json!(label))
        .unwrap_or_default();
    let first = if account["keyOf"] == json!(one.id) {
        &one
    } else {
        &other
    };
    let answer = run(kit)?;
    let said = named(&answer.json(), first);
    let expected = json!({
        "connectionId": account["keyOf"],
        "project": first.now()?["project"],
        "accountLabel": label,
        "connections": 2,
        "status": "KEY_REJECTED",
    });
    answer.must(said == expected, format!("in keys.failed: {expected}"))
}

pub(super) fn holders(kit: &Kit) -> Verdict {
    let key = kit.made_up_key();
    let both = [holder(kit, &key)?, holder(kit, &key)?];
    let report = run(kit)?.json();
    for connection in both {
        let after = connection.read()?;
        let now = after.json();
        after.must(
            now["status"] == "KEY_REJECTED"
                && instant(&now["lastCheckedAt"]) >= instant(&report["startedAt"]),
            format!("KEY_REJECTED, with a lastCheckedAt from {}", report["startedAt"]),
        )?;
    }
    Ok(())
}

pub(super) fn each_once(kit: &Kit) -> Verdict {
    let key = kit.made_up_key();
    let _both = [holder(kit, &key)?, holder(kit, &key)?];
    let answer = run(kit)?;
    let asked = kit.test_io()?.asked_with(&key);
    answer.must(
        asked == 1,
        format!("one request to Test IO with a key that two connections hold, and not {asked}"),
    )
}

pub(super) fn no_hint(kit: &Kit) -> Verdict {
    // A hint that is in nothing else.
    let key = format!("{}qxzj", &random_key()[..36]);
    kit.keep_secret(&key);
    let connection = holder(kit, &key)?;
    let answer = run(kit)?;
    answer.must(
        !named(&answer.json(), &connection).is_null(),
        "the key in keys.failed",
    )?;
    answer.must(
        !answer.text.contains("qxzj"),
        "a report without the hint of a key",
    )
}
