//! Writes whose answer was lost: the next attempt finds out what was done.

mod adding;
mod meanwhile;
mod refused;

use leptos::prelude::*;
use testio_connection::{
    api::{NoAnswer, request::Method},
    domain::{
        draft::{KeyEntry, Verify},
        failure::Failure,
    },
    state::{
        editor::{Attempt, Editor, Outcome},
        store::Store,
    },
};
use zeroize::Zeroizing;

use super::server::{Server, connection_from, runtime, settle};

const KEY: &str = "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f";
const PROJECT: &str = include_str!("../fixtures/connection-project.json");
const GONE: &str = r#"{"errorMessages":["gone"],"errors":{},"code":"CONNECTION_NOT_FOUND"}"#;
const SAVE: Attempt = Attempt::Save(Verify::First);

/// A part of the fixture, and what stands there instead.
type Replaced = (&'static str, &'static str);

/// The fixture's connection in another version, with these parts replaced.
fn at(version: u32, replaced: &[(&str, &str)]) -> String {
    let renumbered = PROJECT.replace("\"version\": 7", &format!("\"version\": {version}"));
    replaced.iter().fold(renumbered, |json, (from, to)| {
        assert!(json.contains(from), "the fixture has {from}");
        json.replace(from, to)
    })
}

const NEW_KEY: (&str, &str) = (
    "\"keySavedAt\": \"2026-05-03T09:00:00Z\"",
    "\"keySavedAt\": \"2026-06-01T10:00:00Z\"",
);
const NEW_HINT: (&str, &str) = ("4f2a", "4a2f");
const NEW_LABEL: (&str, &str) = ("ACME US", "Typed");
const THEIR_LABEL: (&str, &str) = ("ACME US", "Theirs");
const NO_KEY: (&str, &str) = ("\"hasKey\": true", "\"hasKey\": false");
const GLOBAL: [(&str, &str); 2] = [("\"id\": \"42\"", "\"id\": \"global\""), ("PROJECT", "GLOBAL")];
const OFF: (&str, &str) = ("\"active\": true", "\"active\": false");

struct Page {
    _owner: Owner,
    server: Server,
    store: Store,
    editor: Editor,
    deleted: RwSignal<bool>,
}

fn open(json: &str) -> Page {
    let owner = runtime();
    let server = Server::default();
    let store = Store::new(server.client());
    let deleted = RwSignal::new(false);
    let editor = Editor::new(
        store,
        connection_from(json),
        Callback::new(move |_| deleted.set(true)),
    );
    Page {
        _owner: owner,
        server,
        store,
        editor,
        deleted,
    }
}

impl Page {
    fn attempt(&self, attempt: Attempt) {
        self.editor.attempt(attempt, &Zeroizing::new(KEY.to_owned()));
        settle();
    }

    fn type_key(&self) {
        self.editor.replace_key();
        self.editor.key_typed(false);
    }

    fn type_label(&self) {
        self.editor.label.set("Typed".into());
    }

    /// An attempt whose write was sent and never answered.
    fn lose(&self, attempt: Attempt) {
        self.attempt(attempt);
        self.lose_write();
        assert_eq!(self.outcome(), Some(Outcome::Failed(attempt, Failure::TimedOut)));
    }

    fn lose_write(&self) {
        let write = self.server.next();
        assert_ne!(write.method, Method::Get);
        write.fail(NoAnswer::TimedOut);
    }

    /// Answers the read that an attempt after a lost answer begins with.
    fn finds(&self, json: &str) {
        let read = self.server.next();
        assert_eq!(read.method, Method::Get, "it reads before it writes");
        read.json(200, json);
    }

    /// Answers the figures, the list and what else is only read, until a write or nothing is left.
    fn writes(&self) -> usize {
        let mut writes = 0;
        while self.server.open() > 0 {
            let asked = self.server.next();
            writes += usize::from(asked.method != Method::Get);
        }
        writes
    }

    fn outcome(&self) -> Option<Outcome> {
        self.editor.outcome.get_untracked()
    }
}

/// What the person types.
type Typing = fn(&Page);

/// What is typed before a save, and how the server shows it once it is done.
fn saves() -> [(Typing, &'static [Replaced]); 3] {
    [
        (Page::type_key, &[NEW_KEY, NEW_HINT]),
        (Page::type_label, &[NEW_LABEL]),
        (
            |page| {
                page.type_key();
                page.type_label();
            },
            &[NEW_KEY, NEW_HINT, NEW_LABEL],
        ),
    ]
}

#[test]
fn a_save_that_was_done_is_not_sent_again() {
    for (kind, done) in saves() {
        let page = open(PROJECT);
        kind(&page);
        page.lose(SAVE);
        page.attempt(SAVE);
        page.finds(&at(8, done));
        assert_eq!(page.outcome(), Some(Outcome::Done(SAVE)));
        assert_eq!(page.editor.key.get_untracked(), KeyEntry::Kept);
        assert_eq!(page.editor.stored.get_untracked().version, 8);
        assert_eq!(page.writes(), 0);
    }
}

#[test]
fn a_save_that_was_not_done_is_sent_again() {
    for (kind, done) in saves() {
        let page = open(PROJECT);
        kind(&page);
        page.lose(SAVE);
        page.attempt(SAVE);
        page.finds(PROJECT);
        let put = page.server.next();
        assert_eq!(
            (put.method, put.if_match.as_deref()),
            (Method::Put, Some("\"7\""))
        );
        put.json(200, &at(8, done));
        assert_eq!(page.outcome(), Some(Outcome::Done(SAVE)));
    }
}

#[test]
fn what_somebody_else_changed_meanwhile_is_a_conflict() {
    for (kind, _) in saves() {
        let page = open(PROJECT);
        kind(&page);
        page.lose(SAVE);
        page.attempt(SAVE);
        page.finds(&at(8, &[THEIR_LABEL]));
        assert!(matches!(
            page.outcome(),
            Some(Outcome::Failed(SAVE, Failure::Stale(Some(_))))
        ));
        assert_eq!(page.writes(), 0);
    }
}

#[test]
fn a_removed_key_and_a_switch_are_recognised() {
    let off = [GLOBAL[0], GLOBAL[1], OFF];
    let cases: [(Attempt, &[_], &[_]); 2] = [
        (Attempt::RemoveKey, &[], &[NO_KEY]),
        (Attempt::SetActive(false), &GLOBAL, &off),
    ];
    for (attempt, before, after) in cases {
        let page = open(&at(7, before));
        page.lose(attempt);
        page.attempt(attempt);
        page.finds(&at(8, after));
        assert_eq!(page.outcome(), Some(Outcome::Done(attempt)));
        assert_eq!(page.writes(), 0);

        let page = open(&at(7, before));
        page.lose(attempt);
        page.attempt(attempt);
        page.finds(&at(7, before));
        assert_eq!(page.writes(), 1, "it was not done");
    }
}

#[test]
fn a_deletion_is_recognised() {
    let page = open(PROJECT);
    page.lose(Attempt::Delete);
    page.attempt(Attempt::Delete);
    page.server.next().json(404, GONE);
    assert!(page.deleted.get_untracked());
    assert_eq!(page.writes(), 0);

    let page = open(PROJECT);
    page.lose(Attempt::Delete);
    page.attempt(Attempt::Delete);
    page.finds(PROJECT);
    assert_eq!(page.writes(), 1, "it was not done");

    let page = open(PROJECT);
    page.lose(Attempt::Delete);
    page.attempt(Attempt::Delete);
    page.finds(&at(8, &[THEIR_LABEL]));
    assert!(!page.deleted.get_untracked());
    assert_eq!(page.writes(), 0, "somebody has just worked on it");
}

/// Until then nobody knows whether it was done, so the next attempt begins with a look.
#[test]
fn who_stops_waiting_finds_out_with_the_next_attempt() {
    let page = open(PROJECT);
    page.type_label();
    page.attempt(SAVE);
    let put = page.server.next();
    page.editor.stop_waiting();
    assert!(put.cancel.is_cancelled());
    put.fail(NoAnswer::GivenUp);
    assert_eq!(page.outcome(), Some(Outcome::Failed(SAVE, Failure::GivenUp)));
    assert_eq!(page.editor.label.get_untracked(), "Typed");
    page.attempt(SAVE);
    page.finds(&at(8, &[NEW_LABEL]));
    assert_eq!(page.outcome(), Some(Outcome::Done(SAVE)));
}

#[test]
fn a_missing_right_is_read_again() {
    let page = open(PROJECT);
    page.type_label();
    page.attempt(SAVE);
    page.server.next().json(403, r#"{"code":"FORBIDDEN"}"#);
    assert_eq!(page.server.next().path, "/connections/summary");
    assert_eq!(page.outcome(), Some(Outcome::Failed(SAVE, Failure::Forbidden)));
    assert_eq!(page.editor.label.get_untracked(), "Typed");
}
