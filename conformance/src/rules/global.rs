//! The Global connection and its switch.

use serde_json::{Value, json};

use crate::exchange::{Exchange, Request};
use crate::kit::{Connection, Kit};
use crate::rule::{Group, Need, Rule};
use crate::verdict::{Verdict, not_checked};

const SOURCE: &str = "The Global connection";
const NEEDS: &[Need] = &[Need::Write, Need::Global];

pub const GROUP: Group = Group {
    title: "The Global connection",
    rules: &[
        Rule::act(
            "global.stays",
            "Global cannot be deleted: 405 `METHOD_NOT_ALLOWED`.",
            "operation `deleteConnection`",
            NEEDS,
            stays,
        ),
        Rule::act(
            "global.stays-without-condition",
            "405 comes before 428: Global cannot be deleted with or without `If-Match`.",
            "Mutations, order of the checks",
            NEEDS,
            stays_without_condition,
        ),
        Rule::act(
            "global.first-key",
            "Global's first key switches it on.",
            SOURCE,
            NEEDS,
            first_key,
        ),
        Rule::act(
            "global.first-key-off",
            "Its first key does not switch it on if the same request says `active: false`.",
            SOURCE,
            NEEDS,
            first_key_off,
        ),
        Rule::act(
            "global.later-key",
            "A later key does not switch it on.",
            SOURCE,
            NEEDS,
            later_key,
        ),
        Rule::act(
            "global.off-keeps-key",
            "Switched off, Global keeps its key and is `INACTIVE`.",
            SOURCE,
            NEEDS,
            off_keeps_key,
        ),
        Rule::act(
            "global.on-again",
            "It can be switched on again.",
            SOURCE,
            NEEDS,
            on_again,
        ),
        Rule::act(
            "global.on-without-key",
            "Switching it on without a key is refused with 409 `KEY_MISSING`.",
            SOURCE,
            NEEDS,
            |kit| {
                kit.keyless_global()?
                    .put(&json!({ "active": true }))?
                    .must_refuse(409, "KEY_MISSING")
            },
        ),
        Rule::act(
            "global.version-before-state",
            "412 comes before 409: with another version the missing key is not looked at.",
            "Mutations, order of the checks",
            NEEDS,
            version_before_state,
        ),
        Rule::act(
            "global.key-removed",
            "Without its key Global is switched off and `INACTIVE`.",
            SOURCE,
            NEEDS,
            key_removed,
        ),
        Rule::act(
            "global.refused-key",
            "A first key that Test IO refuses does not switch it on.",
            SOURCE,
            &[Need::Write, Need::Global, Need::RefusedKey],
            refused_key,
        ),
        Rule::act(
            "global.test-leaves-switch",
            "A test never switches Global on or off.",
            "operation `testConnection`",
            &[Need::Write, Need::Global, Need::AcceptedKey],
            test_leaves_switch,
        ),
        Rule::act(
            "global.applies",
            "Switched on, Global is used by projects without a connection of their own; switched off, it is not.",
            "Which connection a project uses",
            NEEDS,
            applies,
        ),
    ],
};

fn stays(kit: &Kit) -> Verdict {
    let global = kit.global();
    let before = global.now()?;
    global.delete()?.must_refuse(405, "METHOD_NOT_ALLOWED")?;
    let after = global.read()?;
    after.must(after.json() == before, format!("Global as it was: {before}"))
}

fn stays_without_condition(kit: &Kit) -> Verdict {
    kit.admin(Request::delete("/connections/global"))?
        .must_refuse(405, "METHOD_NOT_ALLOWED")
}

fn is_active(answer: &Exchange, expected: bool) -> Verdict {
    answer.ready(200)?;
    answer.must(
        answer.json()["active"] == Value::Bool(expected),
        format!("active {expected}"),
    )
}

fn first_key(kit: &Kit) -> Verdict {
    let change = json!({ "apiKey": kit.made_up_key(), "verify": false });
    is_active(&kit.keyless_global()?.put(&change)?, true)
}

fn first_key_off(kit: &Kit) -> Verdict {
    let change = json!({ "apiKey": kit.made_up_key(), "verify": false, "active": false });
    is_active(&kit.keyless_global()?.put(&change)?, false)
}

/// Global with a key, switched off.
fn off(kit: &Kit) -> Verdict<Connection<'_>> {
    let global = kit.keyless_global()?;
    let change = json!({ "apiKey": kit.made_up_key(), "verify": false, "active": false });
    let body = global.save(&change)?;
    if body["active"] == false {
        Ok(global)
    } else {
        not_checked("Global could not be switched off")
    }
}

fn later_key(kit: &Kit) -> Verdict {
    let change = json!({ "apiKey": kit.made_up_key(), "verify": false });
    is_active(&off(kit)?.put(&change)?, false)
}

fn off_keeps_key(kit: &Kit) -> Verdict {
    let global = kit.keyless_global()?;
    let key = global.store_made_up_key()?;
    let answer = global.put(&json!({ "active": false }))?;
    let body = answer.ready(200)?;
    let hint = &key[key.len() - 4..];
    answer.must(
        body["hasKey"] == true && body["keyHint"] == hint && body["status"] == "INACTIVE",
        format!("hasKey, the keyHint {hint} and the status INACTIVE"),
    )
}

fn on_again(kit: &Kit) -> Verdict {
    is_active(&off(kit)?.put(&json!({ "active": true }))?, true)
}

fn version_before_state(kit: &Kit) -> Verdict {
    let global = kit.keyless_global()?;
    let request = Request::put(global.path(), &json!({ "active": true }));
    kit.admin(request.on(Some("\"conformance\"")))?
        .must_refuse(412, "STALE")
}

fn key_removed(kit: &Kit) -> Verdict {
    let global = kit.keyless_global()?;
    global.store_made_up_key()?;
    let answer = global.delete_key()?;
    let body = answer.ready(200)?;
    answer.must(
        body["hasKey"] == false && body["active"] == false && body["status"] == "INACTIVE",
        "no key, active false and the status INACTIVE",
    )
}

fn refused_key(kit: &Kit) -> Verdict {
    let global = kit.keyless_global()?;
    let answer = global.put(&json!({ "apiKey": kit.refused_key()? }))?;
    if answer.status < 300 {
        return not_checked("the key was not refused, which is another rule's business");
    }
    is_active(&global.read()?, false)
}

fn test_leaves_switch(kit: &Kit) -> Verdict {
    let global = kit.keyless_global()?;
    let change = json!({ "apiKey": kit.accepted_key()?, "verify": false, "active": false });
    global.save(&change)?;
    global.test(&json!({}))?.ready(200)?;
    is_active(&global.read()?, false)
}

fn applies(kit: &Kit) -> Verdict {
    let global = off(kit)?;
    let (project, _) = kit.free_project()?;
    for (active, source) in [(true, "GLOBAL"), (false, "NONE")] {
        let now = global.save(&json!({ "active": active }))?;
        if now["active"] != active {
            return not_checked("Global could not be switched");
        }
        let answer = kit.admin(Request::get(format!("/projects/{project}/effective-connection")))?;
        answer.must(answer.json()["source"] == source, format!("the source {source}"))?;
    }
    Ok(())
}
