//! The status of a connection follows from the rest of it.

use serde_json::Value;

use crate::exchange::Request;
use crate::kit::Kit;
use crate::rule::{Group, Rule};
use crate::verdict::{Verdict, not_checked};

const SOURCE: &str = "Status of a connection";

pub const GROUP: Group = Group {
    title: "Status",
    rules: &[
        Rule::act(
            "status.unavailable",
            "A connection is `PROJECT_UNAVAILABLE` when its project has been archived or deleted, and only then.",
            SOURCE,
            &[],
            |kit| {
                all_follow(kit, |connection| {
                    let gone = connection["project"]["available"] == false;
                    (connection["status"] == "PROJECT_UNAVAILABLE") == gone
                })
            },
        ),
        Rule::act(
            "status.key-missing",
            "A project's connection without a key is `KEY_MISSING`, one with a key is not.",
            SOURCE,
            &[],
            |kit| {
                all_follow(kit, |connection| {
                    connection["project"]["available"] == false
                        || (connection["status"] == "KEY_MISSING") == (connection["hasKey"] == false)
                })
            },
        ),
        Rule::act(
            "status.never-inactive",
            "A project's connection is never `INACTIVE`.",
            SOURCE,
            &[],
            |kit| all_follow(kit, |connection| connection["status"] != "INACTIVE"),
        ),
        Rule::act(
            "status.never-asked",
            "`UNVERIFIED` has no last check; `CONNECTED`, `KEY_REJECTED` and `UNREACHABLE` have one.",
            SOURCE,
            &[],
            |kit| {
                all_follow(kit, |connection| {
                    let checked = connection["lastCheckedAt"] != Value::Null;
                    match connection["status"].as_str() {
                        Some("UNVERIFIED") => !checked,
                        Some("CONNECTED" | "KEY_REJECTED" | "UNREACHABLE") => checked,
                        _ => true,
                    }
                })
            },
        ),
        Rule::act(
            "status.global",
            "Global is `INACTIVE` exactly when it has no key or is switched off.",
            SOURCE,
            &[],
            global,
        ),
    ],
};

fn all_follow(kit: &Kit, holds: fn(&Value) -> bool) -> Verdict {
    let answer = kit.admin(Request::get("/connections?maxResults=200"))?;
    let page = answer.ready(200)?;
    let values = page["values"].as_array().map(Vec::as_slice).unwrap_or_default();
    if values.is_empty() {
        return not_checked("there are no connections");
    }
    match values.iter().find(|value| !holds(value)) {
        Some(wrong) => answer.must(
            false,
            format!("another status, or another state, than in {wrong}"),
        ),
        None => Ok(()),
    }
}

fn global(kit: &Kit) -> Verdict {
    let answer = kit.admin(Request::get("/connections/global"))?;
    let body = answer.ready(200)?;
    let inactive = body["hasKey"] == false || body["active"] == false;
    answer.must(
        (body["status"] == "INACTIVE") == inactive,
        if inactive {
            "the status INACTIVE"
        } else {
            "another status than INACTIVE"
        },
    )
}
