//! How many connections with the same key the client has seen, before it changes all of them.

use serde_json::json;

use super::everywhere::{must_be, two};
use crate::exchange::Request;
use crate::kit::{Connection, Kit};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "Connections with the same key";

pub const GROUP: Group = Group {
    title: "Changes everywhere, of as many as were seen",
    rules: &[
        Rule::act(
            "seen.stale",
            "With another `sameKey` than the present one the change is refused with 412 `STALE`, `current` has the present \
             one, and nothing changes.",
            SOURCE,
            &[Need::Write],
            stale,
        ),
        Rule::act(
            "seen.right",
            "With the present `sameKey` the change is made.",
            SOURCE,
            &[Need::Write],
            right,
        ),
        Rule::act(
            "seen.before-key",
            "That 412 comes before 422: the key is not looked at for another `sameKey`.",
            "Mutations, order of the checks",
            &[Need::Write],
            |kit| {
                let [one, _] = two(kit)?;
                let body = json!({ "apiKey": "••••••", "everywhere": true, "sameKey": more(&one)? });
                one.put(&body)?.must_refuse(412, "STALE")
            },
        ),
        Rule::act(
            "seen.after-condition",
            "`sameKey` is looked at after `If-Match`: without that it is 428.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let [one, _] = two(kit)?;
                let body = json!({ "accountLabel": "x", "everywhere": true, "sameKey": more(&one)? });
                kit.admin(Request::put(one.path(), &body))?
                    .must_refuse(428, "PRECONDITION_REQUIRED")
            },
        ),
        Rule::act(
            "seen.alone",
            "`sameKey` without `everywhere: true` is refused with 400 and a text in `errors.sameKey`.",
            "operation `updateConnection`",
            &[Need::Write],
            alone,
        ),
    ],
};

/// One more than the connections that hold its key.
fn more(connection: &Connection<'_>) -> Verdict<u64> {
    let same_key = connection.now()?["sameKey"].as_u64().unwrap_or_default();
    Ok(same_key + 1)
}

fn stale(kit: &Kit) -> Verdict {
    let [one, other] = two(kit)?;
    let before = [one.now()?, other.now()?];
    let answer = one.put(&json!({ "accountLabel": "Partly", "everywhere": true, "sameKey": more(&one)? }))?;
    answer.must(
        answer.is_error(412, "STALE") && answer.json()["current"] == before[0],
        format!("412 STALE with current {}", before[0]),
    )?;
    must_be(&one, &before[0], &answer.request)?;
    must_be(&other, &before[1], &answer.request)
}

fn right(kit: &Kit) -> Verdict {
    let [one, _] = two(kit)?;
    let same_key = one.now()?["sameKey"].clone();
    let body =
        json!({ "apiKey": kit.made_up_key(), "verify": false, "everywhere": true, "sameKey": same_key });
    let answer = one.put(&body)?;
    answer.must(answer.status == 200, "200")
}

fn alone(kit: &Kit) -> Verdict {
    let [one, _] = two(kit)?;
    for body in [
        json!({ "accountLabel": "x", "sameKey": 1 }),
        json!({ "accountLabel": "x", "sameKey": 1, "everywhere": false }),
    ] {
        one.put(&body)?.must_blame(400, "INVALID_REQUEST", "sameKey")?;
    }
    Ok(())
}
