//! What is said of a run, step by step.

use super::{
    Cause, CheckedStep, Outcome, Progress, Reason, Report, Run, Step, Verdict, Versions, host_and_port,
};
use crate::domain::time::Timestamp;

fn report(run: Run, outcomes: &[(Step, Outcome)]) -> Report {
    let steps = outcomes.iter().map(|(step, outcome)| CheckedStep {
        step: *step,
        outcome: *outcome,
        duration_ms: 1,
        http_status: None,
        detail: None,
        address: None,
        proxy: None,
    });
    Report {
        started_at: None,
        run,
        steps: steps.collect(),
        keys_accepted: 0,
        keys_failed: Vec::new(),
        versions: Versions {
            plugin: "1".into(),
            jira: "2".into(),
            runtime: "3".into(),
            database: "4".into(),
        },
    }
}

fn over() -> Run {
    Run::Over(Timestamp::new("2026-05-03T09:15:00Z"))
}

/// Nobody may take a step for one that passed before the server has said so.
#[test]
fn a_step_is_only_what_the_server_says() {
    let under_way = report(
        Run::UnderWay(Some(Step::Connect)),
        &[(Step::Database, Outcome::Passed), (Step::Name, Outcome::Passed)],
    );
    let done = |progress| matches!(progress, Progress::Done(_));
    assert!(done(under_way.progress(Step::Database)) && done(under_way.progress(Step::Name)));
    assert_eq!(under_way.progress(Step::Connect), Progress::Running);
    for later in [Step::Tls, Step::Api, Step::Keys] {
        assert_eq!(under_way.progress(later), Progress::NotYet);
    }
    for step in Step::ALL {
        assert_eq!(report(Run::Never, &[]).progress(step), Progress::NotYet);
        assert_eq!(report(over(), &[]).progress(step), Progress::NotYet);
        assert_eq!(report(Run::UnderWay(None), &[]).progress(step), Progress::NotYet);
    }
}

#[test]
fn a_run_comes_to_what_failed_first() {
    let passed = Outcome::Passed;
    let failed = Outcome::Failed(Cause::Refused);
    let skipped = Outcome::Skipped(Reason::NothingStored);
    for (outcomes, verdict) in [
        (
            vec![(Step::Database, passed), (Step::Keys, skipped)],
            Verdict::Passed,
        ),
        (
            vec![
                (Step::Database, passed),
                (Step::Connect, failed),
                (Step::Keys, failed),
            ],
            Verdict::Failed(Step::Connect),
        ),
    ] {
        assert_eq!(report(over(), &outcomes).verdict(), verdict);
    }
    assert_eq!(report(Run::Never, &[]).verdict(), Verdict::NeverRun);
    let failing = report(Run::UnderWay(Some(Step::Keys)), &[(Step::Name, failed)]);
    assert_eq!(failing.verdict(), Verdict::UnderWay(Some(Step::Keys)));
}

#[test]
fn firewalls_are_told_a_host_and_a_port() {
    for (address, pair) in [
        ("api.test.io:443", Some(("api.test.io", "443"))),
        ("[2001:db8::7]:443", Some(("[2001:db8::7]", "443"))),
        ("api.test.io", None),
        ("https://api.test.io:8443", None),
        ("https://api.test.io/customer/v2", None),
        ("api.test.io:", None),
        (":443", None),
    ] {
        assert_eq!(host_and_port(address), pair, "{address}");
    }
}
