//! Of several things that are wrong with a request, which one is answered.

use serde_json::json;

use crate::exchange::Request;
use crate::kit::{Kit, NOWHERE, Who};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "Mutations, order of the checks";

pub const GROUP: Group = Group {
    title: "Order of the checks",
    rules: &[
        Rule::act(
            "order.login-before-form",
            "Without a login the form of a request does not matter.",
            SOURCE,
            &[Need::Write],
            login_before_form,
        ),
        Rule::act(
            "order.right-before-form",
            "403 `FORBIDDEN` comes before 400: who lacks the right to administer hears that first.",
            SOURCE,
            &[Need::Write, Need::Viewer],
            right_before_form,
        ),
        Rule::act(
            "order.right-before-existence",
            "403 `FORBIDDEN` comes before 404.",
            SOURCE,
            &[Need::Write, Need::Viewer],
            right_before_existence,
        ),
        Rule::act(
            "order.form-before-existence",
            "400 comes before 404: a request of the wrong form is that for every connection.",
            SOURCE,
            &[Need::Write],
            form_before_existence,
        ),
        Rule::act(
            "order.existence-before-condition",
            "404 comes before 428: a connection that is not there needs no `If-Match`.",
            SOURCE,
            &[Need::Write],
            existence_before_condition,
        ),
        Rule::act(
            "order.form-before-condition",
            "400 comes before 428.",
            SOURCE,
            &[Need::Write],
            form_before_condition,
        ),
        Rule::act(
            "order.condition-before-key",
            "428 comes before 422: the key is not looked at without `If-Match`.",
            SOURCE,
            &[Need::Write],
            condition_before_key,
        ),
        Rule::act(
            "order.version-before-key",
            "412 comes before 422: the key is not looked at for another version.",
            SOURCE,
            &[Need::Write],
            version_before_key,
        ),
    ],
};

fn login_before_form(kit: &Kit) -> Verdict {
    let request = Request::post("/connections", &json!({})).text("{");
    let answer = kit.send(Who::Nobody, request.clone())?;
    answer.must(
        kit.watch.is_not_logged_in(&request, &answer),
        "401, or one of the contract's `x-jira-answers` for a missing session",
    )
}

fn right_before_form(kit: &Kit) -> Verdict {
    kit.send(Who::Viewer, Request::post("/connections", &json!({})))?
        .must_refuse(403, "FORBIDDEN")
}

fn right_before_existence(kit: &Kit) -> Verdict {
    let path = format!("/connections/{NOWHERE}");
    let request = Request::put(path, &json!({ "accountLabel": "x" })).on(Some("*"));
    kit.send(Who::Viewer, request)?.must_refuse(403, "FORBIDDEN")
}

fn form_before_existence(kit: &Kit) -> Verdict {
    let path = format!("/connections/{NOWHERE}");
    kit.admin(Request::put(path, &json!({ "accountLabel": 1 })).on(Some("*")))?
        .must_refuse(400, "INVALID_REQUEST")
}

fn existence_before_condition(kit: &Kit) -> Verdict {
    let path = format!("/connections/{NOWHERE}");
    for request in [
        Request::put(path.as_str(), &json!({ "accountLabel": "x" })),
        Request::delete(format!("{path}/key")),
        Request::delete(path.as_str()),
    ] {
        kit.admin(request)?.must_refuse(404, "CONNECTION_NOT_FOUND")?;
    }
    Ok(())
}

fn form_before_condition(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    kit.admin(Request::put(connection.path(), &json!({ "accountLabel": 1 })))?
        .must_refuse(400, "INVALID_REQUEST")
}

fn condition_before_key(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    kit.admin(Request::put(connection.path(), &json!({ "apiKey": "****" })))?
        .must_refuse(428, "PRECONDITION_REQUIRED")
}

fn version_before_key(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let request = Request::put(connection.path(), &json!({ "apiKey": "****" }));
    kit.admin(request.on(Some("\"conformance\"")))?
        .must_refuse(412, "STALE")
}
