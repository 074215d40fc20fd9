//! The other filters of the list of connections.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::exchange::Request;
use crate::kit::{Kit, NOWHERE, parameter};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const STATUS: &str = "parameter `status` of `listConnections`";
const CONNECTED: &str = "parameter `connected` of `listProjects`";
const KEY_OF: &str = "parameter `keyOf` of `listConnections`";
const ACCOUNT: &str = "parameter `account` of `listConnections`";

/// All that a connection of a project can have.
const STATUSES: [&str; 7] = [
    "INACTIVE",
    "KEY_MISSING",
    "CONNECTED",
    "UNVERIFIED",
    "KEY_REJECTED",
    "UNREACHABLE",
    "PROJECT_UNAVAILABLE",
];

pub const GROUP: Group = Group {
    title: "Filters",
    rules: &[
        Rule::act(
            "filters.status",
            "`status` gives the connections of that status, and all of them.",
            STATUS,
            &[],
            status,
        ),
        Rule::act(
            "filters.unknown-status",
            "A `status` that the contract does not have is refused with 400.",
            STATUS,
            &[],
            unknown_status,
        ),
        Rule::act(
            "filters.account",
            "`account` gives the connections with exactly that account label.",
            ACCOUNT,
            &[Need::Write],
            account,
        ),
        Rule::act(
            "filters.account-case",
            "`account` regards case.",
            ACCOUNT,
            &[Need::Write],
            account_case,
        ),
        Rule::act(
            "filters.account-bounds",
            "An `account` that cannot be a label, empty or of more than 60 characters, is refused with 400.",
            ACCOUNT,
            &[],
            account_bounds,
        ),
        Rule::act(
            "filters.key-of",
            "`keyOf` gives the connections that hold the same key as that one, itself included; none without a key.",
            KEY_OF,
            &[Need::Write],
            key_of,
        ),
        Rule::act(
            "filters.key-of-global",
            "`keyOf=global` gives those that hold Global's key, without Global.",
            KEY_OF,
            &[Need::Write, Need::Global],
            key_of_global,
        ),
        Rule::act(
            "filters.key-of-combined",
            "Beside `keyOf` the other filters apply, too.",
            KEY_OF,
            &[Need::Write],
            key_of_combined,
        ),
        Rule::act(
            "filters.connected",
            "`connected` gives the projects with a connection of their own, or those without, and all of them.",
            CONNECTED,
            &[Need::Write],
            connected,
        ),
        Rule::act(
            "filters.connected-query",
            "Beside `connected` the `query` applies, too.",
            CONNECTED,
            &[Need::Write],
            connected_query,
        ),
        Rule::act(
            "filters.connected-bounds",
            "A `connected` that is neither `true` nor `false` is refused with 400.",
            CONNECTED,
            &[],
            connected_bounds,
        ),
        Rule::act(
            "filters.all-apply",
            "Of several filters all apply.",
            "operation `listConnections`",
            &[Need::Write],
            all_apply,
        ),
    ],
};

/// The list with these filters has exactly the connections of those ids.
fn gives(kit: &Kit, filters: &str, expected: &BTreeSet<String>) -> Verdict {
    let answer = kit.admin(Request::get(format!("/connections?maxResults=200&{filters}")))?;
    let page = answer.json();
    let found = ids(page["values"].as_array().map(Vec::as_slice).unwrap_or_default());
    let complete = found.len() == expected.len().min(200);
    answer.must(
        answer.status == 200 && found.is_subset(expected) && complete && page["total"] == expected.len(),
        format!(
            "200 with total {} and the ids {}",
            expected.len(),
            json!(expected)
        ),
    )
}

fn ids(values: &[Value]) -> BTreeSet<String> {
    values
        .iter()
        .filter_map(|value| value["id"].as_str().map(str::to_owned))
        .collect()
}

fn status(kit: &Kit) -> Verdict {
    let all = kit.all("/connections", &[])?;
    for status in STATUSES {
        let expected: Vec<Value> = all
            .iter()
            .filter(|value| value["status"] == status)
            .cloned()
            .collect();
        gives(kit, &parameter("status", status), &ids(&expected))?;
    }
    Ok(())
}

fn unknown_status(kit: &Kit) -> Verdict {
    for status in ["FINE", "connected", ""] {
        kit.admin(Request::get(format!("/connections?status={status}")))?
            .must_refuse(400, "INVALID_REQUEST")?;
    }
    Ok(())
}

/// A connection with a label of its own; the two.
fn labelled(kit: &Kit) -> Verdict<(String, String)> {
    let connection = kit.connection()?;
    let label = format!("{} ä&=%", kit.label());
    connection.save(&json!({ "accountLabel": label }))?;
    Ok((connection.id, label))
}

fn account(kit: &Kit) -> Verdict {
    let (id, label) = labelled(kit)?;
    gives(kit, &parameter("account", &label), &BTreeSet::from([id]))?;
    let part = label.split(' ').next().unwrap_or_default();
    let all = kit.all("/connections", &[])?;
    let same: Vec<Value> = all
        .into_iter()
        .filter(|value| value["accountLabel"] == part)
        .collect();
    gives(kit, &parameter("account", part), &ids(&same))
}

fn account_case(kit: &Kit) -> Verdict {
    let (_, label) = labelled(kit)?;
    gives(
        kit,
        &parameter("account", &label.to_lowercase()),
        &BTreeSet::new(),
    )
}

fn account_bounds(kit: &Kit) -> Verdict {
    for account in [String::new(), "x".repeat(61)] {
        kit.admin(Request::get(format!(
            "/connections?{}",
            parameter("account", &account)
        )))?
        .must_refuse(400, "INVALID_REQUEST")?;
    }
    Ok(())
}

/// The ids of two connections with the same key.
fn two(kit: &Kit) -> Verdict<BTreeSet<String>> {
    let (one, other) = (kit.connection()?, kit.connection()?);
    let key = one.store_made_up_key()?;
    other.save(&json!({ "apiKey": key, "verify": false }))?;
    Ok(BTreeSet::from([one.id, other.id]))
}

fn key_of(kit: &Kit) -> Verdict {
    let both = two(kit)?;
    let keyless = kit.connection()?;
    for id in &both {
        gives(kit, &parameter("keyOf", id), &both)?;
    }
    for id in [keyless.id.as_str(), NOWHERE] {
        gives(kit, &parameter("keyOf", id), &BTreeSet::new())?;
    }
    Ok(())
}

fn key_of_global(kit: &Kit) -> Verdict {
    let (global, own) = (kit.keyless_global()?, kit.connection()?);
    let key = own.store_made_up_key()?;
    global.save(&json!({ "apiKey": key, "verify": false }))?;
    gives(kit, "keyOf=global", &BTreeSet::from([own.id]))
}

fn key_of_combined(kit: &Kit) -> Verdict {
    let both = two(kit)?;
    for id in &both {
        let of = parameter("keyOf", id);
        gives(kit, &format!("{of}&status=UNVERIFIED"), &both)?;
        gives(kit, &format!("{of}&status=CONNECTED"), &BTreeSet::new())?;
    }
    Ok(())
}

fn connected(kit: &Kit) -> Verdict {
    let _one = kit.connection()?;
    let all = kit.all("/projects", &[])?;
    for connected in [true, false] {
        let expected: Vec<Value> = all
            .iter()
            .filter(|project| project["connectionId"].is_null() != connected)
            .cloned()
            .collect();
        let filter = format!("connected={connected}");
        let answer = kit.admin(Request::get(format!("/projects?maxResults=200&{filter}")))?;
        answer.ready(200)?;
        let found = kit.all("/projects", &[filter])?;
        answer.must(
            ids(&found) == ids(&expected) && answer.json()["total"] == expected.len(),
            format!("total {} and the ids {}", expected.len(), json!(ids(&expected))),
        )?;
    }
    Ok(())
}

fn connected_query(kit: &Kit) -> Verdict {
    let project = kit.connection()?.now()?["project"].clone();
    let query = parameter("query", project["key"].as_str().unwrap_or_default());
    for connected in [true, false] {
        let answer = kit.admin(Request::get(format!("/projects?{query}&connected={connected}")))?;
        let page = answer.ready(200)?;
        let mut values = page["values"].as_array().into_iter().flatten();
        answer.must(
            values.any(|value| value["id"] == project["id"]) == connected,
            format!("the project {} only with `true`", project["key"]),
        )?;
    }
    Ok(())
}

fn connected_bounds(kit: &Kit) -> Verdict {
    for connected in ["yes", "1", ""] {
        kit.admin(Request::get(format!("/projects?connected={connected}")))?
            .must_refuse(400, "INVALID_REQUEST")?;
    }
    Ok(())
}

fn all_apply(kit: &Kit) -> Verdict {
    let (id, label) = labelled(kit)?;
    let own = kit.page(&format!("/connections/{id}"))?;
    let key = own["project"]["key"].as_str().unwrap_or_default();
    let account = parameter("account", &label);
    let status = parameter("status", own["status"].as_str().unwrap_or_default());
    let expected = BTreeSet::from([id]);
    gives(
        kit,
        &[account.clone(), status.clone(), parameter("query", key)].join("&"),
        &expected,
    )?;
    for other in [
        [account.clone(), parameter("status", "CONNECTED")],
        [account, parameter("query", "conformance-nowhere")],
    ] {
        gives(kit, &other.join("&"), &BTreeSet::new())?;
    }
    Ok(())
}
