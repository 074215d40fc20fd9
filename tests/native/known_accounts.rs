//! All accounts are read, however many pages they take.

use leptos::prelude::*;
use serde_json::{Value, json};
use testio_connection::{
    domain::failure::Failure,
    state::{known_accounts::KnownAccounts, load::Load, store::Store},
};

use crate::server::{Server, runtime};

fn account(number: usize) -> Value {
    json!({"keyOf": number.to_string(), "keyHint": null, "labels": [{"label": null, "connections": 1}],
        "connections": 1, "global": false, "byStatus": {"CONNECTED": 1}, "statusSince": "2026-05-03T09:00:00Z",
        "lastCheckedAt": null, "products": [], "productCount": 0})
}

/// Answers with a page of these accounts.
fn answer(server: &Server, numbers: impl Iterator<Item = usize>, total: usize) -> String {
    let values: Vec<_> = numbers.map(account).collect();
    let asked = server.next();
    let path = asked.path.clone();
    let start: usize = path
        .split("startAt=")
        .nth(1)
        .and_then(|rest| rest.split('&').next()?.parse().ok())
        .unwrap_or_default();
    let page = json!({"startAt": start, "maxResults": 200, "total": total,
        "isLast": start + values.len() >= total, "values": values});
    asked.json(200, &page.to_string());
    path
}

#[test]
fn those_beyond_the_first_page_are_read_too() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let known = KnownAccounts::read(Store::new(client));
    answer(&server, 0..200, 260);
    assert_eq!(known.found.get_untracked(), Load::Loading);
    assert!(answer(&server, 200..260, 260).contains("startAt=200"));
    assert_eq!(server.open(), 0);
    let count = known.found.with_untracked(|found| found.ready().map(Vec::len));
    assert_eq!(count, Some(260));
}

#[test]
fn one_that_comes_twice_makes_none_of_them_believable() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let known = KnownAccounts::read(Store::new(client));
    answer(&server, 0..200, 201);
    answer(&server, 5..6, 201);
    assert_eq!(known.found.get_untracked(), Load::Failed(Failure::NotWhole));
}
