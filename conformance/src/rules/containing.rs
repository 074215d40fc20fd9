//! The page that a connection stands on, which nobody but the server can know: the order of names is its own.

use serde_json::Value;

use crate::exchange::{Exchange, Request};
use crate::kit::{Kit, parameter};
use crate::rule::{Group, Rule};
use crate::verdict::{Verdict, not_checked};

const SOURCE: &str = "parameter `containing` of `listConnections`";

/// Small enough for many pages.
const SIZE: usize = 2;

pub const GROUP: Group = Group {
    title: "The page of a connection",
    rules: &[
        Rule::act(
            "containing.page",
            "With `containing` the page that has this connection is answered, among those that begin at a multiple of \
             `maxResults`.",
            SOURCE,
            &[],
            page,
        ),
        Rule::act(
            "containing.start-at",
            "`startAt` counts for nothing beside it.",
            SOURCE,
            &[],
            start_at,
        ),
        Rule::act(
            "containing.filtered",
            "The filters apply first: it is the page among those that they leave.",
            SOURCE,
            &[],
            filtered,
        ),
        Rule::act(
            "containing.nowhere",
            "For a connection that no page has the first page is answered.",
            SOURCE,
            &[],
            nowhere,
        ),
    ],
};

fn ask(kit: &Kit, id: &str, rest: &str) -> Verdict<Exchange> {
    let containing = parameter("containing", id);
    kit.admin(Request::get(format!(
        "/connections?maxResults={SIZE}&{containing}{rest}"
    )))
}

/// All connections in the server's order, of which there must be enough for several pages.
fn all(kit: &Kit) -> Verdict<Vec<Value>> {
    let all = kit.all("/connections", &[])?;
    if all.len() <= SIZE {
        return not_checked("all connections are on one page");
    }
    Ok(all)
}

fn id(connection: &Value) -> &str {
    connection["id"].as_str().unwrap_or_default()
}

/// Whether an answer is the page of the connection at this index.
fn must_have(answer: &Exchange, all: &[Value], index: usize) -> Verdict {
    let first = index / SIZE * SIZE;
    let page = answer.ready(200)?;
    let has_it = page["values"]
        .as_array()
        .is_some_and(|values| values.get(index - first).map(id) == Some(id(&all[index])));
    answer.must(
        page["startAt"] == first && has_it,
        format!("startAt {first}, with the connection {}", id(&all[index])),
    )
}

fn page(kit: &Kit) -> Verdict {
    let all = all(kit)?;
    for index in [0, all.len() / 2, all.len() - 1] {
        must_have(&ask(kit, id(&all[index]), "")?, &all, index)?;
    }
    Ok(())
}

fn start_at(kit: &Kit) -> Verdict {
    let all = all(kit)?;
    must_have(&ask(kit, id(&all[0]), &format!("&startAt={SIZE}"))?, &all, 0)
}

fn filtered(kit: &Kit) -> Verdict {
    let all = all(kit)?;
    // One that a filter brings to another page.
    for (index, connection) in all.iter().enumerate().skip(SIZE).rev() {
        let status = connection["status"].as_str().unwrap_or_default();
        let left: Vec<Value> = all
            .iter()
            .filter(|other| other["status"] == status)
            .cloned()
            .collect();
        let place = left.iter().position(|other| id(other) == id(connection));
        if let Some(place) = place.filter(|place| place / SIZE != index / SIZE) {
            let answer = ask(kit, id(connection), &format!("&status={status}"))?;
            return must_have(&answer, &left, place);
        }
    }
    not_checked("no status brings a connection to another page")
}

fn nowhere(kit: &Kit) -> Verdict {
    let all = all(kit)?;
    for (id, filter) in [
        ("conformance-nowhere", ""),
        (id(&all[all.len() - 1]), "&query=conformance-nowhere"),
    ] {
        let answer = ask(kit, id, filter)?;
        answer.must(
            answer.status == 200 && answer.json()["startAt"] == 0,
            "200 with startAt 0",
        )?;
    }
    Ok(())
}
