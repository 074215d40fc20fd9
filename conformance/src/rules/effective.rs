//! Which connection a project really uses.

use serde_json::{Value, json};

use crate::exchange::{Exchange, Request};
use crate::kit::{Connection, Kit, NOWHERE};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "Which connection a project uses";
const OPERATION: &str = "operation `getEffectiveConnection`";

pub const GROUP: Group = Group {
    title: "Which connection applies",
    rules: &[
        Rule::act(
            "effective.own",
            "A project with a connection of its own uses that, and it is shown as it is.",
            SOURCE,
            &[Need::Write],
            own,
        ),
        Rule::act(
            "effective.own-without-key",
            "It does so even when that connection has no key: there is no silent fallback.",
            SOURCE,
            &[Need::Write],
            own_without_key,
        ),
        Rule::act(
            "effective.own-refused",
            "It does so even when Test IO refuses that connection's key.",
            SOURCE,
            &[Need::Write, Need::RefusedKey],
            own_refused,
        ),
        Rule::act(
            "effective.otherwise",
            "A project without one uses Global if that is active, else none.",
            SOURCE,
            &[Need::Write],
            |kit| falls_back(kit, &kit.untouched_project()?),
        ),
        Rule::act(
            "effective.after-deletion",
            "So does a project whose connection has been deleted.",
            "operation `deleteConnection`",
            &[Need::Write],
            after_deletion,
        ),
        Rule::act(
            "effective.unknown",
            "An unknown project is answered 404 `PROJECT_NOT_FOUND`, as is a text that is not of an id's form.",
            OPERATION,
            &[],
            |kit| {
                of(kit, NOWHERE)?.must_refuse(404, "PROJECT_NOT_FOUND")?;
                of(kit, "no%20id")?.must_refuse(404, "PROJECT_NOT_FOUND")
            },
        ),
        Rule::act(
            "effective.gone",
            "An archived or deleted project uses none: 404 `PROJECT_NOT_FOUND`.",
            OPERATION,
            &[Need::GoneProject],
            |kit| of(kit, kit.gone_project()?)?.must_refuse(404, "PROJECT_NOT_FOUND"),
        ),
    ],
};

fn of(kit: &Kit, project: &str) -> Verdict<Exchange> {
    kit.admin(Request::get(format!("/projects/{project}/effective-connection")))
}

fn uses_own(kit: &Kit, connection: &Connection<'_>) -> Verdict {
    let now = connection.now()?;
    let answer = of(kit, now["project"]["id"].as_str().unwrap_or(NOWHERE))?;
    let body = answer.json();
    answer.must(
        body["source"] == "PROJECT" && body["connection"]["id"] == connection.id.as_str(),
        format!("the source PROJECT with the connection {}", connection.id),
    )
}

fn own(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    let now = connection.now()?;
    let answer = of(kit, now["project"]["id"].as_str().unwrap_or(NOWHERE))?;
    answer.must(
        answer.json() == json!({ "source": "PROJECT", "connection": now }),
        format!("the source PROJECT with the connection {now}"),
    )
}

fn own_without_key(kit: &Kit) -> Verdict {
    uses_own(kit, &kit.connection()?)
}

fn own_refused(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.save(&json!({ "apiKey": kit.refused_key()?, "verify": false }))?;
    connection.test(&json!({}))?.ready(200)?;
    uses_own(kit, &connection)
}

fn falls_back(kit: &Kit, project: &str) -> Verdict {
    let global = kit.global().now()?;
    let expected = if global["active"] == true {
        json!({ "source": "GLOBAL", "connection": global })
    } else {
        json!({ "source": "NONE", "connection": Value::Null })
    };
    let answer = of(kit, project)?;
    answer.must(
        answer.status == 200 && answer.json() == expected,
        expected.to_string(),
    )
}

fn after_deletion(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let project = connection.now()?["project"]["id"].clone();
    connection.delete()?.ready(204)?;
    falls_back(kit, project.as_str().unwrap_or(NOWHERE))
}
