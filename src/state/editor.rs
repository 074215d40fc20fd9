//! One open connection: its truth, the draft beside it, and everything that can be done to it.

use leptos::{
    prelude::{
        Callable, Callback, Get, GetUntracked, RwSignal, Set, StoredValue, Update, With, WithUntracked,
        WithValue,
    },
    task::spawn_local,
};
use zeroize::Zeroizing;

use super::{latest::Latest, store::Store};
use crate::{
    api::{connections, request::Cancel},
    domain::{
        api_key::{ApiKey, KeyProblem},
        connection::Versioned,
        draft::{Change, Draft, DraftProblem, KeyEntry, NothingToSave, Verify},
        failure::{Failure, KeyRefusal},
        ids::{ConnectionId, ETag},
        test_report::{TestReport, Tested},
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
    pub stored: RwSignal<Versioned>,
    /// What is in the key field.
    pub key: RwSignal<KeyEntry>,
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
    tests: Latest,
    reads: Latest,
    on_deleted: Callback<()>,
}

impl Editor {
    /// Opens a connection. `on_deleted` is called once it is gone.
    pub fn new(store: Store, shown: Versioned, on_deleted: Callback<()>) -> Self {
        let draft = Draft::of(&shown.connection);
        Self {
            store,
            id: StoredValue::new(shown.connection.id.clone()),
            key: RwSignal::new(draft.key),
            label: RwSignal::new(draft.label),
            stored: RwSignal::new(shown),
            busy: RwSignal::new(None),
            outcome: RwSignal::new(None),
            key_error: RwSignal::new(None),
            label_error: RwSignal::new(None),
            gone: RwSignal::new(false),
            tests: Latest::default(),
            reads: Latest::default(),
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
        self.stored.with(|stored| draft.is_dirty(&stored.connection))
    }

    /// Whether there is something to save, or why not.
    ///
    /// # Errors
    /// The reason to show with the disabled button.
    pub fn savable(self) -> Result<(), NothingToSave> {
        let draft = self.draft();
        self.stored.with(|stored| draft.savable(&stored.connection))
    }

    /// Reads the connection again. What was typed stays.
    pub fn refresh(self) {
        let turn = self.reads.begin();
        let (client, id) = (self.store.client(), self.id.with_value(Clone::clone));
        spawn_local(async move {
            let read = connections::get(&client, &id, &turn.cancel).await;
            // A write that began meanwhile knows better, and a failed read says nothing that a write won't say.
            if !self.reads.is_current(&turn) || self.busy.get_untracked().is_some() {
                return;
            }
            match read {
                Ok(newest) => {
                    self.store.accept(&newest);
                    self.accept(newest);
                }
                Err(Failure::ConnectionGone) => self.gone.set(true),
                Err(_) => {}
            }
        });
    }

    /// Takes a newer word of the server in without touching what was typed.
    pub fn accept(self, newest: Versioned) {
        self.stored.update(|stored| {
            let fresh = Draft::of(&newest.connection);
            if self
                .label
                .with_untracked(|label| label == stored.connection.label())
            {
                self.label.set(fresh.label);
            }
            if self.key.get_untracked() != KeyEntry::Typed && stored.connection.key != newest.connection.key {
                self.key.set(fresh.key);
            }
            *stored = newest;
        });
    }

    /// Opens the key field although a key is stored.
    pub fn replace_key(self) {
        self.key.set(KeyEntry::Empty);
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

    /// Gives the unsaved input up. Sends nothing.
    pub fn cancel(self) {
        self.reset_draft();
        self.key_error.set(None);
        self.label_error.set(None);
        self.outcome.set(None);
        self.tests.end();
    }

    /// Takes over what another administrator saved, and gives the own input up.
    pub fn take_theirs(self, theirs: Versioned) {
        self.store.accept(&theirs);
        self.stored.set(theirs);
        self.cancel();
    }

    /// Bases the own input on what another administrator saved, so that saving it writes over that.
    pub fn rebase(self, theirs: Versioned) {
        self.stored.set(theirs);
    }

    /// Does something, given what stands in the key field. While something else is being done, nothing happens.
    pub fn attempt(self, attempt: Attempt, key_field: &Zeroizing<String>) {
        if self.busy.get_untracked().is_some() {
            return;
        }
        let sent = match attempt {
            Attempt::Save(verify) => self.save(attempt, key_field, verify),
            Attempt::Test(tested) => self.test(tested, key_field),
            Attempt::SetActive(active) => {
                self.write(
                    attempt,
                    Change {
                        active: Some(active),
                        ..Change::default()
                    },
                );
                Ok(())
            }
            Attempt::RemoveKey => {
                self.remove_key();
                Ok(())
            }
            Attempt::Delete => {
                self.delete();
                Ok(())
            }
        };
        match sent {
            Ok(()) => {}
            Err(DraftProblem::Key(problem)) => self.key_error.set(Some(KeyError::Problem(problem))),
            Err(DraftProblem::LabelTooLong) => self.label_error.set(Some(LabelError::TooLong)),
        }
    }

    fn save(self, attempt: Attempt, key_field: &str, verify: Verify) -> Result<(), DraftProblem> {
        let draft = Draft {
            key: self.key.get_untracked(),
            label: self.label.get_untracked(),
        };
        let change = self
            .stored
            .with_untracked(|stored| draft.change(&stored.connection, key_field, verify))?;
        if change.api_key.is_some() || change.account_label.is_some() {
            self.write(attempt, change);
        }
        Ok(())
    }

    fn test(self, tested: Tested, key_field: &str) -> Result<(), DraftProblem> {
        let key = match tested {
            Tested::Typed => Some(ApiKey::parse(key_field).map_err(DraftProblem::Key)?),
            Tested::Saved => None,
        };
        self.begin(Attempt::Test(tested));
        let turn = self.tests.begin();
        let (client, id) = (self.store.client(), self.id.with_value(Clone::clone));
        spawn_local(async move {
            let report = connections::test(&client, &id, key.as_ref(), &turn.cancel).await;
            // Testing the stored key may have changed the connection's status.
            let newest = match (tested, &report) {
                (Tested::Saved, Ok(_)) => connections::get(&client, &id, &turn.cancel).await.ok(),
                _ => None,
            };
            if let Some(newest) = &newest {
                self.store.accept(newest);
                self.store.load_summary();
            }
            if !self.tests.is_current(&turn) {
                return;
            }
            if let Some(newest) = newest {
                self.accept(newest);
            }
            match report {
                Ok(report) => self.end(Outcome::Tested(tested, report)),
                Err(failure) => self.fail(Attempt::Test(tested), failure),
            }
        });
        Ok(())
    }

    fn write(self, attempt: Attempt, change: Change) {
        let (client, id) = self.begin(attempt);
        let shown = self.stored.get_untracked();
        spawn_local(async move {
            let written = match self.base(&shown).await {
                Ok(etag) => connections::update(&client, &id, etag, &change).await,
                Err(failure) => Err(failure),
            };
            self.finish_write(attempt, written);
        });
    }

    fn remove_key(self) {
        let (client, id) = self.begin(Attempt::RemoveKey);
        let shown = self.stored.get_untracked();
        spawn_local(async move {
            let written = match self.base(&shown).await {
                Ok(etag) => connections::remove_key(&client, &id, etag).await,
                Err(failure) => Err(failure),
            };
            self.finish_write(Attempt::RemoveKey, written);
        });
    }

    fn delete(self) {
        let (client, id) = self.begin(Attempt::Delete);
        let shown = self.stored.get_untracked();
        spawn_local(async move {
            let deleted = match self.base(&shown).await {
                Ok(etag) => connections::delete(&client, &id, etag).await,
                Err(Failure::ConnectionGone) => Ok(()),
                Err(failure) => Err(failure),
            };
            match deleted {
                Ok(()) => {
                    self.store.refresh();
                    if self.is_open() {
                        self.end(Outcome::Done(Attempt::Delete));
                        self.on_deleted.run(());
                    }
                }
                Err(failure) if self.is_open() => self.fail(Attempt::Delete, failure),
                Err(_) => {}
            }
        });
    }

    /// The entity tag that a write must carry.
    ///
    /// A list row has none, so it is read first; if what is read differs from what the person saw, they must see it
    /// before it is written over.
    async fn base(self, shown: &Versioned) -> Result<Option<ETag>, Failure> {
        if shown.etag.is_some() {
            return Ok(shown.etag.clone());
        }
        let newest = connections::get(&self.store.client(), &shown.connection.id, &Cancel::default()).await?;
        if newest.connection.version == shown.connection.version {
            Ok(newest.etag)
        } else {
            Err(Failure::Stale(Some(Box::new(newest))))
        }
    }

    fn finish_write(self, attempt: Attempt, written: Result<Versioned, Failure>) {
        if let Ok(newest) = &written {
            self.store.accept(newest);
            self.store.load_summary();
        }
        if !self.is_open() {
            return;
        }
        match written {
            Ok(newest) => {
                let keeps_draft = matches!(attempt, Attempt::SetActive(_));
                if keeps_draft {
                    self.accept(newest);
                } else {
                    self.stored.set(newest);
                    self.reset_draft();
                }
                self.end(Outcome::Done(attempt));
            }
            Err(failure) => self.fail(attempt, failure),
        }
    }

    fn begin(self, attempt: Attempt) -> (crate::api::client::Client, ConnectionId) {
        self.busy.set(Some(attempt));
        self.outcome.set(None);
        self.key_error.set(None);
        self.label_error.set(None);
        (self.store.client(), self.id.with_value(Clone::clone))
    }

    fn end(self, outcome: Outcome) {
        self.busy.set(None);
        self.outcome.set(Some(outcome));
    }

    fn fail(self, attempt: Attempt, failure: Failure) {
        self.busy.set(None);
        match failure {
            Failure::KeyRefused(refusal) => self.key_error.set(Some(KeyError::Refused(refusal))),
            Failure::LabelRefused(text) => self.label_error.set(Some(LabelError::Refused(text))),
            other => self.outcome.set(Some(Outcome::Failed(attempt, other))),
        }
    }

    fn reset_draft(self) {
        let draft = self.stored.with_untracked(|stored| Draft::of(&stored.connection));
        self.key.set(draft.key);
        self.label.set(draft.label);
    }

    /// Whether the pane still shows this connection. After an await its signals may be gone.
    fn is_open(self) -> bool {
        self.busy.try_get_untracked().is_some()
    }
}
