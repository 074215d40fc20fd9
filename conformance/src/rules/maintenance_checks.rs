//! The checks of the way to Test IO. The kit stands in for Test IO, so that it is known what they must find.

mod keys;
mod runs;

use serde_json::{Value, json};

use crate::exchange::{Exchange, Request};
use crate::kit::{Kit, Who};
use crate::rule::{Group, Need, Rule};
use crate::test_io::Mood;
use crate::verdict::Verdict;

const PATH: &str = "/maintenance/checks";
const SOURCE: &str = "Checks of the way to Test IO";
const ACCESS: &str = "Conventions, authentication";
const RUN: &str = "operation `runChecks`";
const NEEDS: &[Need] = &[Need::Checks, Need::OwnTestIo];
const WITH_KEYS: &[Need] = &[Need::Write, Need::Checks, Need::OwnTestIo];

pub const GROUP: Group = Group {
    title: "Checks of the way to Test IO",
    rules: &[
        Rule::act(
            "maintenance-checks.login-to-read",
            "The report can't be read without a login.",
            ACCESS,
            &[],
            |kit| refused_to_nobody(kit, Request::get(PATH)),
        ),
        Rule::act(
            "maintenance-checks.login-to-run",
            "Nothing is checked without a login.",
            ACCESS,
            &[Need::Checks],
            |kit| refused_to_nobody(kit, request()),
        ),
        Rule::act(
            "maintenance-checks.viewer-reads-nothing",
            "Whoever lacks the right to administer is refused the report with 403 `FORBIDDEN`.",
            ACCESS,
            &[Need::Viewer],
            |kit| {
                kit.send(Who::Viewer, Request::get(PATH))?
                    .must_refuse(403, "FORBIDDEN")
            },
        ),
        Rule::act(
            "maintenance-checks.viewer-runs-nothing",
            "Whoever lacks the right to administer is refused a run with 403 `FORBIDDEN`, and there is none.",
            ACCESS,
            &[Need::Viewer, Need::Checks],
            viewer_runs_nothing,
        ),
        Rule::act(
            "maintenance-checks.media-type",
            "A run that is asked for with another type than `application/json` is refused with 415.",
            "response `UnsupportedMediaType`",
            &[Need::Checks],
            |kit| {
                let plain = request().with("content-type", "text/plain").text("run");
                kit.admin(plain)?.must_refuse(415, "UNSUPPORTED_MEDIA_TYPE")
            },
        ),
        Rule::act(
            "maintenance-checks.steps",
            "The report of a run has all six steps in their order.",
            SOURCE,
            &[Need::Checks],
            runs::steps,
        ),
        Rule::act(
            "maintenance-checks.over",
            "The report of a run says when it began and when it was over, and that no step is under way.",
            RUN,
            &[Need::Checks],
            runs::over,
        ),
        Rule::act(
            "maintenance-checks.kept",
            "The report of the last run is kept.",
            "operation `getChecks`",
            &[Need::Checks],
            runs::kept,
        ),
        Rule::act(
            "maintenance-checks.running",
            "While a run is under way, its report has the step that it is at, those behind it, and no `checkedAt`.",
            "operation `getChecks`",
            NEEDS,
            runs::running,
        ),
        Rule::act(
            "maintenance-checks.joined",
            "Who asks while a run is under way gets the report of that one.",
            RUN,
            NEEDS,
            runs::joined,
        ),
        Rule::act(
            "maintenance-checks.database",
            "`DATABASE` names the database and its version.",
            SOURCE,
            &[Need::Checks],
            |kit| {
                step_is(kit, "DATABASE", "PASSED with a detail", |step| {
                    step["outcome"] == "PASSED" && step["detail"].is_string()
                })
            },
        ),
        Rule::act(
            "maintenance-checks.name",
            "`NAME` passes for an address instead of a name.",
            SOURCE,
            NEEDS,
            |kit| {
                let host = kit.test_io()?.address().ip().to_string();
                step_is(
                    kit,
                    "NAME",
                    "PASSED, with the address that the plugin was told",
                    |step| step["outcome"] == "PASSED" && step["address"] == json!(host),
                )
            },
        ),
        Rule::act(
            "maintenance-checks.connect",
            "`CONNECT` has host and port of Test IO.",
            SOURCE,
            NEEDS,
            |kit| {
                let address = kit.test_io()?.address().to_string();
                step_is(kit, "CONNECT", "PASSED, with host and port", |step| {
                    step["outcome"] == "PASSED" && step["address"] == json!(address)
                })
            },
        ),
        Rule::act(
            "maintenance-checks.plain-http",
            "Where Test IO is reached by plain HTTP, `TLS` is skipped with the cause `NOT_USED`.",
            SOURCE,
            NEEDS,
            |kit| {
                step_is(kit, "TLS", "SKIPPED, NOT_USED", |step| {
                    step["outcome"] == "SKIPPED" && step["cause"] == "NOT_USED"
                })
            },
        ),
        Rule::act(
            "maintenance-checks.api",
            "`API` asks Test IO without a key, and passes when that is refused with 401.",
            SOURCE,
            NEEDS,
            api,
        ),
        Rule::act(
            "maintenance-checks.status",
            "Another status than that fails with `HTTP_STATUS`, and `httpStatus` has it.",
            "schema `CheckCause`",
            NEEDS,
            |kit| {
                let _down = kit.test_io()?.while_it_is(Mood::Down);
                step_is(kit, "API", "FAILED, HTTP_STATUS, 503", |step| {
                    step["outcome"] == "FAILED" && step["cause"] == "HTTP_STATUS" && step["httpStatus"] == 503
                })
            },
        ),
        Rule::act(
            "maintenance-checks.skipped",
            "After a step that failed, `KEYS` is skipped with the cause `EARLIER_STEP_FAILED`.",
            SOURCE,
            NEEDS,
            |kit| {
                let _down = kit.test_io()?.while_it_is(Mood::Down);
                step_is(kit, "KEYS", "SKIPPED, EARLIER_STEP_FAILED", |step| {
                    step["outcome"] == "SKIPPED" && step["cause"] == "EARLIER_STEP_FAILED"
                })
            },
        ),
        Rule::act(
            "maintenance-checks.key-accepted",
            "A stored key that Test IO accepts is counted, and its connection becomes `CONNECTED`.",
            SOURCE,
            WITH_KEYS,
            keys::accepted,
        ),
        Rule::act(
            "maintenance-checks.key-refused",
            "A stored key that Test IO refuses fails the step with `KEYS_NOT_ACCEPTED`, and is named as `KEY_REJECTED`.",
            "schema `FailedKey`",
            WITH_KEYS,
            |kit| keys::failed(kit, Mood::Well, "KEY_REJECTED"),
        ),
        Rule::act(
            "maintenance-checks.key-unreachable",
            "A key for which there is no usable answer is named as `UNREACHABLE`.",
            "schema `FailedKey`",
            WITH_KEYS,
            |kit| keys::failed(kit, Mood::DownForKeys, "UNREACHABLE"),
        ),
        Rule::act(
            "maintenance-checks.key-busy",
            "A key for which Test IO answers 429 is named as `RATE_LIMITED`; that says nothing about it.",
            "schema `FailedKey`",
            WITH_KEYS,
            keys::busy,
        ),
        Rule::act(
            "maintenance-checks.failed-key",
            "A key that was not accepted comes with the connection that stands for its account, and how many hold it.",
            "schema `FailedKey`",
            WITH_KEYS,
            keys::whose,
        ),
        Rule::act(
            "maintenance-checks.holders",
            "What comes of a key is kept with all connections that hold it.",
            SOURCE,
            WITH_KEYS,
            keys::holders,
        ),
        Rule::act(
            "maintenance-checks.each-once",
            "Test IO is asked about each stored key once.",
            SOURCE,
            WITH_KEYS,
            keys::each_once,
        ),
        Rule::act(
            "maintenance-checks.no-hint",
            "No field of the report holds the hint of a key.",
            SOURCE,
            WITH_KEYS,
            keys::no_hint,
        ),
    ],
};

/// Has all steps taken.
fn request() -> Request {
    Request::post(PATH, &json!({})).without_body()
}

/// Walks all steps.
pub(super) fn run(kit: &Kit) -> Verdict<Exchange> {
    let answer = kit.admin(request())?;
    answer.ready(200)?;
    Ok(answer)
}

fn step(report: &Value, name: &str) -> Value {
    let steps = report["steps"].as_array().into_iter().flatten();
    steps
        .into_iter()
        .find(|step| step["step"] == name)
        .cloned()
        .unwrap_or_default()
}

fn step_is(kit: &Kit, name: &str, expected: &str, is: impl Fn(&Value) -> bool) -> Verdict {
    let answer = run(kit)?;
    answer.must(is(&step(&answer.json(), name)), format!("{name} {expected}"))
}

fn refused_to_nobody(kit: &Kit, request: Request) -> Verdict {
    let answer = kit.send(Who::Nobody, request.clone())?;
    answer.must(
        kit.watch.is_not_logged_in(&request, &answer),
        "401 of this operation, or one of the contract's `x-jira-answers` for a missing session",
    )
}

fn viewer_runs_nothing(kit: &Kit) -> Verdict {
    let before = kit.admin(Request::get(PATH))?.ready(200)?;
    let refused = kit.send(Who::Viewer, request())?;
    refused.must_refuse(403, "FORBIDDEN")?;
    let after = kit.admin(Request::get(PATH))?;
    after.must(
        after.json()["startedAt"] == before["startedAt"],
        format!("no run by {}", refused.request),
    )
}

fn api(kit: &Kit) -> Verdict {
    let before = kit.test_io()?.asked_with("");
    let answer = run(kit)?;
    let api = step(&answer.json(), "API");
    answer.must(
        api["outcome"] == "PASSED" && api["httpStatus"] == 401,
        "API PASSED, with the status 401",
    )?;
    answer.must(
        kit.test_io()?.asked_with("") > before,
        "a request to Test IO without a key",
    )
}
