//! Runs, from their beginning to what is kept of them.

use serde_json::Value;

use super::{PATH, request, run};
use crate::exchange::{Exchange, Request};
use crate::kit::Kit;
use crate::rules::instant;
use crate::test_io::Mood;
use crate::verdict::{Verdict, not_checked};

const STEPS: [&str; 6] = ["DATABASE", "NAME", "CONNECT", "TLS", "API", "KEYS"];

pub(super) fn steps(kit: &Kit) -> Verdict {
    let answer = run(kit)?;
    let steps = answer.json()["steps"].clone();
    let names: Vec<&str> = steps
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|step| step["step"].as_str())
        .collect();
    answer.must(names == STEPS, format!("the steps {}", STEPS.join(", ")))
}

pub(super) fn over(kit: &Kit) -> Verdict {
    let answer = run(kit)?;
    let report = answer.json();
    let (began, over) = (instant(&report["startedAt"]), instant(&report["checkedAt"]));
    answer.must(
        began.is_some() && began <= over && report["running"].is_null(),
        "startedAt, a checkedAt that is not before it, and nothing running",
    )
}

pub(super) fn kept(kit: &Kit) -> Verdict {
    let report = run(kit)?.json();
    let read = kit.admin(Request::get(PATH))?;
    let kept = read.ready(200)?;
    for field in ["startedAt", "checkedAt", "running", "steps", "keys"] {
        read.must(
            kept[field] == report[field],
            format!("{field}: {}", report[field]),
        )?;
    }
    Ok(())
}

/// The first report that has a step under way, before it is over; `None` if there was none.
fn under_way(kit: &Kit, over: &dyn Fn() -> bool) -> Verdict<Option<Exchange>> {
    while !over() {
        let answer = kit.admin(Request::get(PATH))?;
        if !answer.ready(200)?["running"].is_null() {
            return Ok(Some(answer));
        }
    }
    Ok(None)
}

pub(super) fn running(kit: &Kit) -> Verdict {
    let _slow = kit.test_io()?.while_it_is(Mood::Slow);
    let (over, seen) = kit.meanwhile(&request(), |over| under_way(kit, over))?;
    let report = over.ready(200)?;
    let Some(seen) = seen else {
        return over.must(false, "a report with `running` before this answer");
    };
    let now = seen.json();
    let list = |report: &Value| report["steps"].as_array().cloned().unwrap_or_default();
    seen.must(
        now["checkedAt"].is_null()
            && now["startedAt"] == report["startedAt"]
            && list(&report).starts_with(&list(&now)),
        format!("no checkedAt, and the beginning of {report}"),
    )
}

pub(super) fn joined(kit: &Kit) -> Verdict {
    let _slow = kit.test_io()?.while_it_is(Mood::Slow);
    let (first, second) = kit.meanwhile(&request(), |over| match under_way(kit, over)? {
        Some(_) => kit.admin(request()),
        None => not_checked("no run was seen under way"),
    })?;
    let (report, joined) = (first.ready(200)?, second.ready(200)?);
    second.must(
        joined["startedAt"] == report["startedAt"] && joined["checkedAt"] == report["checkedAt"],
        format!("the report of the run that was under way: {report}"),
    )
}
