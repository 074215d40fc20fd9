//! The checks: whose run is shown, what is said of it while it is under way, and what becomes of a lost answer.

use leptos::prelude::*;
use testio_connection::{
    api::NoAnswer,
    domain::{
        check::{Progress, Report, Step, Verdict},
        failure::Failure,
    },
    state::maintenance::{
        Maintenance, Right,
        health::{Health, Shown},
    },
};

use super::{
    gate::turned_away,
    server::{Server, runtime},
};

const OVER: &str = include_str!("../fixtures/check-report.json");

/// A report of a run that began at this minute; over, or at a step.
fn report(minute: u8, running: Option<&str>) -> String {
    let started = format!("2026-05-03T09:{minute:02}:00Z");
    let (checked, running) = match running {
        Some(step) => ("null".to_owned(), format!("\"{step}\"")),
        None => (format!("\"{started}\""), "null".to_owned()),
    };
    format!(
        r#"{{"startedAt":"{started}","checkedAt":{checked},"running":{running},"steps":[
            {{"step":"DATABASE","outcome":"PASSED","durationMs":2,"cause":null,"httpStatus":null,"detail":null,"address":null,"proxy":null}}],
            "keys":{{"accepted":0,"failed":[]}},"versions":{{"plugin":"1","jira":"2","runtime":"3","database":"4"}}}}"#
    )
}

/// The tab with what a server says at first.
fn opened(server: &Server, first: &str) -> (Maintenance, Health) {
    let maintenance = Maintenance::new(server.client());
    let health = Health::read(maintenance);
    assert_eq!(health.shown.get_untracked(), Shown::Loading);
    server.next().json(200, first);
    (maintenance, health)
}

fn shown(health: Health) -> Report {
    match health.shown.get_untracked() {
        Shown::Report(report) => report,
        other => panic!("no report: {other:?}"),
    }
}

fn is_under_way(health: Health) -> bool {
    untrack(move || health.is_under_way())
}

#[test]
fn of_a_run_that_was_asked_for_nothing_is_said_before_the_server_does() {
    let _owner = runtime();
    let server = Server::default();
    let (_, health) = opened(&server, OVER);
    assert_eq!(shown(health).verdict(), Verdict::Failed(Step::Keys));
    health.run();
    let asked = server.next();
    assert_eq!(
        (asked.method.name(), asked.path.as_str()),
        ("POST", "/maintenance/checks")
    );
    assert_eq!(
        health.shown.get_untracked(),
        Shown::Begun,
        "the last report is another run's"
    );
    // The question was faster than the run.
    health.follow();
    server.next().json(200, OVER);
    assert_eq!(health.shown.get_untracked(), Shown::Begun);
    health.follow();
    server.next().json(200, &report(20, Some("NAME")));
    let under_way = shown(health);
    assert_eq!(under_way.progress(Step::Name), Progress::Running);
    assert_eq!(under_way.progress(Step::Connect), Progress::NotYet);
    asked.json(200, &report(20, None));
    assert_eq!(shown(health).verdict(), Verdict::Passed);
    assert!(!is_under_way(health));
}

#[test]
fn a_late_word_on_how_far_it_was_does_not_undo_the_answer() {
    let _owner = runtime();
    let server = Server::default();
    let (_, health) = opened(&server, OVER);
    health.run();
    let asked = server.next();
    health.follow();
    let late = server.next();
    health.follow();
    assert_eq!(server.open(), 0, "one question at a time");
    asked.json(200, &report(20, None));
    late.json(200, &report(20, Some("NAME")));
    assert_eq!(shown(health).verdict(), Verdict::Passed);
}

#[test]
fn a_failing_word_on_how_far_it_is_leaves_the_run_alone() {
    let _owner = runtime();
    let server = Server::default();
    let (_, health) = opened(&server, OVER);
    health.run();
    let asked = server.next();
    health.follow();
    server.next().fail(NoAnswer::Offline);
    assert_eq!(health.shown.get_untracked(), Shown::Begun);
    asked.json(200, &report(20, None));
    assert_eq!(shown(health).verdict(), Verdict::Passed);
    assert_eq!(health.failure.get_untracked(), None);
}

#[test]
fn after_a_lost_answer_the_report_is_recognised() {
    let _owner = runtime();
    let server = Server::default();
    for (found, verdict) in [
        (report(20, None), Verdict::Passed),
        (report(20, Some("KEYS")), Verdict::UnderWay(Some(Step::Keys))),
    ] {
        let (_, health) = opened(&server, OVER);
        health.run();
        server.next().fail(NoAnswer::Offline);
        let looks = server.next();
        assert_eq!(looks.method.name(), "GET");
        looks.json(200, &found);
        assert_eq!(shown(health).verdict(), verdict);
        assert_eq!(health.failure.get_untracked(), None);
        assert_eq!(is_under_way(health), verdict != Verdict::Passed, "to be followed");
    }
}

#[test]
fn a_run_that_was_not_done_says_so_and_the_last_report_is_back() {
    let _owner = runtime();
    let server = Server::default();
    let (_, health) = opened(&server, OVER);
    let before = shown(health);
    health.run();
    server.next().fail(NoAnswer::Offline);
    server.next().json(200, OVER);
    assert_eq!(health.failure.get_untracked(), Some(Failure::Offline));
    assert_eq!(shown(health), before);
    health.run();
    assert_eq!(health.failure.get_untracked(), None, "it is tried again");
    server.next().fail(NoAnswer::NotSent);
    assert_eq!(server.open(), 0, "what never left needs no look");
    assert_eq!(health.failure.get_untracked(), Some(Failure::NotSent));
}

#[test]
fn somebody_else_s_run_is_followed_and_not_started_twice() {
    let _owner = runtime();
    let server = Server::default();
    let (_, health) = opened(&server, &report(20, Some("CONNECT")));
    assert!(is_under_way(health));
    health.run();
    assert_eq!(server.open(), 0);
    health.follow();
    server.next().json(200, &report(20, None));
    assert!(!is_under_way(health));
    assert_eq!(shown(health).verdict(), Verdict::Passed);
}

#[test]
fn a_missing_right_is_noted_wherever_it_is_missed() {
    let _owner = runtime();
    let server = Server::default();
    let forbidden = r#"{"errorMessages":[],"errors":{},"code":"FORBIDDEN"}"#;
    let (maintenance, health) = opened(&server, OVER);
    assert_eq!(maintenance.right.get_untracked(), Right::Assumed);
    health.run();
    server.next().json(403, forbidden);
    assert_eq!(maintenance.right.get_untracked(), Right::Missing);
    maintenance.try_again();
    assert_eq!(maintenance.right.get_untracked(), Right::Assumed);
    let _health = Health::read(maintenance);
    server.next().json(403, forbidden);
    assert_eq!(maintenance.right.get_untracked(), Right::Missing);
}

#[test]
fn who_comes_back_after_a_login_goes_on() {
    let _owner = runtime();
    let server = Server::default();
    let maintenance = Maintenance::new(server.client());
    let _health = Health::read(maintenance);
    server.next().raw(turned_away(401));
    assert_eq!(server.open(), 0, "it waits for a login");
    maintenance.person_returned();
    assert_eq!(server.open(), 1);
}

#[test]
fn what_was_said_of_the_own_run_stays_when_the_next_word_on_it_fails() {
    let _owner = runtime();
    let server = Server::default();
    let (_, health) = opened(&server, OVER);
    health.run();
    let _asked = server.next();
    health.follow();
    server.next().json(200, &report(20, Some("NAME")));
    health.follow();
    server.next().fail(NoAnswer::Offline);
    assert_eq!(shown(health).progress(Step::Name), Progress::Running);
}

/// Nothing else will say what became of it.
#[test]
fn that_somebody_else_s_run_can_t_be_followed_is_said() {
    let _owner = runtime();
    let server = Server::default();
    let (_, health) = opened(&server, &report(20, Some("CONNECT")));
    health.follow();
    server.next().fail(NoAnswer::Offline);
    assert_eq!(health.shown.get_untracked(), Shown::NotLoaded(Failure::Offline));
}
