//! Who may do what.

use serde_json::{Value, json};

use crate::exchange::Request;
use crate::kit::{Kit, NO_JOB, NOWHERE, Who};
use crate::rule::{Group, Need, Rule};
use crate::verdict::Verdict;

const SOURCE: &str = "Conventions, authentication";

pub const GROUP: Group = Group {
    title: "Rights",
    rules: &[
        Rule::act(
            "access.login-to-read",
            "Nothing can be read without a login: 401, the login page, or the way to it.",
            "Conventions; What Jira itself may answer",
            &[],
            login_to_read,
        ),
        Rule::act(
            "access.login-to-write",
            "Nothing can be changed without a login.",
            "Conventions; What Jira itself may answer",
            &[Need::Write],
            login_to_write,
        ),
        Rule::act(
            "access.user-name",
            "`X-AUSERNAME` is the name of the user Jira took the request for.",
            SOURCE,
            &[],
            user_name,
        ),
        Rule::act(
            "access.viewer-reads",
            "A user without the right to administer may read everything but what is below `/maintenance`.",
            SOURCE,
            &[Need::Write, Need::Viewer],
            viewer_reads,
        ),
        Rule::act(
            "access.viewer-maintenance",
            "Whoever lacks the right to administer is refused all that is below `/maintenance` with 403 `FORBIDDEN`.",
            SOURCE,
            &[Need::Viewer],
            viewer_maintenance,
        ),
        Rule::act(
            "access.viewer-changes-nothing",
            "Whoever lacks the right to administer is refused every change and test with 403 `FORBIDDEN`.",
            SOURCE,
            &[Need::Write, Need::Viewer],
            viewer_changes_nothing,
        ),
        Rule::act(
            "access.manage",
            "`permissions.manage` of the summary is `true` for an administrator.",
            SOURCE,
            &[],
            |kit| manage(kit, Who::Admin, true),
        ),
        Rule::act(
            "access.no-manage",
            "`permissions.manage` of the summary is `false` for a user without the right to administer.",
            SOURCE,
            &[Need::Viewer],
            |kit| manage(kit, Who::Viewer, false),
        ),
    ],
};

/// What only administrators may read.
const MAINTENANCE: [&str; 3] = [
    "/maintenance/logs",
    "/maintenance/logs/download",
    "/maintenance/jobs",
];

fn reads(connection: &str, project: &str) -> [String; 6] {
    [
        "/connections".to_owned(),
        "/accounts".to_owned(),
        "/connections/summary".to_owned(),
        connection.to_owned(),
        "/projects".to_owned(),
        format!("/projects/{project}/effective-connection"),
    ]
}

fn changes(path: &str, project: &str, etag: Option<&str>) -> [Request; 7] {
    [
        Request::post("/connections", &json!({ "projectId": project })),
        Request::put(path, &json!({ "accountLabel": "Not theirs" })).on(etag),
        Request::delete(format!("{path}/key")).on(etag),
        Request::post(format!("{path}/test"), &json!({})),
        Request::delete(path).on(etag),
        Request::put(format!("/maintenance/jobs/{NO_JOB}"), &json!({ "notify": true })),
        // Not the word that would really delete everything.
        Request::delete("/maintenance/data").text(json!({ "confirm": "conformance" }).to_string()),
    ]
}

fn login_to_read(kit: &Kit) -> Verdict {
    let maintenance = MAINTENANCE.map(str::to_owned);
    for path in reads("/connections/global", NOWHERE)
        .into_iter()
        .chain(maintenance)
    {
        let request = Request::get(path);
        let answer = kit.send(Who::Nobody, request.clone())?;
        answer.must(
            kit.watch.is_not_logged_in(&request, &answer),
            "401 of this operation, or one of the contract's `x-jira-answers` for a missing session",
        )?;
    }
    Ok(())
}

fn login_to_write(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    let before = connection.now()?;
    let project = before["project"]["id"].as_str().unwrap_or(NOWHERE);
    for request in changes(&connection.path(), project, Some(&connection.etag()?)) {
        let answer = kit.send(Who::Nobody, request.clone())?;
        answer.must(
            kit.watch.is_not_logged_in(&request, &answer),
            "401 of this operation, or one of the contract's `x-jira-answers` for a missing session",
        )?;
        let after = connection.read()?;
        after.must(after.json() == before, format!("no change by {}", answer.request))?;
    }
    Ok(())
}

fn user_name(kit: &Kit) -> Verdict {
    for who in [Who::Admin, Who::Viewer] {
        if let Some(login) = kit.login(who) {
            if who == Who::Viewer && kit.lacks(&[Need::Viewer]).is_some() {
                continue;
            }
            let answer = kit.send(who, Request::get("/connections/summary"))?;
            let name = answer.header("x-ausername");
            answer.must(
                name.eq_ignore_ascii_case(&login.name) || name.is_empty(),
                format!("X-AUSERNAME: {}", login.name),
            )?;
        }
    }
    Ok(())
}

fn viewer_reads(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    let own = connection.now()?;
    let project = own["project"]["id"].as_str().unwrap_or(NOWHERE);
    for path in reads(&connection.path(), project) {
        let answer = kit.send(Who::Viewer, Request::get(path))?;
        answer.must(answer.status == 200, "200")?;
    }
    Ok(())
}

fn viewer_maintenance(kit: &Kit) -> Verdict {
    for path in MAINTENANCE {
        kit.send(Who::Viewer, Request::get(path))?
            .must_refuse(403, "FORBIDDEN")?;
    }
    Ok(())
}

fn viewer_changes_nothing(kit: &Kit) -> Verdict {
    let connection = kit.connection()?;
    connection.store_made_up_key()?;
    let before = connection.now()?;
    let project = before["project"]["id"].as_str().unwrap_or(NOWHERE);
    for request in changes(&connection.path(), project, Some(&connection.etag()?)) {
        let answer = kit.send(Who::Viewer, request)?;
        answer.must_refuse(403, "FORBIDDEN")?;
        let after = connection.read()?;
        after.must(after.json() == before, format!("no change by {}", answer.request))?;
    }
    Ok(())
}

fn manage(kit: &Kit, who: Who, expected: bool) -> Verdict {
    let answer = kit.send(who, Request::get("/connections/summary"))?;
    answer.ready(200)?;
    answer.must(
        answer.json()["permissions"]["manage"] == Value::Bool(expected),
        format!("permissions.manage is {expected}"),
    )
}
