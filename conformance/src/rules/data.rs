//! Forgetting all that the plugin has stored.

use serde_json::{Value, json};

use super::maintenance_checks;
use crate::exchange::{Exchange, Request};
use crate::kit::Kit;
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const PATH: &str = "/maintenance/data";
const SOURCE: &str = "operation `clearData`";
const NEEDS: &[Need] = &[Need::Write, Need::Clear];

pub const GROUP: Group = Group {
    title: "Clearing the data",
    rules: &[
        Rule::act(
            "data.confirm",
            "Without `CLEAR` nothing is deleted: 400 `INVALID_REQUEST` and a text in `errors.confirm`.",
            SOURCE,
            &[Need::Write],
            confirm,
        ),
        Rule::act(
            "data.form",
            "A body without `confirm`, or with another type of it, is refused with 400 `INVALID_REQUEST`.",
            "schema `ClearData`",
            &[Need::Write],
            form,
        ),
        Rule::act(
            "data.counted",
            "The answer is how many project connections there were.",
            "schema `Cleared`",
            NEEDS,
            counted,
        ),
        Rule::act(
            "data.connections",
            "The connections of all projects are deleted, and no account is left.",
            SOURCE,
            NEEDS,
            connections,
        ),
        Rule::act(
            "data.global",
            "Global has no key, no label, no products and no check, and is off.",
            SOURCE,
            NEEDS,
            global,
        ),
        Rule::act(
            "data.version",
            "Global's `version` is another one.",
            SOURCE,
            NEEDS,
            version,
        ),
        Rule::act(
            "data.jobs",
            "The runs of all jobs are forgotten, and who is notified of them.",
            SOURCE,
            NEEDS,
            jobs,
        ),
        Rule::act(
            "data.report",
            "The last report of the checks is forgotten.",
            SOURCE,
            &[Need::Write, Need::Clear, Need::Checks],
            report,
        ),
        Rule::act("data.log-stays", "The log stays.", SOURCE, NEEDS, log_stays),
        Rule::act(
            "data.nothing-stored",
            "Where nothing is stored, the answer is 200 with 0.",
            SOURCE,
            NEEDS,
            nothing_stored,
        ),
    ],
};

fn delete(kit: &Kit, body: &Value) -> Verdict<Exchange> {
    kit.admin(Request::delete(PATH).text(body.to_string()))
}

fn clear(kit: &Kit) -> Verdict<Exchange> {
    let answer = delete(kit, &json!({ "confirm": "CLEAR" }))?;
    answer.ready(200)?;
    Ok(answer)
}

fn total(kit: &Kit, path: &str) -> Verdict<(Exchange, Value)> {
    let answer = kit.admin(Request::get(path))?;
    let body = answer.ready(200)?;
    Ok((answer, body["total"].clone()))
}

fn confirm(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let before = connection.now()?;
    for word in ["", "clear", "CLEAR ", "conformance"] {
        delete(kit, &json!({ "confirm": word }))?.must_blame(400, "INVALID_REQUEST", "confirm")?;
    }
    let after = connection.read()?;
    after.must(after.json() == before, "the connection as it was")
}

fn form(kit: &Kit) -> Verdict {
    for body in [json!({}), json!({ "confirm": true }), json!({ "confirm": null })] {
        delete(kit, &body)?.must_refuse(400, "INVALID_REQUEST")?;
    }
    Ok(())
}

fn counted(kit: &Kit) -> Verdict {
    kit.connection()?;
    let (_, total) = total(kit, "/connections?maxResults=1")?;
    let answer = clear(kit)?;
    answer.must(
        answer.json()["connections"] == total,
        format!("connections: {total}"),
    )
}

fn connections(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    clear(kit)?;
    for path in ["/connections?maxResults=1", "/accounts?maxResults=1"] {
        let (answer, total) = total(kit, path)?;
        answer.must(total == 0, "total: 0")?;
    }
    let gone = connection.read()?;
    gone.must_refuse(404, "CONNECTION_NOT_FOUND")
}

fn global(kit: &Kit) -> Verdict {
    clear(kit)?;
    let answer = kit.global().read()?;
    let now = answer.ready(200)?;
    for (field, empty) in [
        ("active", json!(false)),
        ("hasKey", json!(false)),
        ("keyHint", Value::Null),
        ("accountLabel", Value::Null),
        ("lastCheckedAt", Value::Null),
        ("products", json!([])),
        ("status", json!("INACTIVE")),
    ] {
        answer.must(now[field] == empty, format!("{field}: {empty}"))?;
    }
    Ok(())
}

fn version(kit: &Kit) -> Verdict {
    let before = kit.global().now()?;
    clear(kit)?;
    let after = kit.global().read()?;
    let known = &before["version"];
    after.must(
        after.ready(200)?["version"] != *known,
        format!("another version than {known}"),
    )
}

fn jobs(kit: &Kit) -> Verdict {
    clear(kit)?;
    let answer = kit.admin(Request::get("/maintenance/jobs"))?;
    let body = answer.ready(200)?;
    for job in body["jobs"].as_array().into_iter().flatten() {
        // One may have run since.
        let runs = job["runs"].as_array().map_or(0, Vec::len);
        answer.must(
            runs <= 1 && job["notify"] == false,
            format!("of {}: no runs, and notify: false", job["id"]),
        )?;
    }
    Ok(())
}

fn report(kit: &Kit) -> Verdict {
    maintenance_checks::run(kit)?;
    clear(kit)?;
    let answer = kit.admin(Request::get("/maintenance/checks"))?;
    let body = answer.ready(200)?;
    answer.must(
        body["startedAt"].is_null() && body["steps"] == json!([]),
        "startedAt: null, and no steps",
    )
}

fn log_stays(kit: &Kit) -> Verdict {
    let now = kit.admin(Request::get("/maintenance/logs?tail=1"))?;
    let range = now.ready(200)?;
    let text = |field: &str| range[field].as_str().unwrap_or_default().to_owned();
    let path = format!("/maintenance/logs?from={}&to={}&tail=1", text("from"), text("to"));
    let (_, before) = total(kit, &path)?;
    clear(kit)?;
    let (answer, after) = total(kit, &path)?;
    answer.must(after.as_u64() >= before.as_u64(), format!("total: {before}"))
}

fn nothing_stored(kit: &Kit) -> Verdict {
    clear(kit)?;
    let again = delete(kit, &json!({ "confirm": "CLEAR" }))?;
    again.must(
        again.status == 200 && again.json()["connections"] == 0,
        "200 with connections: 0",
    )
}
