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
        ids::{ConnectionId, ETag},
        test_report::Tested,
    },
};

/// Sends a write for a connection, based on the version with this entity tag.
type Write = dyn FnOnce(&Client, &ConnectionId, Option<ETag>) -> Call<Versioned>;

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
                self.write(attempt, Box::new(connections::remove_key));
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
        let send =
            move |client: &Client, id: &ConnectionId, etag| connections::update(client, id, etag, &change);
        self.write(attempt, Box::new(send));
    }

    /// Sends a write that is based on what is shown, and takes its answer over.
    fn write(self, attempt: Attempt, send: Box<Write>) {
        let (client, id) = self.begin(attempt);
        let shown = self.stored.get_untracked();
        spawn_local(async move {
            let written = match self.base(&shown).await {
                Ok(etag) => send(&client, &id, etag).await,
                Err(failure) => Err(failure),
            };
            self.finish_write(attempt, written);
        });
    }

    fn delete(self) {
        let (client, id) = self.begin(Attempt::Delete);
        let shown = self.stored.get_untracked();
        spawn_local(async move {
            let deleted = match self.base(&shown).await {
                Ok(etag) => connections::delete(&client, &id, etag).await,
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

    fn begin(self, attempt: Attempt) -> (Client, ConnectionId) {
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
}
