//! The accounts behind the connections.

use serde_json::{Value, json};

use super::Break;

pub const BREAKS: &[Break] = &[
    shown("accounts.same-key", |account| {
        if account["connections"] == 3 && account["labels"][0]["label"].is_null() {
            account["keyOf"] = json!("99999");
        }
    }),
    // One of the sandbox's own.
    shown("accounts.complete", |account| {
        if account["labels"][0]["label"] == "Globex" {
            account["connections"] = json!(100);
        }
    }),
    shown("accounts.key-of", |account| {
        if account["connections"] == 2 && account["global"] == false {
            let first: u64 = account["keyOf"].as_str().unwrap().parse().unwrap();
            account["keyOf"] = json!((first + 1).to_string());
        }
    }),
    shown("accounts.global", |account| account["global"] = json!(false)),
    shown("accounts.hint", |account| {
        if account["connections"] == 1 {
            account["keyHint"] = json!("0000");
        }
    }),
    shown("accounts.labels", |account| {
        if let Some(labels) = account["labels"].as_array_mut().filter(|labels| labels.len() > 1) {
            labels.retain(|label| !label["label"].is_null());
        }
    }),
    shown("accounts.labels-sorted", |account| {
        if let Some(labels) = account["labels"].as_array_mut()
            && labels.iter().all(|label| label["connections"] == 1)
        {
            labels.reverse();
        }
    }),
    shown("accounts.by-status", |account| {
        if account["byStatus"]["UNVERIFIED"] == 2 {
            account["byStatus"]["UNVERIFIED"] = json!(1);
            account["byStatus"]["CONNECTED"] = json!(1);
        }
    }),
    shown("accounts.since", |account| {
        account["statusSince"] = json!("2020-01-01T00:00:00Z");
    }),
    shown("accounts.checked", |account| {
        account["lastCheckedAt"] = Value::Null
    }),
    shown("accounts.products", |account| account["productCount"] = json!(0)),
    Break::new(
        "accounts.sorted",
        super::How::Answering(|asked, answered| {
            if asked.is("GET /accounts") && answered.status == 200 {
                answered.edit(|page| page["values"].as_array_mut().unwrap().reverse());
            }
        }),
    )
    .along_with(&["accounts.sorted-alike"]),
    Break::new(
        "accounts.sorted-alike",
        super::How::Answering(|asked, answered| {
            if asked.is("GET /accounts") && answered.status == 200 {
                answered.edit(|page| swap_alike(page["values"].as_array_mut().unwrap()));
            }
        }),
    ),
];

/// Puts two neighbours of the kit's with the same label the other way round.
fn swap_alike(accounts: &mut [Value]) {
    let label = |account: &Value| account["labels"][0]["label"].clone();
    let is_the_kits = |label: &Value| matches!(label.as_str(), Some(text) if text.starts_with("Conformance"));
    let alike = |pair: &[Value]| is_the_kits(&label(&pair[0])) && label(&pair[0]) == label(&pair[1]);
    if let Some(place) = accounts.windows(2).position(alike) {
        accounts.swap(place, place + 1);
    }
}

/// A server that shows accounts other than they are.
const fn shown(rule: &'static str, change: fn(&mut Value)) -> Break {
    Break::new(rule, super::How::Gathering(change))
}
