//! Nobody overwrites what they have not seen: entity tags and conditional requests.

use serde_json::json;

use crate::exchange::{Exchange, Request};
use crate::kit::{Connection, Kit};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "Mutations, conditional requests";

pub const GROUP: Group = Group {
    title: "Versions",
    rules: &[
        Rule::act(
            "versions.same-version",
            "While nothing changes, the `version` does not either.",
            SOURCE,
            &[Need::Write],
            same_version,
        ),
        Rule::act(
            "versions.new-version",
            "With every change the `version` grows.",
            "schema `Connection`, `version`",
            &[Need::Write],
            new_version,
        ),
        Rule::act(
            "versions.of-answer",
            "The `version` with a change is that of the connection afterwards.",
            SOURCE,
            &[Need::Write],
            of_answer,
        ),
        Rule::act(
            "versions.required",
            "Without `If-Match` a change of a connection, its deletion and that of its key are refused with 428 `PRECONDITION_REQUIRED`, and nothing changes.",
            SOURCE,
            &[Need::Write],
            required,
        ),
        Rule::act(
            "versions.stale",
            "With another `version` than the present one they are refused with 412 `STALE`, and nothing changes.",
            SOURCE,
            &[Need::Write],
            stale,
        ),
        Rule::act(
            "versions.current",
            "412 `STALE` brings the connection as it is now in `current`.",
            "schema `StaleError`",
            &[Need::Write],
            current,
        ),
        Rule::act(
            "versions.any",
            "`If-Match: *` matches whatever there is.",
            SOURCE,
            &[Need::Write],
            any,
        ),
        Rule::act(
            "versions.weak",
            "A tag that a proxy has weakened stands for the tag itself: `W/\"3\"` for `\"3\"`.",
            "Mutations, the version is in the body",
            &[Need::Write],
            weak,
        ),
        Rule::act(
            "versions.tag",
            "The `version` in double quotes is the entity tag: a client can go without the header `ETag`, which proxies change or drop.",
            "Mutations, the version is in the body",
            &[Need::Write],
            tag,
        ),
    ],
};

/// All changes that have a condition, with this one.
fn changes(connection: &Connection<'_>, tag: Option<&str>) -> [Request; 3] {
    let path = connection.path();
    [
        Request::put(path.as_str(), &json!({ "accountLabel": "Overwritten" })).on(tag),
        Request::delete(format!("{path}/key")).on(tag),
        Request::delete(path.as_str()).on(tag),
    ]
}

fn same_version(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let first = connection.now()?;
    let second = connection.read()?;
    second.must(
        second.json()["version"] == first["version"],
        format!("version {}, as before", first["version"]),
    )
}

fn new_version(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let before = connection.read()?;
    connection.save(&json!({ "accountLabel": kit.label() }))?;
    let after = connection.read()?;
    let version = |answer: &Exchange| answer.json()["version"].as_u64();
    after.must(
        version(&after) > version(&before),
        format!("a version above {:?}", version(&before).unwrap_or_default()),
    )
}

fn of_answer(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let saved = connection.put(&json!({ "accountLabel": kit.label() }))?;
    saved.ready(200)?;
    let now = connection.now()?;
    saved.must(
        saved.json()["version"] == now["version"],
        format!("version {}, which a GET gives afterwards", now["version"]),
    )
}

/// Every change on that condition is refused and does nothing.
fn all_refused(
    kit: &Kit,
    connection: &Connection<'_>,
    tag: Option<&str>,
    status: u16,
    code: &str,
) -> Verdict {
    let before = connection.now()?;
    for request in changes(connection, tag) {
        let answer = kit.admin(request)?;
        answer.must_refuse(status, code)?;
        let after = connection.read()?;
        after.must(after.json() == before, format!("no change by {}", answer.request))?;
    }
    Ok(())
}

fn required(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    all_refused(kit, &connection, None, 428, "PRECONDITION_REQUIRED")
}

fn stale(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let old = connection.etag()?;
    connection.store_made_up_key()?;
    all_refused(kit, &connection, Some(&old), 412, "STALE")
}

fn current(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let old = connection.etag()?;
    connection.store_made_up_key()?;
    let now = connection.read()?;
    let request = Request::put(connection.path(), &json!({ "accountLabel": "Overwritten" }));
    let answer = kit.admin(request.on(Some(&old)))?;
    answer.ready(412)?;
    answer.must(
        answer.json()["current"] == now.json(),
        format!("current as {} answers: {}", now.request, now.came),
    )
}

fn any(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let request = Request::put(connection.path(), &json!({ "accountLabel": kit.label() }));
    let answer = kit.admin(request.on(Some("*")))?;
    answer.must(answer.status == 200, "200")
}

fn weak(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let weak = format!("W/{}", connection.etag()?);
    let request = Request::put(connection.path(), &json!({ "accountLabel": kit.label() }));
    let answer = kit.admin(request.on(Some(&weak)))?;
    answer.must(answer.status == 200, "200")
}

/// A proxy may have weakened it, have put something behind the version, or have dropped it.
fn tag(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let read = connection.read()?;
    let tag = connection.etag()?;
    let begins = tag.trim_end_matches('"');
    let sent = read.etag().map(|sent| sent.trim_start_matches("W/"));
    read.must(
        sent.is_none_or(|sent| sent == tag || sent.starts_with(&format!("{begins}-"))),
        format!("the ETag {tag}, or none"),
    )
}
