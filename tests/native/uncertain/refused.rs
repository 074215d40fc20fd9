//! Writes that are refused only because tests, whose outcome nobody enters, have made new versions meanwhile.

use leptos::prelude::*;
use testio_connection::{
    api::{NoAnswer, RawAnswer, request::Method},
    domain::{failure::Failure, test_report::Tested},
    state::editor::{Attempt, Editor, Outcome},
};
use zeroize::Zeroizing;

use super::{
    super::server::{Asked, settle},
    NEW_LABEL, PROJECT, Page, SAVE, THEIR_LABEL, at, connection_from, open,
};

/// Refuses a write, which is based on the version before this one.
fn refuse(write: Asked, version: u32, replaced: &[(&str, &str)]) {
    assert_ne!(write.method, Method::Get);
    let base = format!("\"{}\"", version - 1);
    assert_eq!(write.if_match, Some(base));
    let current = at(version, replaced);
    let stale = format!(r#"{{"errorMessages":[],"errors":{{}},"code":"STALE","current":{current}}}"#);
    write.json(412, &stale);
}

fn failed_as_stale(page: &Page, attempt: Attempt) -> bool {
    matches!(page.outcome(), Some(Outcome::Failed(of, Failure::Stale(Some(_)))) if of == attempt)
}

/// This used to be told as somebody else's change, beside an empty list of what they had changed.
#[test]
fn where_nothing_differs_nobody_is_blamed() {
    for attempt in [SAVE, Attempt::RemoveKey, Attempt::Delete] {
        let page = open(PROJECT);
        page.type_label();
        page.attempt(attempt);
        for version in 8..=10 {
            assert_eq!(page.outcome(), None, "{attempt:?} goes on");
            refuse(page.server.next(), version, &[]);
        }
        assert_eq!(page.server.open(), 0, "{attempt:?} ends");
        assert_eq!(
            page.outcome(),
            Some(Outcome::Failed(attempt, Failure::Stale(None)))
        );
        assert_eq!(page.editor.busy.get_untracked(), None);
        assert_eq!(page.editor.label.get_untracked(), "Typed");
    }
}

/// A proxy that changes `If-Match` gets every write refused, whatever version it names.
#[test]
fn a_refusal_of_the_very_version_that_is_there_ends_too() {
    for current in [Some(PROJECT), None] {
        for attempt in [SAVE, Attempt::Delete] {
            let page = open(PROJECT);
            page.type_label();
            page.attempt(attempt);
            for _ in 0..3 {
                let write = page.server.next();
                assert_eq!(write.if_match.as_deref(), Some("\"7\""));
                match current {
                    Some(current) => write.json(412, &format!(r#"{{"code":"STALE","current":{current}}}"#)),
                    None => {
                        write.json(412, "{}");
                        page.finds(PROJECT);
                    }
                }
            }
            assert_eq!(page.server.open(), 0);
            assert_eq!(
                page.outcome(),
                Some(Outcome::Failed(attempt, Failure::Stale(None)))
            );
        }
    }
}

#[test]
fn a_deletion_that_was_refused_because_of_a_mere_test_is_done() {
    let page = open(PROJECT);
    page.attempt(Attempt::Delete);
    refuse(page.server.next(), 8, &[]);
    let again = page.server.next();
    assert_eq!(
        (again.method, again.if_match.as_deref()),
        (Method::Delete, Some("\"8\""))
    );
    again.raw(RawAnswer {
        status: 204,
        ..RawAnswer::default()
    });
    assert!(page.deleted.get_untracked());
    assert_eq!(page.outcome(), Some(Outcome::Done(Attempt::Delete)));
}

#[test]
fn what_somebody_has_just_worked_on_is_not_deleted() {
    let page = open(PROJECT);
    page.attempt(Attempt::Delete);
    refuse(page.server.next(), 8, &[THEIR_LABEL]);
    assert!(failed_as_stale(&page, Attempt::Delete));
    assert!(!page.deleted.get_untracked());
    assert_eq!(page.writes(), 0);
}

/// Nobody has lost an answer here: the label that is there now is somebody else's, even if it is the same.
#[test]
fn what_somebody_else_saved_is_not_taken_for_one_s_own() {
    let page = open(PROJECT);
    page.type_label();
    page.attempt(SAVE);
    refuse(page.server.next(), 8, &[NEW_LABEL]);
    assert!(failed_as_stale(&page, SAVE));
}

/// What a test found says nothing about a write, so the next write need not look first.
#[test]
fn a_test_without_an_answer_leaves_no_write_open() {
    let page = open(PROJECT);
    page.type_label();
    page.attempt(Attempt::Test(Tested::Saved));
    page.server.next().fail(NoAnswer::TimedOut);
    page.attempt(SAVE);
    assert_eq!(page.server.next().method, Method::Put);
}

/// The pane was left while its connection was being deleted, or its key tested.
#[test]
fn an_answer_that_finds_no_pane_is_told_to_the_list_at_most() {
    for (attempt, status, asked) in [
        (Attempt::Delete, 503, 0),
        (Attempt::Delete, 404, 2),
        (Attempt::Test(Tested::Saved), 503, 0),
    ] {
        let page = open(PROJECT);
        let pane = Owner::current().unwrap().child();
        let editor = pane.with(|| {
            Editor::new(
                page.store,
                connection_from(PROJECT),
                Callback::new(|_| panic!("nobody is there to be told")),
            )
        });
        editor.attempt(attempt, &Zeroizing::new(String::new()));
        settle();
        let late = page.server.next();
        pane.cleanup();
        late.json(status, super::GONE);
        assert_eq!(page.server.open(), asked, "{attempt:?} {status}");
    }
}
