//! The page that a connection stands on, which nobody but the server can know: the order of names is its own.

use serde_json::Value;

use crate::exchange::{Exchange, Request};
use crate::kit::{Kit, parameter};
use crate::rule::{Group, Rule};
use crate::verdict::{Verdict, not_checked};

const SOURCE: &str = "parameter `containing` of `listConnections`";
const STARTING_WITH: &str = "parameter `startingWith` of `listConnections`";

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
        Rule::act(
            "containing.name",
            "With `startingWith` the page is answered that has the first connection whose project's name begins so, whatever \
             the case.",
            STARTING_WITH,
            &[],
            name,
        ),
        Rule::act(
            "containing.next-name",
            "Beside `containing` it is the first one behind that connection, and behind the last one the first of all.",
            STARTING_WITH,
            &[],
            next_name,
        ),
        Rule::act(
            "containing.no-name",
            "Where no name begins so the first page is answered.",
            STARTING_WITH,
            &[],
            |kit| {
                all(kit)?;
                let answer = kit.admin(Request::get(format!(
                    "/connections?maxResults={SIZE}&startingWith=conformance-nowhere"
                )))?;
                answer.must(
                    answer.status == 200 && answer.json()["startAt"] == 0,
                    "200 with startAt 0",
                )
            },
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

/// The first letter of a project's name, if it is one from a to z: how others compare is not for the kit to say.
fn letter(connection: &Value) -> Option<char> {
    let first = connection["project"]["name"].as_str()?.chars().next()?;
    first.is_ascii_alphabetic().then(|| first.to_ascii_lowercase())
}

/// The places of connections whose names begin with the same letter, and that letter in the other case. They are on
/// several pages, so that an answer tells something.
fn alike(all: &[Value]) -> Option<(Vec<usize>, String)> {
    let of = |letter: char| -> Vec<usize> {
        (0..all.len())
            .filter(|index| self::letter(&all[*index]) == Some(letter))
            .collect()
    };
    ('a'..='z')
        .map(|letter| (of(letter), letter.to_ascii_uppercase().to_string()))
        .rfind(|(places, _)| {
            places.len() > 1 && places[0] >= SIZE && places[places.len() - 1] / SIZE > places[0] / SIZE
        })
}

const FEW_NAMES: &str = "no letter begins several names that are on several pages, none of them on the first";

fn name(kit: &Kit) -> Verdict {
    let all = all(kit)?;
    let Some((places, letter)) = alike(&all) else {
        return not_checked(FEW_NAMES);
    };
    let answer = kit.admin(Request::get(format!(
        "/connections?maxResults={SIZE}&startingWith={letter}"
    )))?;
    must_have(&answer, &all, places[0])
}

fn next_name(kit: &Kit) -> Verdict {
    let all = all(kit)?;
    let Some((places, letter)) = alike(&all) else {
        return not_checked(FEW_NAMES);
    };
    let next = places.iter().cycle().skip(1);
    for (here, next) in places.iter().zip(next) {
        let answer = ask(kit, id(&all[*here]), &format!("&startingWith={letter}"))?;
        must_have(&answer, &all, *next)?;
    }
    Ok(())
}
