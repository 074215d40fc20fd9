//! Reading single connections.

use crate::exchange::Request;
use crate::kit::{Kit, NOWHERE};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

pub const GROUP: Group = Group {
    title: "Reading",
    rules: &[
        Rule::act(
            "reading.global",
            "The Global connection always exists, with the id `global` and the scope `GLOBAL`.",
            "The Global connection",
            &[],
            global,
        ),
        Rule::act(
            "reading.global-apart",
            "Global is not part of the list of connections.",
            "operation `listConnections`",
            &[],
            global_apart,
        ),
        Rule::act(
            "reading.unknown",
            "A connection that does not exist is answered 404 `CONNECTION_NOT_FOUND`.",
            "response `ConnectionNotFound`",
            &[],
            |kit| not_found(kit, &[NOWHERE, "GLOBAL"]),
        ),
        Rule::act(
            "reading.no-id",
            "A text in a path that is not of an id's form is the id of nothing: 404 `CONNECTION_NOT_FOUND`.",
            "Conventions",
            &[],
            |kit| not_found(kit, &["no%20id", "%C3%A4", "x_y"]),
        ),
        Rule::act(
            "reading.same-in-list",
            "The list shows a connection exactly as it is alone.",
            "schemas `ConnectionPage`, `Connection`",
            &[Need::Write],
            same_in_list,
        ),
    ],
};

fn global(kit: &Kit) -> Verdict {
    let answer = kit.admin(Request::get("/connections/global"))?;
    let body = answer.json();
    answer.must(
        answer.status == 200 && body["id"] == "global" && body["scope"] == "GLOBAL",
        "200 with the id `global` and the scope `GLOBAL`",
    )
}

fn global_apart(kit: &Kit) -> Verdict {
    let answer = kit.admin(Request::get("/connections?maxResults=200"))?;
    let page = answer.ready(200)?;
    let mut values = page["values"].as_array().into_iter().flatten();
    answer.must(
        values.all(|value| value["id"] != "global"),
        "no connection `global` in the list",
    )
}

fn not_found(kit: &Kit, ids: &[&str]) -> Verdict {
    for id in ids {
        kit.admin(Request::get(format!("/connections/{id}")))?
            .must_refuse(404, "CONNECTION_NOT_FOUND")?;
    }
    Ok(())
}

fn same_in_list(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    let alone = connection.read()?;
    let body = alone.ready(200)?;
    let listed = kit.all("/connections", &[])?;
    let same = listed.iter().find(|value| value["id"] == body["id"]);
    alone.must(
        same.is_none_or(|same| *same == body),
        format!(
            "what GET /connections gives: {}",
            same.map(ToString::to_string).unwrap_or_default()
        ),
    )
}
