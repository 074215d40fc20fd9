//! Giving a project a connection of its own.

use serde_json::{Value, json};

use crate::exchange::Request;
use crate::kit::{Kit, NOWHERE, REST};
use crate::rule::{Group, Need, Rule};
use crate::verdict::{Verdict, not_checked};

const SOURCE: &str = "operation `createConnection`";

pub const GROUP: Group = Group {
    title: "New connections",
    rules: &[
        Rule::act(
            "creating.created",
            "A new connection is that of its project, without a key, and `KEY_MISSING`.",
            SOURCE,
            &[Need::Write],
            created,
        ),
        Rule::act(
            "creating.location",
            "`Location` leads to the new connection.",
            "header `Location`",
            &[Need::Write],
            location,
        ),
        Rule::act(
            "creating.stays",
            "A new connection is there afterwards, alone and in the list.",
            SOURCE,
            &[Need::Write],
            stays,
        ),
        Rule::act(
            "creating.exists",
            "A second connection for a project is refused with 409 `CONNECTION_EXISTS` and the `connectionId` of the first.",
            "response `ConnectionExists`",
            &[Need::Write],
            exists,
        ),
        Rule::act(
            "creating.unknown-project",
            "A connection for an unknown project is refused with 404 `PROJECT_NOT_FOUND`.",
            SOURCE,
            &[Need::Write],
            |kit| kit.create(NOWHERE)?.must_refuse(404, "PROJECT_NOT_FOUND"),
        ),
        Rule::act(
            "creating.gone-project",
            "A connection for an archived or deleted project is refused with 404 `PROJECT_NOT_FOUND`.",
            SOURCE,
            &[Need::Write, Need::GoneProject],
            |kit| {
                kit.create(kit.gone_project()?)?
                    .must_refuse(404, "PROJECT_NOT_FOUND")
            },
        ),
    ],
};

fn created(kit: &Kit) -> Verdict {
    let (project, key) = kit.free_project()?;
    let answer = kit.create(&project)?;
    let body = answer.ready(201)?;
    answer.must(
        body["project"]["id"] == project.as_str()
            && body["project"]["key"] == key.as_str()
            && body["hasKey"] == false
            && body["accountLabel"] == Value::Null
            && body["status"] == "KEY_MISSING",
        format!("a connection of the project {key} with the status KEY_MISSING, no key and no label"),
    )
}

fn location(kit: &Kit) -> Verdict {
    let (project, _) = kit.free_project()?;
    let answer = kit.create(&project)?;
    let body = answer.ready(201)?;
    let Some((_, path)) = answer.header("location").split_once(REST) else {
        return not_checked("there is no Location");
    };
    let there = kit.admin(Request::get(path))?;
    answer.must(
        there.status == 200 && there.json()["id"] == body["id"],
        format!(
            "a Location that leads to the connection {}, but there is {}",
            body["id"], there.came
        ),
    )
}

fn stays(kit: &Kit) -> Verdict {
    let (project, _) = kit.free_project()?;
    let answer = kit.create(&project)?;
    let body = answer.ready(201)?;
    let id = body["id"].as_str().unwrap_or_default();
    let alone = kit.admin(Request::get(format!("/connections/{id}")))?;
    alone.must(alone.status == 200, "200: it has just been made")?;
    let listed = kit.all("/connections", &[])?;
    answer.must(
        listed.iter().any(|value| value["id"] == id),
        format!("the connection {id} in GET /connections afterwards"),
    )
}

fn exists(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let project = connection.now()?["project"]["id"].clone();
    let answer = kit.admin(Request::post("/connections", &json!({ "projectId": project })))?;
    answer.must(
        answer.is_error(409, "CONNECTION_EXISTS") && answer.json()["connectionId"] == connection.id.as_str(),
        format!("409 CONNECTION_EXISTS with connectionId {}", connection.id),
    )
}
