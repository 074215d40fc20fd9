//! What an admin does to the open connection: one request at a time, whose outcome is always shown.

use leptos::{prelude::untrack, task::spawn_local};
use zeroize::Zeroizing;

use super::{Attempt, Editor, KeyError, LabelError, Outcome};
use crate::{
    api::{
        client::{Call, Client},
        connections,
        request::Cancel,
    },
    domain::{
        api_key::ApiKey,
        connection::Versioned,
        draft::{Change, DraftProblem, Verify},
        failure::Failure,
        goal::Goal,
        ids::{ConnectionId, ETag},
        test_report::Tested,
    },
};

/// Sends a write for a connection, based on the version with this entity tag.
type Write = dyn FnOnce(&Client, &ConnectionId, Option<ETag>, &Cancel) -> Call<Versioned>;

/// What a write can be based on.
enum Base {
    /// What is shown is what the server has; this is its entity tag.
    Current(Option<ETag>),
    /// The write was done before, and its answer was lost.
    Done(Box<Versioned>),
}

impl Editor {
    /// Does something, given what stands in the key field. While something else is being done, nothing happens.
    pub fn attempt(self, attempt: Attempt, key_field: &Zeroizing<String>) {
        if self.busy.get_untracked().is_some() {
            return;
        }
        let sent = match attempt {
            Attempt::Save(verify) => self.save(attempt, key_field, verify),
            Attempt::Test(tested) => self.test(tested, key_field),
            Attempt::SetActive(active) => {
                let change = Change {
                    active: Some(active),
                    ..Change::default()
                };
                self.update(attempt, change);
                Ok(())
            }
            Attempt::RemoveKey => {
                self.write(attempt, Goal::KeyRemoved, Box::new(connections::remove_key));
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
        let draft = untrack(|| self.draft());
        let change = self
            .stored
            .with_untracked(|stored| draft.change(&stored.connection, key_field, verify))?;
        if change.api_key.is_some() || change.account_label.is_some() {
            self.update(attempt, change);
        }
        Ok(())
    }

    fn test(self, tested: Tested, key_field: &str) -> Result<(), DraftProblem> {
        let key = match tested {
            Tested::Typed => Some(ApiKey::parse(key_field).map_err(DraftProblem::Key)?),
            Tested::Saved => None,
        };
        let (client, id) = self.begin(Attempt::Test(tested));
        let turn = self.tests.begin();
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

    fn update(self, attempt: Attempt, change: Change) {
        let goal = Goal::of(&change);
        let send = move |client: &Client, id: &ConnectionId, etag, cancel: &Cancel| {
            connections::update(client, id, etag, &change, cancel)
        };
        self.write(attempt, goal, Box::new(send));
    }

    /// Sends a write that is based on what is shown, and takes its answer over.
    fn write(self, attempt: Attempt, goal: Goal, send: Box<Write>) {
        let (client, id) = self.begin(attempt);
        let shown = self.stored.get_untracked();
        let cancel = self.begin_write();
        spawn_local(async move {
            let written = match self.base(&shown, Some(&goal), &cancel).await {
                Ok(Base::Current(etag)) => send(&client, &id, etag, &cancel).await,
                Ok(Base::Done(newest)) => Ok(*newest),
                Err(failure) => Err(failure),
            };
            self.finish_write(attempt, written);
        });
    }

    fn delete(self) {
        let (client, id) = self.begin(Attempt::Delete);
        let shown = self.stored.get_untracked();
        let cancel = self.begin_write();
        spawn_local(async move {
            let deleted = match self.base(&shown, None, &cancel).await {
                Ok(Base::Current(etag)) => connections::delete(&client, &id, etag, &cancel).await,
                Ok(Base::Done(_)) => Ok(()),
                Err(failure) => Err(failure),
            };
            match deleted {
                // One that is gone already counts as deleted.
                Ok(()) | Err(Failure::ConnectionGone) => {
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

    /// What a write is based on.
    ///
    /// The connection is read first when only its list row is known, which has no entity tag, and after an attempt
    /// whose answer was lost. If what is read differs from what the person saw, and it is not what they wanted
    /// themselves, they must see it before it is written over.
    async fn base(self, shown: &Versioned, goal: Option<&Goal>, cancel: &Cancel) -> Result<Base, Failure> {
        let uncertain = self.uncertain.try_get_untracked() == Some(true);
        if shown.etag.is_some() && !uncertain {
            return Ok(Base::Current(shown.etag.clone()));
        }
        let newest = connections::get(&self.store.client(), &shown.connection.id, cancel).await?;
        if newest.connection.version == shown.connection.version {
            return Ok(Base::Current(newest.etag));
        }
        if uncertain && goal.is_some_and(|goal| goal.is_reached_in(&newest.connection)) {
            return Ok(Base::Done(Box::new(newest)));
        }
        Err(Failure::Stale(Some(Box::new(newest))))
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
            Err(Failure::ConnectionGone) => {
                self.busy.set(None);
                self.gone.set(true);
                self.store.refresh();
            }
            Err(failure) => self.fail(attempt, failure),
        }
    }

    fn begin_write(self) -> Cancel {
        let cancel = Cancel::default();
        self.writing.set_value(cancel.clone());
        cancel
    }

    fn begin(self, attempt: Attempt) -> (Client, ConnectionId) {
        self.busy.set(Some(attempt));
        self.outcome.set(None);
        self.key_error.set(None);
        self.label_error.set(None);
        (self.store.client(), self.id.with_value(Clone::clone))
    }

    fn end(self, outcome: Outcome) {
        self.busy.set(None);
        self.uncertain.set(false);
        self.outcome.set(Some(outcome));
    }

    fn fail(self, attempt: Attempt, failure: Failure) {
        self.busy.set(None);
        if !matches!(attempt, Attempt::Test(_)) {
            self.uncertain.set(failure.leaves_it_open());
        }
        if failure == Failure::Forbidden {
            // The right was taken away meanwhile: the page shows itself read-only.
            self.store.load_summary();
        }
        match failure {
            Failure::KeyRefused(refusal) => self.key_error.set(Some(KeyError::Refused(refusal))),
            Failure::LabelRefused(text) => self.label_error.set(Some(LabelError::Refused(text))),
            other => self.outcome.set(Some(Outcome::Failed(attempt, other))),
        }
    }
}
