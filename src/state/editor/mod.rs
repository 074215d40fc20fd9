//! One open connection: its truth, the draft beside it, and everything that can be done to it.

mod attempts;
mod base;
mod everywhere;

use leptos::prelude::*;

use super::{latest::Latest, store::Store};
use crate::{
    api::{connections, request::Cancel},
    domain::{
        api_key::KeyProblem,
        connection::Connection,
        difference::differences,
        draft::{Draft, KeyEntry, NothingToSave, Reach, Verify, is_another_label, is_too_long},
        failure::{Failure, KeyRefusal},
        ids::ConnectionId,
        test_report::{Outcome as TestOutcome, TestReport, Tested},
    },
};

/// Something an admin does to a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// Save the draft.
    Save(Verify),
    /// Ask Test IO about a key.
    Test(Tested),
    /// Switch the Global (default) connection on or off.
    SetActive(bool),
    /// Remove the stored key.
    RemoveKey,
    /// Delete the connection.
    Delete,
}

/// What the last attempt came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server did it.
    Done(Attempt),
    /// Test IO answered.
    Tested(Tested, TestReport),
    /// It was not done.
    Failed(Attempt, Failure),
}

/// What is wrong with the key field's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// It can't be a key; nothing was sent.
    Problem(KeyProblem),
    /// The server did not store it.
    Refused(KeyRefusal),
}

/// What is wrong with the label field's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelError {
    /// Too long; nothing was sent.
    TooLong,
    /// The server did not store it; its words.
    Refused(String),
}

/// The state of the detail pane.
#[derive(Clone, Copy)]
pub struct Editor {
    store: Store,
    id: StoredValue<ConnectionId>,
    /// The server's last word.
    pub stored: RwSignal<Connection>,
    /// What is in the key field.
    pub key: RwSignal<KeyEntry>,
    /// Notifies when what is in the key field is given up: the field, which alone holds the key, has to be emptied.
    pub key_given_up: RwSignal<()>,
    /// What is in the label field.
    pub label: RwSignal<String>,
    /// What is being done right now. Only one thing at a time: a second click is not a second request.
    pub busy: RwSignal<Option<Attempt>>,
    /// What the last attempt came to.
    pub outcome: RwSignal<Option<Outcome>>,
    /// Beside the key field.
    pub key_error: RwSignal<Option<KeyError>>,
    /// Beside the label field.
    pub label_error: RwSignal<Option<LabelError>>,
    /// The connection was found to be gone.
    pub gone: RwSignal<bool>,
    /// Whether a new key goes to all connections that hold the same one as this, too (`everywhere.rs`).
    pub everywhere: RwSignal<bool>,
    /// How far the last save went.
    reach: StoredValue<Reach>,
    /// The version that was shown when a write was sent whose answer was lost: it may have been done all the same.
    lost: StoredValue<Option<u32>>,
    tests: Latest,
    reads: Latest,
    /// Lets the person stop waiting for a write. Leaving the row does not: it was asked for.
    writing: StoredValue<Cancel, LocalStorage>,
    on_deleted: Callback<Connection>,
}

impl Editor {
    /// Opens a connection. `on_deleted` is called with what was known of it once it is gone.
    pub fn new(store: Store, shown: Connection, on_deleted: Callback<Connection>) -> Self {
        let draft = Draft::of(&shown);
        Self {
            store,
            id: StoredValue::new(shown.id.clone()),
            key: RwSignal::new(draft.key),
            key_given_up: RwSignal::new(()),
            label: RwSignal::new(draft.label),
            stored: RwSignal::new(shown),
            busy: RwSignal::new(None),
            outcome: RwSignal::new(None),
            key_error: RwSignal::new(None),
            label_error: RwSignal::new(None),
            gone: RwSignal::new(false),
            everywhere: RwSignal::new(false),
            reach: StoredValue::new(Reach::This),
            lost: StoredValue::new(None),
            tests: Latest::default(),
            reads: Latest::default(),
            writing: StoredValue::new_local(Cancel::default()),
            on_deleted,
        }
    }

    /// The unsaved input.
    pub fn draft(self) -> Draft {
        Draft {
            key: self.key.get(),
            label: self.label.get(),
        }
    }

    /// Whether leaving would lose something.
    pub fn is_dirty(self) -> bool {
        let draft = self.draft();
        self.stored.with(|stored| draft.is_dirty(stored))
    }

    /// Whether there is something to save, or why not.
    ///
    /// # Errors
    /// The reason to show with the disabled button.
    pub fn savable(self) -> Result<(), NothingToSave> {
        let draft = self.draft();
        self.stored.with(|stored| draft.savable(stored))
    }

    /// Reads the connection again. What was typed stays.
    pub fn refresh(self) {
        let (client, id) = (self.store.client(), self.id.with_value(Clone::clone));
        self.reads.ask(
            async move |cancel| connections::get(&client, &id, &cancel).await,
            move |read| match read {
                // A write that began meanwhile knows better.
                _ if self.busy.get_untracked().is_some() => {}
                Ok(newest) => {
                    self.store.accept(&newest);
                    self.take_in(newest);
                }
                Err(Failure::ConnectionGone) => self.is_gone(),
                // A failed read says nothing that a write won't say.
                Err(_) => {}
            },
        );
    }

    /// The connection turned out to be gone: the list and the figures are told too.
    fn is_gone(self) {
        self.gone.set(true);
        self.store.refresh();
    }

    /// Takes in what was read without anybody having asked for it.
    ///
    /// What was typed belongs to what was shown. If somebody has changed that, saving has to find out, so what is shown
    /// stays. And an answer may have been overtaken by a newer one.
    fn take_in(self, newest: Connection) {
        let (is_older, is_the_same) = self.stored.with_untracked(|shown| {
            (
                newest.version < shown.version,
                differences(shown, &newest).is_empty(),
            )
        });
        if !is_older && (is_the_same || !untrack(|| self.is_dirty())) {
            self.accept(newest);
        }
    }

    /// Takes a newer word of the server in without touching what was typed.
    pub fn accept(self, newest: Connection) {
        let fresh = Draft::of(&newest);
        let (takes_label, takes_key) = self.stored.with_untracked(|stored| {
            // One that is the same but for a blank stays as it is: more may be about to be typed behind it.
            let takes_over =
                |label: &String| !is_another_label(label, stored) && is_another_label(label, &newest);
            (
                self.label.with_untracked(takes_over),
                stored.key != newest.key && self.key.get_untracked() != KeyEntry::Typed,
            )
        });
        self.stored.set(newest);
        if takes_label {
            self.label.set(fresh.label);
        }
        if takes_key {
            self.key.set(fresh.key);
        }
    }

    /// Opens the key field although a key is stored.
    pub fn replace_key(self) {
        self.key.set(KeyEntry::Empty);
        self.offer_everywhere();
    }

    /// Closes the key field again; the stored key stays.
    pub fn keep_key(self) {
        self.key.set(KeyEntry::Kept);
        self.key_error.set(None);
    }

    /// Notes that the key field's content changed by the person's hand.
    pub fn key_typed(self, is_empty: bool) {
        self.key_error.set(None);
        self.key.set(if is_empty {
            KeyEntry::Empty
        } else {
            KeyEntry::Typed
        });
    }

    /// Takes in what now stands in the label field.
    pub fn label_typed(self, label: String) {
        self.label_error
            .set(is_too_long(&label).then_some(LabelError::TooLong));
        self.label.set(label);
    }

    /// The account labels in use, as far as they are known.
    pub fn known_labels(self) -> Vec<String> {
        let global = self
            .store
            .global
            .with(|global| global.ready()?.account_label.clone());
        let projects = self.store.summary.with(|summary| {
            let accounts = summary.ready().map(|summary| summary.accounts.iter());
            accounts
                .into_iter()
                .flatten()
                .map(|account| account.label.clone())
                .collect::<Vec<_>>()
        });
        projects.into_iter().chain(global).collect()
    }

    /// Gives the unsaved input up, and a test that is still running with it. Sends nothing.
    pub fn cancel(self) {
        self.reset_draft();
        self.key_error.set(None);
        self.label_error.set(None);
        self.outcome.set(None);
        self.tests.end();
        if let Some(Attempt::Test(_)) = self.busy.get_untracked() {
            // Nobody publishes the answer of a test that was given up.
            self.busy.set(None);
        }
    }

    /// Stops waiting for the answer to a write. It may be done all the same; the next attempt finds out.
    pub fn stop_waiting(self) {
        self.writing.with_value(Cancel::cancel);
    }

    /// Takes over what another administrator saved, and gives the own input up.
    pub fn take_theirs(self, theirs: Connection) {
        self.store.accept(&theirs);
        self.stored.set(theirs);
        self.cancel();
    }

    /// Bases the own input on what another administrator saved, so that saving it writes over that. What was not typed
    /// is theirs.
    pub fn rebase(self, theirs: Connection) {
        self.accept(theirs);
    }

    /// Takes in what Test IO said to a key. One that it refuses is marked at its field, as by saving.
    fn tested(self, tested: Tested, report: TestReport) {
        let refused = (tested, report.outcome) == (Tested::Typed, TestOutcome::Rejected);
        self.key_error
            .set(refused.then_some(KeyError::Refused(KeyRefusal::Rejected)));
        self.end(Outcome::Tested(tested, report));
    }

    fn reset_draft(self) {
        let draft = self.stored.with_untracked(Draft::of);
        self.key.set(draft.key);
        self.key_given_up.set(());
        self.label.set(draft.label);
    }

    /// Whether the pane still shows this connection. After an await its signals may be gone.
    fn is_open(self) -> bool {
        self.busy.try_get_untracked().is_some()
    }
}
