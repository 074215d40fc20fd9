//! The open connection: what is sent, what stays, what wins.

mod everywhere;
mod fields;

use leptos::prelude::*;
use testio_connection::{
    api::{NoAnswer, request::Method},
    domain::{
        draft::{KeyEntry, Verify},
        failure::{Failure, KeyRefusal},
        test_report::Tested,
    },
    state::{
        editor::{Attempt, Editor, KeyError, LabelError, Outcome},
        store::Store,
    },
};
use zeroize::Zeroizing;

use super::server::{Server, connection_from, runtime, settle};

const KEY: &str = "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f";
const PROJECT: &str = include_str!("../fixtures/connection-project.json");
const SAVE: Attempt = Attempt::Save(Verify::First);

struct Page {
    owner: Owner,
    server: Server,
    store: Store,
    editor: Editor,
    deleted: RwSignal<bool>,
}

fn open() -> Page {
    let owner = runtime();
    let server = Server::default();
    let deleted = RwSignal::new(false);
    let store = Store::new(server.client());
    let editor = Editor::new(
        store,
        connection_from(PROJECT),
        Callback::new(move |_| deleted.set(true)),
    );
    Page {
        owner,
        server,
        store,
        editor,
        deleted,
    }
}

impl Page {
    fn type_key(&self) {
        self.editor.replace_key();
        self.editor.key_typed(false);
    }

    fn attempt(&self, attempt: Attempt) {
        self.editor.attempt(attempt, &Zeroizing::new(KEY.to_owned()));
        settle();
    }
}

/// It said that the connection was gone while that was being saved, and the form went with what was typed.
#[test]
fn a_read_that_is_answered_during_a_write_says_nothing() {
    let page = open();
    page.editor.refresh();
    settle();
    let read = page.server.next();
    page.type_key();
    page.attempt(SAVE);
    read.json(404, r#"{"code":"CONNECTION_NOT_FOUND"}"#);
    settle();
    assert!(!page.editor.gone.get_untracked());
    page.server.next().json(200, PROJECT);
    assert_eq!(page.editor.outcome.get_untracked(), Some(Outcome::Done(SAVE)));
}

#[test]
fn saving_sends_what_changed_with_the_version_it_is_based_on() {
    let page = open();
    page.type_key();
    page.attempt(SAVE);
    let put = page.server.next();
    assert_eq!(
        (put.method, put.path.as_str(), put.if_match.as_deref()),
        (Method::Put, "/connections/42", Some("\"7\""))
    );
    assert_eq!(put.body, format!(r#"{{"apiKey":"{KEY}"}}"#));
    put.json(200, PROJECT);
    assert_eq!(page.editor.outcome.get_untracked(), Some(Outcome::Done(SAVE)));
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Kept);
}

#[test]
fn save_twice_is_save_once() {
    let page = open();
    page.type_key();
    page.attempt(SAVE);
    page.attempt(SAVE);
    assert_eq!(page.server.open(), 1);
}

/// A browser that fills in the field must not get its content saved.
#[test]
fn an_untouched_key_is_never_sent() {
    let page = open();
    page.attempt(SAVE);
    assert_eq!(page.server.open(), 0);
    page.editor.label.set("Another label".into());
    page.attempt(SAVE);
    assert_eq!(page.server.next().body, r#"{"accountLabel":"Another label"}"#);
}

#[test]
fn a_refused_key_is_said_at_the_field_and_what_was_typed_stays() {
    let page = open();
    page.type_key();
    page.editor.label.set("Typed label".into());
    page.attempt(SAVE);
    let body = r#"{"errorMessages":[],"errors":{"apiKey":"no"},"code":"KEY_REJECTED"}"#;
    page.server.next().json(422, body);
    assert_eq!(
        page.editor.key_error.get_untracked(),
        Some(KeyError::Refused(KeyRefusal::Rejected))
    );
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Typed);
    assert_eq!(page.editor.label.get_untracked(), "Typed label");
    assert_eq!(page.editor.busy.get_untracked(), None);
}

#[test]
fn a_lost_answer_ends_in_a_visible_state() {
    for (reason, failure) in [
        (NoAnswer::Offline, Failure::Offline),
        (NoAnswer::TimedOut, Failure::TimedOut),
    ] {
        let page = open();
        page.type_key();
        page.attempt(SAVE);
        page.server.next().fail(reason);
        assert_eq!(
            page.editor.outcome.get_untracked(),
            Some(Outcome::Failed(SAVE, failure))
        );
        assert_eq!(
            (page.editor.busy.get_untracked(), page.editor.key.get_untracked()),
            (None, KeyEntry::Typed)
        );
    }
}

#[test]
fn saving_without_verifying_says_so_to_the_server() {
    let page = open();
    page.type_key();
    page.attempt(Attempt::Save(Verify::Skip));
    assert_eq!(
        page.server.next().body,
        format!(r#"{{"apiKey":"{KEY}","verify":false}}"#)
    );
}

#[test]
fn what_changed_meanwhile_is_shown_before_it_is_written_over() {
    let page = open();
    page.type_key();
    page.attempt(SAVE);
    let theirs = PROJECT
        .replace("\"version\": 7", "\"version\": 9")
        .replace("ACME US", "Theirs");
    let stale = format!(r#"{{"errorMessages":[],"errors":{{}},"code":"STALE","current":{theirs}}}"#);
    page.server.next().json(412, &stale);
    assert_eq!(page.server.open(), 0);
    let Some(Outcome::Failed(_, Failure::Stale(Some(theirs)))) = page.editor.outcome.get_untracked() else {
        panic!("no conflict")
    };
    page.editor.rebase(*theirs);
    page.attempt(SAVE);
    assert_eq!(page.server.next().if_match.as_deref(), Some("\"9\""));
}

#[test]
fn testing_a_typed_key_stores_nothing() {
    let page = open();
    page.type_key();
    page.attempt(Attempt::Test(Tested::Typed));
    let post = page.server.next();
    assert_eq!(
        (post.path.as_str(), post.method),
        ("/connections/42/test", Method::Post)
    );
    post.json(200, include_str!("../fixtures/test-accepted.json"));
    assert!(matches!(
        page.editor.outcome.get_untracked(),
        Some(Outcome::Tested(Tested::Typed, _))
    ));
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Typed);
    assert_eq!(page.editor.key_error.get_untracked(), None);
    assert_eq!(
        page.server.open(),
        0,
        "a typed key changes nothing that would have to be read again"
    );
}

#[test]
fn a_key_that_test_io_refuses_is_marked_where_it_was_typed() {
    let refused = include_str!("../fixtures/test-accepted.json").replace("ACCEPTED", "REJECTED");
    let error = |tested| {
        let page = open();
        page.type_key();
        page.attempt(Attempt::Test(tested));
        page.server.next().json(200, &refused);
        page.editor.key_error.get_untracked()
    };
    let at_the_field = Some(KeyError::Refused(KeyRefusal::Rejected));
    assert_eq!(error(Tested::Typed), at_the_field);
    assert_eq!(error(Tested::Saved), None, "what is typed was not tested");
}

#[test]
fn testing_the_stored_key_sends_no_key_and_reads_the_new_status() {
    let page = open();
    page.attempt(Attempt::Test(Tested::Saved));
    let post = page.server.next();
    assert_eq!(post.body, "{}");
    post.json(200, include_str!("../fixtures/test-rate-limited.json"));
    assert_eq!(page.server.next().method, Method::Get);
}

#[test]
fn cancel_sends_nothing_and_restores_what_is_stored() {
    let page = open();
    page.type_key();
    page.editor.label.set("Typed".into());
    page.editor.cancel();
    assert_eq!(page.server.open(), 0);
    assert!(!page.editor.is_dirty());
    assert_eq!(page.editor.label.get_untracked(), "ACME US");
}

/// The answer of a test that was given up is dropped; the pane used to stay busy for ever.
#[test]
fn cancel_gives_a_running_test_up_and_leaves_the_pane_usable() {
    let page = open();
    page.type_key();
    page.attempt(Attempt::Test(Tested::Typed));
    let test = page.server.next();
    page.editor.cancel();
    assert!(test.cancel.is_cancelled());
    assert_eq!(page.editor.busy.get_untracked(), None);
    test.json(200, include_str!("../fixtures/test-accepted.json"));
    assert_eq!(page.editor.outcome.get_untracked(), None);
}

#[test]
fn a_newer_word_of_the_server_leaves_what_was_typed() {
    let page = open();
    page.editor.label.set("Typed".into());
    let theirs = PROJECT.replace("ACME US", "Theirs");
    let newer = connection_from(&theirs);
    page.editor.accept(newer);
    assert_eq!(page.editor.label.get_untracked(), "Typed");
    assert_eq!(page.editor.stored.get_untracked().label(), "Theirs");
}

#[test]
fn a_connection_that_is_gone_counts_as_deleted() {
    let page = open();
    page.attempt(Attempt::Delete);
    let body = r#"{"errorMessages":["gone"],"errors":{},"code":"CONNECTION_NOT_FOUND"}"#;
    page.server.next().json(404, body);
    assert!(page.deleted.get_untracked());
}

/// The answer to a save arrives after the row was left: the list still learns of it, and nothing panics.
#[test]
fn a_late_answer_after_the_pane_is_gone_touches_no_disposed_signal() {
    let page = open();
    let shown = page.editor.stored.get_untracked();
    let store = Store::new(page.server.client());
    let pane = page.owner.child();
    let editor = pane.with(|| Editor::new(store, shown, Callback::new(|_| {})));
    editor.replace_key();
    editor.key_typed(false);
    editor.attempt(SAVE, &Zeroizing::new(KEY.to_owned()));
    let put = page.server.next();
    pane.cleanup();
    put.json(200, PROJECT);
    assert_eq!(page.server.next().path, "/connections/summary");
}
