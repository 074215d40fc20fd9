//! Nobody overwrites what they have not seen: entity tags and conditional requests.

use serde_json::json;

use crate::exchange::{Exchange, Request};
use crate::kit::{Connection, Kit};
use crate::rule::{Group, Need, Rule};
use crate::verdict::{Verdict, not_checked};

const SOURCE: &str = "Mutations, conditional requests";

pub const GROUP: Group = Group {
    title: "Versions",
    rules: &[
        Rule::act(
            "versions.same-tag",
            "While nothing changes, the `ETag` does not either.",
            SOURCE,
            &[Need::Write],
            same_tag,
        ),
        Rule::act(
            "versions.new-tag",
            "With every change the `ETag` becomes another, and `version` grows.",
            "schema `Connection`, `version`",
            &[Need::Write],
            new_tag,
        ),
        Rule::act(
            "versions.tag-of-answer",
            "The `ETag` with a change is that of the connection afterwards.",
            SOURCE,
            &[Need::Write],
            tag_of_answer,
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
            "With the `ETag` of another version they are refused with 412 `STALE`, and nothing changes.",
            SOURCE,
            &[Need::Write],
            stale,
        ),
        Rule::act(
            "versions.current",
            "412 `STALE` brings the connection as it is now in `current`, and its `ETag`.",
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
            "The comparison is strong: a weak tag matches nothing.",
            "Mutations, strong `ETag`; RFC 9110, 13.1.1",
            &[Need::Write],
            weak,
        ),
        Rule::act(
            "versions.without-tags",
            "A server that gives no `ETag` does not ask for `If-Match` either.",
            SOURCE,
            &[Need::Write],
            without_tags,
        ),
    ],
};

/// The tag, without which there is nothing to check.
fn tag(connection: &Connection<'_>) -> Verdict<String> {
    match connection.etag()? {
        Some(tag) => Ok(tag),
        None => not_checked("the server gives no ETags, which the contract allows"),
    }
}

/// All changes that have a condition, with this one.
fn changes(connection: &Connection<'_>, tag: Option<&str>) -> [Request; 3] {
    let path = connection.path();
    [
        Request::put(path.as_str(), &json!({ "accountLabel": "Overwritten" })).on(tag),
        Request::delete(format!("{path}/key")).on(tag),
        Request::delete(path.as_str()).on(tag),
    ]
}

fn same_tag(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let first = tag(&connection)?;
    let second = connection.read()?;
    second.must(
        second.etag() == Some(first.as_str()),
        format!("ETag {first}, as before"),
    )
}

fn new_tag(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let before = connection.read()?;
    connection.save(&json!({ "accountLabel": kit.label() }))?;
    let after = connection.read()?;
    let version = |answer: &Exchange| answer.json()["version"].as_u64();
    after.must(
        version(&after) > version(&before),
        format!("a version above {:?}", version(&before).unwrap_or_default()),
    )?;
    after.must(
        after.etag().is_none() || after.etag() != before.etag(),
        format!("another ETag than {}", before.header("etag")),
    )
}

fn tag_of_answer(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let saved = connection.put(&json!({ "accountLabel": kit.label() }))?;
    saved.ready(200)?;
    let now = tag(&connection)?;
    saved.must(
        saved.etag().is_none_or(|saved| saved == now),
        format!("ETag {now}, which a GET gives afterwards"),
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
    tag(&connection)?;
    connection.store_made_up_key()?;
    all_refused(kit, &connection, None, 428, "PRECONDITION_REQUIRED")
}

fn stale(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let old = tag(&connection)?;
    connection.store_made_up_key()?;
    all_refused(kit, &connection, Some(&old), 412, "STALE")
}

fn current(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let old = tag(&connection)?;
    connection.store_made_up_key()?;
    let now = connection.read()?;
    let request = Request::put(connection.path(), &json!({ "accountLabel": "Overwritten" }));
    let answer = kit.admin(request.on(Some(&old)))?;
    answer.ready(412)?;
    answer.must(
        answer.json()["current"] == now.json() && answer.etag().is_none_or(|tag| Some(tag) == now.etag()),
        format!("current as {} answers: {}", now.request, now.came),
    )
}

fn any(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    tag(&connection)?;
    let request = Request::put(connection.path(), &json!({ "accountLabel": kit.label() }));
    let answer = kit.admin(request.on(Some("*")))?;
    answer.must(answer.status == 200, "200")
}

fn weak(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let weak = format!("W/{}", tag(&connection)?);
    let request = Request::put(connection.path(), &json!({ "accountLabel": "Overwritten" }));
    kit.admin(request.on(Some(&weak)))?.must_refuse(412, "STALE")
}

fn without_tags(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    if connection.etag()?.is_some() {
        return Ok(());
    }
    let [put, ..] = changes(&connection, None);
    let answer = kit.admin(put)?;
    answer.must(
        answer.status == 200,
        "200: there is no ETag to send back as If-Match",
    )
}
