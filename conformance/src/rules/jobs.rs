//! What the plugin does by itself, and who is notified when it fails.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::instant;
use crate::exchange::{Exchange, Request};
use crate::kit::{Kit, NO_JOB};
use crate::rule::{Group, Need, Rule};
use crate::verdict::{Verdict, not_checked};

const PATH: &str = "/maintenance/jobs";
const SCHEMA: &str = "schema `Job`";
const UPDATE: &str = "operation `updateJob`";

pub const GROUP: Group = Group {
    title: "Jobs",
    rules: &[
        Rule::act(
            "jobs.never-run",
            "A job is `NEVER_RUN` as long as it has had no run, and only then; it has no `lastRunAt` and no `statusSince`.",
            SCHEMA,
            &[],
            never_run,
        ),
        Rule::act(
            "jobs.status",
            "A job that does not run has the status of its last run.",
            SCHEMA,
            &[],
            status,
        ),
        Rule::act(
            "jobs.last-run",
            "`lastRunAt` is when the last run that is over began, the first one in `runs`.",
            SCHEMA,
            &[],
            last_run,
        ),
        Rule::act(
            "jobs.newest-first",
            "`runs` come newest first.",
            SCHEMA,
            &[],
            newest_first,
        ),
        Rule::act(
            "jobs.since",
            "`statusSince` is the end of the first of the runs in a row that came to this.",
            SCHEMA,
            &[],
            since,
        ),
        Rule::act(
            "jobs.notify",
            "Whether administrators are notified is kept, of this job alone, and answered.",
            UPDATE,
            &[Need::Write],
            notify,
        ),
        Rule::act(
            "jobs.notify-again",
            "Saying again what is so already is answered 200 and changes nothing.",
            UPDATE,
            &[Need::Write],
            notify_again,
        ),
        Rule::act(
            "jobs.unknown",
            "A job that does not exist is answered 404 `JOB_NOT_FOUND`.",
            "response `JobNotFound`",
            &[Need::Write],
            unknown,
        ),
        Rule::act(
            "jobs.form",
            "A body without `notify`, with another type of it, or with another field is refused with 400 `INVALID_REQUEST`.",
            "schema `UpdateJob`",
            &[Need::Write],
            form,
        ),
    ],
};

fn list(kit: &Kit) -> Verdict<(Exchange, Vec<Value>)> {
    let answer = kit.admin(Request::get(PATH))?;
    let body = answer.ready(200)?;
    match body["jobs"].as_array() {
        Some(jobs) if !jobs.is_empty() => Ok((answer, jobs.clone())),
        _ => not_checked("there are no jobs"),
    }
}

/// Holds each job to something.
fn each(kit: &Kit, holds: fn(&Value) -> bool, expected: &str) -> Verdict {
    let (answer, jobs) = list(kit)?;
    for job in jobs {
        answer.must(holds(&job), format!("of {}: {expected}", job["id"]))?;
    }
    Ok(())
}

fn runs(job: &Value) -> &[Value] {
    job["runs"].as_array().map_or(&[], Vec::as_slice)
}

fn never_run(kit: &Kit) -> Verdict {
    each(
        kit,
        |job| {
            let none = runs(job).is_empty();
            let never = job["status"] == "NEVER_RUN";
            let running = job["status"] == "RUNNING";
            (never == none || running && none)
                && (!none || job["lastRunAt"].is_null())
                && (!never || job["statusSince"].is_null())
        },
        "NEVER_RUN, without times, if there is no run, and only then",
    )
}

fn status(kit: &Kit) -> Verdict {
    each(
        kit,
        |job| match job["status"].as_str() {
            Some("SUCCEEDED" | "FAILED") => runs(job)
                .first()
                .is_some_and(|run| run["outcome"] == job["status"]),
            _ => true,
        },
        "the outcome of the last run",
    )
}

fn last_run(kit: &Kit) -> Verdict {
    each(
        kit,
        |job| match runs(job).first() {
            Some(run) => instant(&run["startedAt"]) == instant(&job["lastRunAt"]),
            None => true,
        },
        "lastRunAt: startedAt of the first run",
    )
}

fn newest_first(kit: &Kit) -> Verdict {
    each(
        kit,
        |job| {
            let times: Vec<_> = runs(job)
                .iter()
                .rev()
                .map(|run| instant(&run["startedAt"]))
                .collect();
            times.is_sorted()
        },
        "runs newest first",
    )
}

fn since(kit: &Kit) -> Verdict {
    each(
        kit,
        |job| {
            if !matches!(job["status"].as_str(), Some("SUCCEEDED" | "FAILED")) {
                return true;
            }
            let alike: Vec<_> = runs(job)
                .iter()
                .take_while(|run| run["outcome"] == job["status"])
                .collect();
            let (first, since) = (
                alike.last().and_then(|run| end(run)),
                instant(&job["statusSince"]),
            );
            // Without a run of another kind among them, it may have begun before those that are told.
            let may_be_older = alike.len() == runs(job).len();
            since.is_some() && (since == first || may_be_older && since < first)
        },
        "statusSince: the end of the first of the runs in a row that came to this",
    )
}

fn end(run: &Value) -> Option<Timestamp> {
    let took = SignedDuration::from_millis(run["durationMs"].as_i64()?);
    instant(&run["startedAt"])?.checked_add(took).ok()
}

fn put(kit: &Kit, id: &str, body: &Value) -> Verdict<Exchange> {
    kit.admin(Request::put(format!("{PATH}/{id}"), body))
}

fn notified(jobs: &[Value]) -> Vec<(&Value, &Value)> {
    jobs.iter().map(|job| (&job["id"], &job["notify"])).collect()
}

fn notify(kit: &Kit) -> Verdict {
    let (_, before) = list(kit)?;
    let (Some(id), Some(was)) = (before[0]["id"].as_str(), before[0]["notify"].as_bool()) else {
        return not_checked("the first job has no id, or does not say who is notified");
    };
    let changed = switch(kit, id, was, &before);
    // Whatever came of it, it is to be as before.
    put(kit, id, &json!({ "notify": was }))?.ready(200)?;
    changed
}

fn switch(kit: &Kit, id: &str, was: bool, before: &[Value]) -> Verdict {
    let answer = put(kit, id, &json!({ "notify": !was }))?;
    let body = answer.ready(200)?;
    answer.must(
        body["id"] == id && body["notify"] == !was,
        format!("{id} with notify: {}", !was),
    )?;
    let (answer, after) = list(kit)?;
    let mut expected = before.to_vec();
    expected[0]["notify"] = json!(!was);
    answer.must(
        notified(&after) == notified(&expected),
        format!("notify: {} of {id}, and of the others as before", !was),
    )
}

fn notify_again(kit: &Kit) -> Verdict {
    let (_, before) = list(kit)?;
    for job in &before {
        let answer = put(
            kit,
            job["id"].as_str().unwrap_or(NO_JOB),
            &json!({ "notify": job["notify"] }),
        )?;
        answer.must(answer.status == 200, "200")?;
        let body = answer.json();
        answer.must(
            body["notify"] == job["notify"],
            format!("notify: {}", job["notify"]),
        )?;
    }
    let (answer, after) = list(kit)?;
    answer.must(notified(&after) == notified(&before), "no change")
}

fn unknown(kit: &Kit) -> Verdict {
    put(kit, NO_JOB, &json!({ "notify": true }))?.must_refuse(404, "JOB_NOT_FOUND")
}

fn form(kit: &Kit) -> Verdict {
    for body in [
        json!({}),
        json!({ "notify": "yes" }),
        json!({ "notify": null }),
        json!({ "notify": true, "conformance": 1 }),
    ] {
        put(kit, NO_JOB, &body)?.must_refuse(400, "INVALID_REQUEST")?;
    }
    Ok(())
}
