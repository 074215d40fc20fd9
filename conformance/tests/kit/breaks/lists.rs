//! Paging, sorting and filtering.

use serde_json::{Value, json};

use super::{Break, answering, asking};
use crate::proxy::{Answered, Asked};

pub const BREAKS: &[Break] = &[
    asking("paging.defaults", |asked| {
        if asked.is("GET /projects") && asked.parameter("maxResults").is_none() {
            asked.set_parameter("maxResults", "20");
        }
    }),
    answering("paging.echo", |asked, answered| {
        if asked.is("GET /projects") && asked.parameter("maxResults") == Some("7") {
            answered.edit(|page| page["maxResults"] = json!(50));
        }
    }),
    answering("paging.size", |asked, answered| {
        if asked.is("GET /projects") && asked.parameter("maxResults") == Some("3") {
            answered.edit(|page| {
                page["values"].as_array_mut().unwrap().pop();
            });
        }
    }),
    answering("paging.no-gaps", |asked, answered| {
        if asked.is("GET /projects") && asked.parameter("startAt") != Some("0") {
            reverse(answered);
        }
    }),
    answering("paging.total", |asked, answered| {
        if asked.is("GET /projects") && asked.parameter("maxResults") == Some("2") {
            answered.edit(|page| page["total"] = json!(2));
        }
    }),
    answering("paging.is-last", |asked, answered| {
        if asked.is("GET /projects") && asked.parameter("maxResults") == Some("1") {
            answered.edit(|page| page["isLast"] = json!(true));
        }
    }),
    answering("paging.beyond", |asked, answered| {
        if asked.is("GET /projects") && asked.parameter("startAt") == Some("2147483647") {
            answered.become_error(400, "INVALID_REQUEST");
        }
    }),
    asking("paging.start-out-of-bounds", |asked| {
        takes(asked, "startAt", "-1", "0");
    }),
    asking("paging.start-no-number", |asked| {
        takes(asked, "startAt", "x", "0");
    }),
    asking("paging.max-zero", |asked| {
        takes(asked, "maxResults", "0", "50");
    }),
    asking("paging.max-negative", |asked| {
        takes(asked, "maxResults", "-1", "50");
    }),
    asking("paging.max-huge", |asked| {
        takes(asked, "maxResults", "201", "200");
    }),
    asking("paging.max-no-number", |asked| {
        takes(asked, "maxResults", "", "50");
    }),
    answering("sorting.connections", |asked, answered| {
        if asked.is("GET /connections") && is_first_page(asked) {
            reverse(answered);
        }
    }),
    answering("sorting.projects", |asked, answered| {
        if asked.is("GET /projects") && is_first_page(asked) {
            reverse(answered);
        }
    }),
    asking("filters.status", |asked| {
        if asked.parameter("status") == Some("UNVERIFIED") {
            asked.drop_parameter("status");
        }
    }),
    asking("filters.unknown-status", |asked| {
        if asked.parameter("status") == Some("FINE") {
            asked.drop_parameter("status");
        }
    }),
    asking("filters.account", |asked| {
        if asked.parameter("account") == Some("Conformance") {
            asked.drop_parameter("account");
        }
    }),
    asking("filters.account-case", |asked| {
        if let Some(label) = asked.parameter("account") {
            let label = label.replace("conformance", "Conformance");
            asked.set_parameter("account", &label);
        }
    }),
    asking("filters.account-bounds", |asked| {
        if asked.parameter("account") == Some("") {
            asked.drop_parameter("account");
        }
    }),
    asking("filters.key-of", |asked| {
        if asked.parameter("keyOf") == Some("conformance-nowhere") {
            asked.drop_parameter("keyOf");
        }
    }),
    asking("filters.key-of-global", |asked| {
        if asked.parameter("keyOf") == Some("global") {
            asked.set_parameter("keyOf", "conformance-nowhere");
        }
    }),
    asking("filters.key-of-combined", |asked| {
        if asked.parameter("keyOf").is_some() && asked.parameter("status") == Some("CONNECTED") {
            asked.drop_parameter("status");
        }
    }),
    asking("filters.connected", |asked| {
        if asked.parameter("connected") == Some("false") && asked.parameter("query").is_none() {
            asked.drop_parameter("connected");
        }
    }),
    asking("filters.connected-query", |asked| {
        if asked.parameter("query").is_some() {
            asked.drop_parameter("connected");
        }
    }),
    asking("filters.connected-bounds", |asked| {
        if asked.parameter("connected") == Some("yes") {
            asked.drop_parameter("connected");
        }
    }),
    asking("filters.all-apply", |asked| {
        if asked.parameter("account").is_some() && asked.parameter("query") == Some("conformance-nowhere") {
            asked.drop_parameter("query");
        }
    }),
    asking("containing.page", |asked| {
        if ["status", "startAt", "startingWith"]
            .iter()
            .all(|other| asked.parameter(other).is_none())
        {
            asked.drop_parameter("containing");
        }
    }),
    asking("containing.start-at", |asked| {
        if asked.parameter("startAt").is_some() {
            asked.drop_parameter("containing");
        }
    }),
    asking("containing.filtered", |asked| {
        if asked.parameter("containing").is_some() {
            asked.drop_parameter("status");
        }
    }),
    asking("containing.name", |asked| {
        if asked.parameter("containing").is_none() {
            let name = asked
                .parameter("startingWith")
                .map(|name| format!("{name}{name}"));
            if let Some(name) = name.filter(|name| name.len() == 2) {
                asked.set_parameter("startingWith", &name);
            }
        }
    }),
    asking("containing.next-name", |asked| {
        if asked.parameter("startingWith").is_some() {
            asked.drop_parameter("containing");
        }
    }),
    answering("containing.no-name", |asked, answered| {
        if asked.parameter("startingWith") == Some("conformance-nowhere") {
            answered.become_error(404, "CONNECTION_NOT_FOUND");
        }
    }),
    answering("containing.nowhere", |asked, answered| {
        if asked.parameter("containing") == Some("conformance-nowhere") {
            answered.become_error(404, "CONNECTION_NOT_FOUND");
        }
    }),
];

fn reverse(answered: &mut Answered) {
    answered.edit(|page| {
        if let Some(values) = page["values"].as_array_mut() {
            values.reverse();
        }
    });
}

/// A list of projects that takes one value of a parameter for another.
fn takes(asked: &mut Asked, parameter: &str, value: &str, other: &str) {
    if asked.is("GET /projects") && asked.parameter(parameter) == Some(value) {
        asked.set_parameter(parameter, other);
    }
}

/// Whether this is the largest first page, without any filter.
fn is_first_page(asked: &Asked) -> bool {
    asked.query == [("maxResults".to_owned(), "200".to_owned())]
}

/// Changes the connections on that page.
pub fn on_first_page(asked: &Asked, answered: &mut Answered, change: fn(&mut Value)) {
    if asked.is("GET /connections") && is_first_page(asked) {
        answered.edit_values(change);
    }
}
