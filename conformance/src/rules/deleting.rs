//! Deleting connections.

use crate::exchange::Request;
use crate::kit::{Kit, NOWHERE};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "operation `deleteConnection`";

pub const GROUP: Group = Group {
    title: "Deleting",
    rules: &[
        Rule::act(
            "deleting.gone",
            "A deleted connection is gone, alone and from the list.",
            SOURCE,
            &[Need::Write],
            gone,
        ),
        Rule::act(
            "deleting.twice",
            "Deleting it again is answered 404 `CONNECTION_NOT_FOUND`, which a client counts as done.",
            SOURCE,
            &[Need::Write],
            twice,
        ),
        Rule::act(
            "deleting.unknown",
            "Deleting a connection that never was is answered 404 `CONNECTION_NOT_FOUND`.",
            SOURCE,
            &[Need::Write],
            |kit| {
                let request = Request::delete(format!("/connections/{NOWHERE}"));
                kit.admin(request.on(Some("*")))?
                    .must_refuse(404, "CONNECTION_NOT_FOUND")
            },
        ),
        Rule::act(
            "deleting.with-key",
            "A key goes with its connection: the next connection of the project has none.",
            SOURCE,
            &[Need::Write],
            with_key,
        ),
    ],
};

fn gone(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.delete()?.ready(204)?;
    let read = connection.read()?;
    read.must(read.status == 404, "404: it was deleted")?;
    let listed = kit.all("/connections", &[])?;
    read.must(
        listed.iter().all(|value| value["id"] != connection.id.as_str()),
        "no such connection in GET /connections",
    )
}

fn twice(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let etag = connection.etag()?;
    connection.delete()?.ready(204)?;
    kit.admin(Request::delete(connection.path()).on(Some(&etag)))?
        .must_refuse(404, "CONNECTION_NOT_FOUND")
}

fn with_key(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    let project = connection.now()?["project"]["id"].clone();
    connection.delete()?.ready(204)?;
    let again = kit.create(project.as_str().unwrap_or(NOWHERE))?;
    let body = again.ready(201)?;
    again.must(
        body["hasKey"] == false,
        "no key: it went with the connection before",
    )
}
