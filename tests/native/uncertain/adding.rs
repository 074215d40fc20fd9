//! Adding a connection, after the answer to an attempt was lost.

use leptos::prelude::*;
use testio_connection::{
    api::NoAnswer,
    domain::{failure::Failure, ids::ProjectId, new_connection::NewConnection},
    state::{
        add::{Add, Adding},
        store::Store,
    },
};

use super::{
    super::server::{Server, runtime, settle},
    PROJECT,
};

const EXISTS: &str = include_str!("../../fixtures/error-connection-exists.json");

struct Dialog {
    _owner: Owner,
    server: Server,
    add: Add,
    added: RwSignal<u32>,
    existing: RwSignal<u32>,
}

fn dialog() -> Dialog {
    let owner = runtime();
    let server = Server::default();
    let (added, existing) = (RwSignal::new(0), RwSignal::new(0));
    let add = Add::new(
        Store::new(server.client()),
        Callback::new(move |_| added.update(|count| *count += 1)),
        Callback::new(move |_| existing.update(|count| *count += 1)),
    );
    Dialog {
        _owner: owner,
        server,
        add,
        added,
        existing,
    }
}

impl Dialog {
    fn submit(&self) {
        self.add
            .submit(NewConnection::without_key(ProjectId::new("10017")));
        settle();
    }

    /// Answers what is asked about the connection that exists.
    fn is_at_hand(&self, json: &str) {
        while self.server.open() > 0 {
            let asked = self.server.next();
            if asked.path == "/connections/42" {
                asked.json(200, json);
            }
        }
    }

    /// How often it said that the connection was added, and that it was there already.
    fn counts(&self) -> (u32, u32) {
        (self.added.get_untracked(), self.existing.get_untracked())
    }
}

#[test]
fn what_was_added_is_recognised() {
    let dialog = dialog();
    dialog.submit();
    dialog.submit();
    assert_eq!(dialog.server.open(), 1, "twice is once");
    dialog.server.next().fail(NoAnswer::Offline);
    assert_eq!(
        dialog.add.progress.get_untracked(),
        Adding::Failed(Failure::Offline)
    );
    dialog.submit();
    dialog.server.next().json(409, EXISTS);
    dialog.is_at_hand(PROJECT);
    assert_eq!(dialog.counts(), (1, 0));
}

#[test]
fn what_was_not_added_is_added() {
    let dialog = dialog();
    dialog.submit();
    dialog.server.next().fail(NoAnswer::Offline);
    dialog.submit();
    dialog.server.next().json(201, PROJECT);
    assert_eq!(dialog.counts(), (1, 0));
}

#[test]
fn what_somebody_else_added_is_said_to_exist() {
    let dialog = dialog();
    dialog.submit();
    dialog.server.next().json(409, EXISTS);
    dialog.is_at_hand(PROJECT);
    assert_eq!(dialog.counts(), (0, 1));
}

#[test]
fn after_a_refused_attempt_what_exists_is_somebody_else_s() {
    let dialog = dialog();
    dialog.submit();
    dialog.server.next().json(424, r#"{"code":"TESTIO_UNREACHABLE"}"#);
    dialog.submit();
    dialog.server.next().json(409, EXISTS);
    dialog.is_at_hand(PROJECT);
    assert_eq!(dialog.counts(), (0, 1));
}

#[test]
fn whoever_added_it_the_list_and_the_figures_follow() {
    for (status, body) in [(201, PROJECT), (409, EXISTS)] {
        let dialog = dialog();
        dialog.submit();
        dialog.server.next().json(status, body);
        let asked: Vec<_> = (0..dialog.server.open())
            .map(|_| dialog.server.next().path)
            .collect();
        assert!(
            asked.iter().any(|path| path == "/connections/summary"),
            "{asked:?}"
        );
        assert!(
            asked.iter().any(|path| path.starts_with("/connections?")),
            "{asked:?}"
        );
    }
    let dialog = dialog();
    dialog.submit();
    dialog.server.next().json(503, "{}");
    assert_eq!(dialog.server.open(), 0, "nothing was added");
}

/// A refusal in between used to make it forget that the attempt before may have been done, so that the person's own
/// connection was said to exist already.
#[test]
fn a_refusal_in_between_says_nothing_about_the_lost_attempt() {
    let dialog = dialog();
    dialog.submit();
    dialog.server.next().fail(NoAnswer::TimedOut);
    dialog.submit();
    dialog.server.next().json(403, r#"{"code":"FORBIDDEN"}"#);
    assert_eq!(dialog.server.next().path, "/connections/summary");
    dialog.submit();
    dialog.server.next().json(409, EXISTS);
    dialog.is_at_hand(PROJECT);
    assert_eq!(dialog.counts(), (1, 0));
}
