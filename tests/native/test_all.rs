//! Testing all connections: what is asked, how much of it at once, and what the page shows of it.

use leptos::prelude::*;
use serde_json::{Value, json};
use testio_connection::{
    api::RawAnswer,
    domain::{
        failure::Failure,
        filter::{ListFilter, StatusFilter},
        status::Status,
        test_round::{AT_ONCE, Phase, Round, Verdict},
    },
    state::{
        store::Store,
        test_all::{Stage, TestAll},
    },
};

use super::server::{Server, runtime};

/// The page, with a server whose answers are given by hand.
struct Page {
    _owner: Owner,
    server: Server,
    store: Store,
    round: TestAll,
    ended: RwSignal<usize>,
}

impl Page {
    fn new() -> Self {
        let owner = runtime();
        let server = Server::default();
        let store = Store::new(server.client());
        let ended = RwSignal::new(0);
        let on_end = Callback::new(move |()| ended.update(|ended| *ended += 1));
        Self {
            _owner: owner,
            server,
            store,
            round: TestAll::new(store, on_end),
            ended,
        }
    }

    /// Starts, and answers which connections there are.
    fn start(&self, project_connections: usize) {
        self.round.start(ListFilter::default());
        let global = self.server.next();
        assert_eq!(global.path, "/connections/global");
        global.json(200, include_str!("../fixtures/connection-global-inactive.json"));
        let list = self.server.next();
        assert!(list.path.contains("startAt=0&maxResults=200"), "{}", list.path);
        list.json(200, &list_of(0..project_connections));
    }

    /// Answers the oldest test.
    fn answer(&self, outcome: Value) {
        let asked = self.server.next();
        assert!(asked.path.ends_with("/test"), "{}", asked.path);
        assert_eq!(asked.body, "{}", "the stored key is tested, whatever is typed");
        asked.json(200, &outcome.to_string());
    }

    fn read<R>(&self, look: impl FnOnce(&Round) -> R) -> R {
        self.round.stage.with_untracked(|stage| match stage {
            Stage::Testing(round) => look(round),
            other => panic!("no round: {other:?}"),
        })
    }

    fn phase(&self) -> Phase {
        self.read(|round| round.phase().clone())
    }
}

fn connection(number: usize) -> Value {
    let mut connection: Value =
        serde_json::from_str(include_str!("../fixtures/connection-project.json")).unwrap();
    connection["id"] = format!("c{number}").into();
    connection
}

fn list_of(numbers: std::ops::Range<usize>) -> String {
    let values: Vec<_> = numbers.clone().map(connection).collect();
    json!({"startAt": 0, "maxResults": 200, "total": numbers.end, "isLast": true, "values": values})
        .to_string()
}

fn outcome(word: &str) -> Value {
    json!({
        "outcome": word, "products": [], "productCount": 0, "checkedAt": "2026-05-03T09:00:00Z", "durationMs": 5,
    })
}

#[test]
fn never_more_are_tested_at_once_than_the_limit() {
    let page = Page::new();
    page.start(10);
    for left in (0..10).rev() {
        assert_eq!(page.server.open(), AT_ONCE.min(left + 1));
        page.answer(outcome("ACCEPTED"));
    }
    assert_eq!(page.phase(), Phase::Complete);
    assert_eq!(page.read(|round| round.count(Verdict::Accepted)), 10);
    assert_eq!(
        page.read(|round| round.count(Verdict::NoKey)),
        1,
        "Global has none"
    );
    assert_eq!(page.ended.get_untracked(), 1);
}

#[test]
fn a_wait_that_test_io_asks_for_is_kept() {
    let page = Page::new();
    page.start(5);
    let mut limited = outcome("RATE_LIMITED");
    limited["retryAfterSeconds"] = 7.into();
    page.answer(limited);
    assert_eq!(page.phase(), Phase::Waiting(7));
    page.answer(outcome("ACCEPTED"));
    page.answer(outcome("REJECTED"));
    assert_eq!(page.server.open(), 0, "nothing is asked while waiting");
    page.round.go_on();
    assert_eq!(page.server.open(), AT_ONCE);
    for _ in 0..AT_ONCE {
        page.answer(outcome("ACCEPTED"));
    }
    assert_eq!(page.phase(), Phase::Complete);
    assert_eq!(page.read(|round| round.tested()), 5);
}

/// Jira's own "too many requests" waits at the gate, with a banner, as for every other request.
#[test]
fn what_jira_turns_away_keeps_its_place() {
    let page = Page::new();
    page.start(4);
    for _ in 0..AT_ONCE {
        page.server.next().raw(RawAnswer {
            status: 429,
            retry_after: Some("3".into()),
            ..RawAnswer::default()
        });
    }
    assert_eq!(
        page.server.open(),
        0,
        "its place is not given to another connection"
    );
    page.store.recovery.send_again();
    assert_eq!(page.server.open(), AT_ONCE);
    for _ in 0..4 {
        page.answer(outcome("ACCEPTED"));
    }
    assert_eq!(page.phase(), Phase::Complete);
}

#[test]
fn stopping_gives_up_what_is_under_way() {
    let page = Page::new();
    page.start(6);
    page.answer(outcome("ACCEPTED"));
    let under_way = page.server.next();
    page.round.stop();
    assert!(under_way.cancel.is_cancelled());
    under_way.json(200, &outcome("REJECTED").to_string());
    assert_eq!(page.phase(), Phase::Stopped);
    assert_eq!(
        page.read(|round| (round.tested(), round.count(Verdict::Rejected))),
        (1, 0)
    );
    assert_eq!(page.ended.get_untracked(), 1);
}

#[test]
fn one_failure_is_one_verdict_and_no_network_is_the_end() {
    let page = Page::new();
    page.start(5);
    page.server.next().json(500, "{}");
    assert_eq!(page.phase(), Phase::Running);
    page.server.next().fail(testio_connection::api::NoAnswer::Offline);
    assert_eq!(page.phase(), Phase::BrokenOff(Failure::Offline));
    assert_eq!(page.read(|round| round.count(Verdict::Failed)), 1);
    assert_eq!(page.ended.get_untracked(), 1);
}

#[test]
fn a_row_on_the_page_shows_what_came_of_its_test() {
    let page = Page::new();
    page.store.list.reload();
    page.server.next().json(200, &list_of(0..1));
    page.round
        .start(ListFilter::by_status(StatusFilter::Only(Status::Connected)));
    let list = page.server.next();
    assert!(
        list.path.ends_with("&status=CONNECTED"),
        "Global is not part of it: {}",
        list.path
    );
    list.json(200, &list_of(0..1));
    page.answer(outcome("REJECTED"));
    let read = page.server.next();
    assert_eq!(read.path, "/connections/c0");
    let mut newest = connection(0);
    newest["status"] = "KEY_REJECTED".into();
    newest["version"] = 99.into();
    read.json(200, &newest.to_string());
    let shown = page
        .store
        .list
        .rows
        .with_untracked(|rows| rows.get(0).map(|row| row.status));
    assert_eq!(shown, Some(Status::KeyRejected));
    assert_eq!(page.phase(), Phase::Complete);
}

#[test]
fn a_list_that_cannot_be_had_tests_nothing() {
    let page = Page::new();
    page.round.start(ListFilter::default());
    page.server.next().json(503, "{}");
    let failed = page
        .round
        .stage
        .with_untracked(|stage| matches!(stage, Stage::NotCollected(Failure::Server(_))));
    assert!(failed);
    assert_eq!(page.server.open(), 0);
}

#[test]
fn long_lists_are_read_page_by_page() {
    let page = Page::new();
    page.round
        .start(ListFilter::by_status(StatusFilter::Only(Status::Connected)));
    let part = |numbers: std::ops::Range<usize>| {
        let start = numbers.start;
        let values: Vec<_> = numbers.map(connection).collect();
        json!({"startAt": start, "maxResults": 200, "total": 203, "isLast": false, "values": values})
            .to_string()
    };
    page.server.next().json(200, &part(0..200));
    let second = page.server.next();
    assert!(second.path.contains("startAt=200&"), "{}", second.path);
    second.json(200, &part(200..203));
    assert_eq!(page.read(Round::to_test), 203);
}

/// While it is busy the dialog offers to stop, and afterwards to test again.
#[test]
fn it_is_busy_from_the_start_to_the_last_verdict() {
    let page = Page::new();
    assert!(!page.round.is_busy());
    page.round.start(ListFilter::default());
    assert!(page.round.is_busy(), "it finds out which connections there are");
    page.server.next().json(503, "{}");
    assert!(!page.round.is_busy(), "they could not be found out");
    page.start(1);
    assert!(page.round.is_busy());
    page.answer(outcome("ACCEPTED"));
    assert!(!page.round.is_busy());
}

#[test]
fn a_round_that_is_forgotten_leaves_nothing_behind() {
    let page = Page::new();
    page.start(1);
    let late = page.server.next();
    page.round.forget();
    assert!(late.cancel.is_cancelled());
    late.json(200, &outcome("ACCEPTED").to_string());
    assert!(
        page.round
            .stage
            .with_untracked(|stage| matches!(stage, Stage::Idle))
    );
}

#[test]
fn a_test_that_was_put_off_has_changed_no_row() {
    let page = Page::new();
    page.store.list.reload();
    page.server.next().json(200, &list_of(0..1));
    page.start(1);
    page.answer(outcome("RATE_LIMITED"));
    assert!(matches!(page.phase(), Phase::Waiting(_)));
    assert_eq!(page.server.open(), 0);
}
