//! What happens between a lost answer and the next attempt, or beside it.

use leptos::prelude::*;
use testio_connection::{
    api::request::Method,
    domain::{connection::Connection, draft::KeyEntry, failure::Failure, test_report::Tested},
    state::editor::{Attempt, Outcome},
};

use super::{
    GLOBAL, GONE, KEY, NEW_HINT, NEW_KEY, NEW_LABEL, NO_KEY, OFF, PROJECT, Page, SAVE, THEIR_LABEL, at,
    connection_from, open,
};

/// Answers the next request with a 412 that says what is there in version 8.
fn refuse_as_stale(page: &Page, current: &str) {
    let body = format!(r#"{{"errorMessages":[],"errors":{{}},"code":"STALE","current":{current}}}"#);
    page.server.next().json(412, &body);
}

/// A lost write that the server got to only after the next attempt had looked used to be shown as somebody else's
/// change.
#[test]
fn one_s_own_late_write_is_no_conflict() {
    let page = open(PROJECT);
    page.type_label();
    page.lose(SAVE);
    page.attempt(SAVE);
    page.finds(PROJECT);
    let current = at(8, &[NEW_LABEL]);
    refuse_as_stale(&page, &current);
    assert_eq!(page.outcome(), Some(Outcome::Done(SAVE)));
    assert_eq!(page.writes(), 0);
}

/// A read that failed, or a test, used to make it forget the lost write; its own change then came back as a conflict.
#[test]
fn what_fails_or_works_in_between_does_not_make_it_forget() {
    let page = open(PROJECT);
    page.type_key();
    page.lose(SAVE);
    page.attempt(SAVE);
    page.server.next().json(403, r#"{"code":"FORBIDDEN"}"#);
    page.attempt(Attempt::Test(Tested::Typed));
    while page.server.open() > 1 {
        page.server.next();
    }
    page.server
        .next()
        .json(200, include_str!("../../fixtures/test-accepted.json"));
    page.attempt(SAVE);
    page.finds(&at(8, &[NEW_KEY, NEW_HINT]));
    assert_eq!(page.outcome(), Some(Outcome::Done(SAVE)));
    assert_eq!(page.writes(), 0);
}

/// Once the person had come back and the page had read what was done, trying again used to do it a second time.
#[test]
fn what_the_page_has_read_by_itself_is_recognised_too() {
    let page = open(PROJECT);
    page.lose(Attempt::RemoveKey);
    page.editor.refresh();
    page.finds(&at(8, &[NO_KEY]));
    page.attempt(Attempt::RemoveKey);
    page.finds(&at(8, &[NO_KEY]));
    assert_eq!(page.outcome(), Some(Outcome::Done(Attempt::RemoveKey)));
    assert_eq!(page.writes(), 0);
}

/// A test changes the version, so one whose answer was lost, or somebody else's, used to lead to a conflict in which
/// nothing had changed.
#[test]
fn a_mere_test_is_no_conflict() {
    let page = open(PROJECT);
    page.type_label();
    page.attempt(SAVE);
    let current = at(8, &[("\"CONNECTED\"", "\"UNREACHABLE\"")]);
    refuse_as_stale(&page, &current);
    let put = page.server.next();
    assert_eq!(
        (put.method, put.if_match.as_deref()),
        (Method::Put, Some("\"8\""))
    );
    put.json(200, &at(9, &[NEW_LABEL]));
    assert_eq!(page.outcome(), Some(Outcome::Done(SAVE)));
}

/// A 412 that did not say what is there now used to be answered by the same stale tag for ever.
#[test]
fn a_conflict_without_a_word_is_looked_into() {
    let page = open(PROJECT);
    page.type_label();
    page.attempt(SAVE);
    page.server.next().json(412, "{}");
    page.finds(&at(8, &[THEIR_LABEL]));
    assert!(matches!(
        page.outcome(),
        Some(Outcome::Failed(SAVE, Failure::Stale(Some(_))))
    ));
}

/// Switching over the lost answer must not put a typed label onto a label that nobody has seen.
#[test]
fn a_switch_that_was_done_does_not_hide_what_else_has_changed() {
    let page = open(&at(7, &GLOBAL));
    page.type_label();
    page.lose(Attempt::SetActive(false));
    page.attempt(Attempt::SetActive(false));
    page.finds(&at(9, &[GLOBAL[0], GLOBAL[1], OFF, THEIR_LABEL]));
    assert!(matches!(
        page.outcome(),
        Some(Outcome::Failed(_, Failure::Stale(Some(_))))
    ));
    assert_eq!(page.editor.label.get_untracked(), "Typed");
}

#[test]
fn what_is_read_in_the_background_never_moves_a_draft_onto_it() {
    let page = open(PROJECT);
    page.type_label();
    page.editor.refresh();
    page.finds(&at(8, &[THEIR_LABEL]));
    assert_eq!(page.editor.label.get_untracked(), "Typed");
    page.attempt(SAVE);
    assert_eq!(
        page.server.next().if_match.as_deref(),
        Some("\"7\""),
        "saving finds out"
    );
}

/// Testing the stored key reads the connection; that used to base a draft on what somebody else had saved.
#[test]
fn a_test_does_not_move_a_draft_either() {
    let page = open(PROJECT);
    page.type_label();
    page.attempt(Attempt::Test(Tested::Saved));
    page.server
        .next()
        .json(200, include_str!("../../fixtures/test-accepted.json"));
    page.finds(&at(9, &[THEIR_LABEL]));
    assert!(matches!(page.outcome(), Some(Outcome::Tested(Tested::Saved, _))));
    assert_eq!(page.server.next().path, "/connections/summary");
    page.attempt(SAVE);
    assert_eq!(
        page.server.next().if_match.as_deref(),
        Some("\"7\""),
        "saving finds out"
    );
}

/// A read from before a save used to put the old state back, in the pane, on the card and in the list.
#[test]
fn a_late_read_puts_nothing_back() {
    let page = open(&at(7, &GLOBAL));
    page.store.load_global();
    page.editor.refresh();
    let (card, pane) = (page.server.next(), page.server.next());
    page.type_label();
    page.attempt(SAVE);
    let saved = at(8, &[GLOBAL[0], GLOBAL[1], NEW_LABEL]);
    page.server.next().json(200, &saved);
    card.json(200, &at(7, &GLOBAL));
    pane.json(200, &at(7, &GLOBAL));
    let label = |shown: &Connection| shown.label().to_owned();
    assert_eq!(page.editor.stored.with_untracked(label), "Typed");
    let card = page
        .store
        .global
        .with_untracked(|global| global.ready().map(label));
    assert_eq!(card.as_deref(), Some("Typed"));
}

/// Rows that were asked for before a save, and arrive after it, are asked for again.
#[test]
fn a_late_list_puts_nothing_back() {
    let page = open(PROJECT);
    page.store.list.reload();
    let late = page.server.next();
    page.type_label();
    page.attempt(SAVE);
    page.server.next().json(200, &at(8, &[NEW_LABEL]));
    assert!(late.cancel.is_cancelled());
    let again = page.server.next();
    assert!(again.path.starts_with("/connections?"));
}

/// "Keep mine" used to write back also what the person had never touched.
#[test]
fn keeping_one_s_own_key_leaves_their_label() {
    let page = open(PROJECT);
    page.type_key();
    page.attempt(SAVE);
    let current = at(8, &[THEIR_LABEL]);
    refuse_as_stale(&page, &current);
    page.editor.rebase(connection_from(&current));
    page.attempt(SAVE);
    assert_eq!(page.server.next().body, format!(r#"{{"apiKey":"{KEY}"}}"#));
}

/// Who wanted the very same as somebody else has nothing left to save, and is told that it is saved.
#[test]
fn keeping_what_they_have_saved_too_is_done() {
    let page = open(PROJECT);
    page.type_label();
    page.editor.rebase(connection_from(&at(8, &[NEW_LABEL])));
    page.attempt(SAVE);
    assert_eq!(page.outcome(), Some(Outcome::Done(SAVE)));
    assert_eq!(page.writes(), 0);
}

/// Removing the key used to throw away a label that was typed and not yet saved.
#[test]
fn removing_the_key_keeps_a_typed_label() {
    let page = open(PROJECT);
    page.type_label();
    page.attempt(Attempt::RemoveKey);
    page.server.next().json(200, &at(8, &[NO_KEY]));
    assert_eq!(page.editor.label.get_untracked(), "Typed");
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Empty);
}

/// A space behind a label is no input, so it must not turn somebody else's label into one.
#[test]
fn a_mere_space_is_no_draft() {
    let page = open(PROJECT);
    page.editor.label.set("ACME US ".into());
    page.editor.refresh();
    page.finds(&at(8, &[THEIR_LABEL]));
    assert!(!page.editor.is_dirty());
    assert_eq!(page.editor.label.get_untracked(), "Theirs");
}

/// The row of a connection that turned out to be gone used to stay in the list.
#[test]
fn a_connection_that_is_gone_leaves_the_list_however_it_is_noticed() {
    let notice: [fn(&Page); 2] = [
        |page| page.editor.refresh(),
        |page| page.attempt(Attempt::Test(Tested::Saved)),
    ];
    for notice in notice {
        let page = open(PROJECT);
        notice(&page);
        page.server.next().json(404, GONE);
        assert!(page.editor.gone.get_untracked());
        assert_eq!(page.editor.busy.get_untracked(), None);
        let asked = [page.server.next().path, page.server.next().path];
        assert!(asked.iter().any(|path| path.starts_with("/connections?")));
    }
}

#[test]
fn a_switch_that_was_done_is_recognised_beside_a_typed_label() {
    let page = open(&at(7, &GLOBAL));
    page.type_label();
    page.lose(Attempt::SetActive(false));
    page.attempt(Attempt::SetActive(false));
    page.finds(&at(8, &[GLOBAL[0], GLOBAL[1], OFF]));
    assert_eq!(page.outcome(), Some(Outcome::Done(Attempt::SetActive(false))));
    assert_eq!(page.editor.label.get_untracked(), "Typed");
}

/// Nothing is left then that could write over what else has changed, so nobody has to decide.
#[test]
fn without_input_of_one_s_own_what_else_has_changed_is_taken_over() {
    let page = open(PROJECT);
    page.lose(Attempt::RemoveKey);
    page.attempt(Attempt::RemoveKey);
    page.finds(&at(8, &[NO_KEY, THEIR_LABEL]));
    assert_eq!(page.outcome(), Some(Outcome::Done(Attempt::RemoveKey)));
    assert_eq!(page.editor.label.get_untracked(), "Theirs");
}
