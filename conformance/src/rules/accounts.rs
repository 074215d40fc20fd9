//! The accounts behind the connections.

use serde_json::{Value, json};

use super::instant;
use crate::exchange::{Exchange, Request};
use crate::kit::{Connection, Kit};
use crate::rule::{Group, Need, Rule};
use crate::verdict::{Verdict, not_checked};

const SOURCE: &str = "operation `listAccounts`";
const SCHEMA: &str = "schema `Account`";

pub const GROUP: Group = Group {
    title: "Accounts",
    rules: &[
        Rule::act(
            "accounts.same-key",
            "Connections with the same key are one account, and those with another key are another.",
            SOURCE,
            &[Need::Write],
            same_key,
        ),
        Rule::act(
            "accounts.complete",
            "Every connection with a key belongs to one account, those without a key to none.",
            SOURCE,
            &[Need::Write],
            complete,
        ),
        Rule::act(
            "accounts.key-of",
            "`keyOf` is the first of an account's connections in the order of the list.",
            SCHEMA,
            &[Need::Write],
            key_of,
        ),
        Rule::act(
            "accounts.global",
            "Global is one of its account's connections, and the one that `keyOf` names.",
            SCHEMA,
            &[Need::Write, Need::Global],
            global,
        ),
        Rule::act(
            "accounts.hint",
            "`keyHint` is the last 4 characters of the key.",
            SCHEMA,
            &[Need::Write],
            hint,
        ),
        Rule::act(
            "accounts.labels",
            "`labels` has every label of the connections with their number, most connections first, and `null` for none.",
            SCHEMA,
            &[Need::Write],
            labels,
        ),
        Rule::act(
            "accounts.labels-sorted",
            "Labels of as many connections come by label, without regard to case.",
            SCHEMA,
            &[Need::Write],
            labels_sorted,
        ),
        Rule::act(
            "accounts.by-status",
            "`byStatus` counts the connections by their status.",
            SCHEMA,
            &[Need::Write],
            by_status,
        ),
        Rule::act(
            "accounts.since",
            "`statusSince` is the newest of the connections.",
            SCHEMA,
            &[Need::Write],
            since,
        ),
        Rule::act(
            "accounts.checked",
            "`lastCheckedAt` is the newest of the connections.",
            SCHEMA,
            &[Need::Write, Need::OwnTestIo],
            checked,
        ),
        Rule::act(
            "accounts.products",
            "`products` and `productCount` are those of the connection whose check Test IO accepted last.",
            SCHEMA,
            &[Need::Write, Need::OwnTestIo],
            products,
        ),
        Rule::act(
            "accounts.sorted",
            "Accounts come by their first label without regard to case, those without one last.",
            SOURCE,
            &[Need::Write],
            sorted,
        ),
        Rule::act(
            "accounts.sorted-alike",
            "Accounts with the same first label come by `keyOf` as a text.",
            SOURCE,
            &[Need::Write],
            sorted_alike,
        ),
    ],
};

/// Connections with one key, given these labels.
fn with_one_key<'a, const N: usize>(
    kit: &'a Kit,
    key: &str,
    given: [&str; N],
) -> Verdict<Vec<Connection<'a>>> {
    given
        .iter()
        .map(|label| {
            let connection = kit.connection()?;
            connection.save(&json!({ "apiKey": key, "verify": false, "accountLabel": label }))?;
            Ok(connection)
        })
        .collect()
}

/// The one account that one of these connections stands for, and an answer to blame.
fn account(kit: &Kit, of: &[Connection<'_>]) -> Verdict<(Exchange, Value)> {
    let answer = kit.admin(Request::get("/accounts?maxResults=200"))?;
    answer.ready(200)?;
    let stands_for = |account: &Value| of.iter().any(|one| account["keyOf"] == one.id.as_str());
    let mut found = kit.all("/accounts", &[])?;
    found.retain(stands_for);
    answer.must(
        found.len() == 1,
        format!(
            "one account with a keyOf of these, not {}: {}",
            found.len(),
            json!(of.iter().map(|one| one.id.as_str()).collect::<Vec<_>>())
        ),
    )?;
    Ok((answer, found.remove(0)))
}

fn must_have(kit: &Kit, of: &[Connection<'_>], field: &str, expected: &Value) -> Verdict {
    let (answer, account) = account(kit, of)?;
    answer.must(
        account[field] == *expected,
        format!("{field} {expected} of the account {}", account["keyOf"]),
    )
}

fn same_key(kit: &Kit) -> Verdict {
    let mut all = with_one_key(kit, &kit.made_up_key(), ["", "", ""])?;
    must_have(kit, &all, "connections", &json!(3))?;
    let leaves = all.split_off(2);
    leaves[0].store_made_up_key()?;
    must_have(kit, &all, "connections", &json!(2))?;
    must_have(kit, &leaves, "connections", &json!(1))
}

fn complete(kit: &Kit) -> Verdict {
    let _keyless = kit.connection()?;
    with_one_key(kit, &kit.made_up_key(), [""])?;
    let answer = kit.admin(Request::get("/accounts?maxResults=200"))?;
    answer.ready(200)?;
    let accounts = kit.all("/accounts", &[])?;
    let mut connections = kit.all("/connections", &[])?;
    connections.push(kit.global().now()?);
    let with_key = connections
        .iter()
        .filter(|connection| connection["hasKey"] == true);
    let expected = with_key.count() as u64;
    let counted: u64 = accounts
        .iter()
        .filter_map(|account| account["connections"].as_u64())
        .sum();
    answer.must(
        counted == expected,
        format!("{expected} connections in all accounts, not {counted}"),
    )
}

fn key_of(kit: &Kit) -> Verdict {
    let both = with_one_key(kit, &kit.made_up_key(), ["", ""])?;
    let list = kit.all("/connections", &[])?;
    let first = list
        .iter()
        .find(|value| both.iter().any(|one| value["id"] == one.id.as_str()));
    let Some(first) = first else {
        return not_checked("the list has none of the connections");
    };
    must_have(kit, &both, "keyOf", &first["id"])
}

fn global(kit: &Kit) -> Verdict {
    let global = kit.keyless_global()?;
    let key = kit.made_up_key();
    with_one_key(kit, &key, [""])?;
    global.save(&json!({ "apiKey": key, "verify": false }))?;
    let (answer, account) = account(kit, &[global])?;
    answer.must(
        account["global"] == true && account["connections"] == 2,
        "2 connections in the account of Global, and global true",
    )
}

fn hint(kit: &Kit) -> Verdict {
    let key = kit.made_up_key();
    let one = with_one_key(kit, &key, [""])?;
    must_have(kit, &one, "keyHint", &json!(key[key.len() - 4..]))
}

fn labels(kit: &Kit) -> Verdict {
    let label = kit.label();
    let all = with_one_key(kit, &kit.made_up_key(), [label.as_str(), "", label.as_str()])?;
    let expected = json!([{ "label": label, "connections": 2 }, { "label": null, "connections": 1 }]);
    must_have(kit, &all, "labels", &expected)
}

fn labels_sorted(kit: &Kit) -> Verdict {
    let both = with_one_key(kit, &kit.made_up_key(), ["Conformance C", "conformance b"])?;
    let expected =
        ["conformance b", "Conformance C"].map(|label| json!({ "label": label, "connections": 1 }));
    must_have(kit, &both, "labels", &json!(expected))
}

fn by_status(kit: &Kit) -> Verdict {
    let both = with_one_key(kit, &kit.made_up_key(), ["", ""])?;
    let (answer, account) = account(kit, &both)?;
    let counts = account["byStatus"].as_object().into_iter().flatten();
    let sum: u64 = counts.filter_map(|(_, count)| count.as_u64()).sum();
    answer.must(
        account["byStatus"]["UNVERIFIED"] == 2 && sum == 2,
        "byStatus with 2 UNVERIFIED and all others 0",
    )
}

/// The newest of a field of these connections.
fn newest(of: &[Connection<'_>], field: &str) -> Verdict<Value> {
    let mut values = Vec::new();
    for connection in of {
        values.push(connection.now()?[field].clone());
    }
    Ok(values.into_iter().max_by_key(instant).unwrap_or_default())
}

fn since(kit: &Kit) -> Verdict {
    let both = with_one_key(kit, &kit.made_up_key(), ["", ""])?;
    must_have(kit, &both, "statusSince", &newest(&both, "statusSince")?)
}

/// Two connections with a key that Test IO accepts and nobody else has, of which one has been tested.
fn one_tested(kit: &Kit) -> Verdict<Vec<Connection<'_>>> {
    let both = with_one_key(kit, kit.test_io()?.accepted_key(), ["", ""])?;
    both[1].test(&json!({}))?.ready(200)?;
    Ok(both)
}

fn checked(kit: &Kit) -> Verdict {
    let both = one_tested(kit)?;
    must_have(kit, &both, "lastCheckedAt", &newest(&both, "lastCheckedAt")?)
}

fn products(kit: &Kit) -> Verdict {
    let both = one_tested(kit)?;
    let tested = both[1].now()?;
    must_have(kit, &both, "products", &tested["products"])?;
    must_have(kit, &both, "productCount", &tested["productCount"])
}

fn sorted(kit: &Kit) -> Verdict {
    for label in ["Conformance C", "", "conformance b"] {
        with_one_key(kit, &kit.made_up_key(), [label])?;
    }
    let answer = kit.admin(Request::get("/accounts?maxResults=200"))?;
    answer.ready(200)?;
    let all = kit.all("/accounts", &[])?;
    let label = |account: &Value| account["labels"][0]["label"].clone();
    let place = |wanted: Value| all.iter().position(|account| label(account) == wanted);
    let (b, c) = (place(json!("conformance b")), place(json!("Conformance C")));
    let none = place(Value::Null);
    let mut behind = all.iter().skip(none.unwrap_or_default());
    answer.must(
        b.is_some() && b < c && c < none && behind.all(|account| label(account).is_null()),
        "“conformance b” before “Conformance C”, and both before all without a label",
    )
}

fn sorted_alike(kit: &Kit) -> Verdict {
    let label = kit.label();
    for _ in 0..2 {
        with_one_key(kit, &kit.made_up_key(), [label.as_str()])?;
    }
    let answer = kit.admin(Request::get("/accounts?maxResults=200"))?;
    answer.ready(200)?;
    let alike: Vec<String> = kit
        .all("/accounts", &[])?
        .iter()
        .filter(|account| account["labels"][0]["label"] == label.as_str())
        .filter_map(|account| account["keyOf"].as_str().map(str::to_owned))
        .collect();
    answer.must(
        alike.len() == 2 && alike.is_sorted(),
        format!("two accounts with the first label {label}, the smaller keyOf first"),
    )
}
