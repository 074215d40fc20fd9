//! What an admin does to the open connection: one request at a time, whose outcome is always shown.

use leptos::{prelude::*, task::spawn_local};
use zeroize::Zeroizing;

use super::{Attempt, Editor, KeyError, LabelError, Outcome, base::Sent};
use crate::{
    api::{client::Client, connections, request::Cancel},
    domain::{
        api_key::ApiKey,
        connection::Connection,
        draft::{Change, DraftProblem, Reach, Verify},
        failure::Failure,
        goal::Goal,
        ids::ConnectionId,
        test_report::Tested,
    },
};

impl Editor {
    /// Does something, given what stands in the key field. While something else is being done, nothing happens.
    pub fn attempt(self, attempt: Attempt, key_field: &Zeroizing<String>) {
        if self.busy.get_untracked().is_some() {
            return;
        }
        self.reach.set_value(Reach::This);
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
                self.write(attempt, Goal::KeyRemoved, connections::remove_key);
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
        let mut change = self
            .stored
            .with_untracked(|stored| draft.change(stored, key_field, verify))?;
        change.reach = untrack(|| self.reach());
        self.reach.set_value(change.reach);
        if change.api_key.is_some() || change.account_label.is_some() {
            self.update(attempt, change);
        } else {
            // Somebody else has saved the very same meanwhile.
            self.reset_draft();
            self.end(Outcome::Done(attempt));
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
                self.take_in(newest);
            }
            match report {
                Ok(report) => self.tested(tested, report),
                Err(failure) => self.fail(Attempt::Test(tested), failure),
            }
        });
        Ok(())
    }

    fn update(self, attempt: Attempt, change: Change) {
        let goal = Goal::of(&change);
        let send = async move |client: &Client, id: &ConnectionId, version, cancel: &Cancel| {
            connections::update(client, id, version, &change, cancel).await
        };
        self.write(attempt, goal, send);
    }

    /// Sends a write that is based on what is shown, and takes its answer over. `send` bases it on a version.
    fn write<S>(self, attempt: Attempt, goal: Goal, send: S)
    where
        S: AsyncFn(&Client, &ConnectionId, u32, &Cancel) -> Result<Connection, Failure> + 'static,
    {
        let (client, id) = self.begin(attempt);
        let shown = self.stored.get_untracked();
        let cancel = self.begin_write();
        spawn_local(async move {
            let send = async |version| send(&client, &id, version, &cancel).await;
            let written = match self.send_based(&shown, Some(&goal), &cancel, send).await {
                Ok(Sent::Now(newest)) => Ok(newest),
                Ok(Sent::Before(newest)) => Ok(*newest),
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
            let send = async |version| connections::delete(&client, &id, version, &cancel).await;
            let deleted = self.send_based(&shown, None, &cancel, send).await;
            match deleted {
                // One that is gone already counts as deleted.
                Ok(_) | Err(Failure::ConnectionGone) => {
                    self.store.refresh();
                    if self.is_open() {
                        self.end(Outcome::Done(Attempt::Delete));
                        self.on_deleted.run(self.stored.get_untracked());
                    }
                }
                Err(failure) if self.is_open() => self.fail(Attempt::Delete, failure),
                Err(_) => {}
            }
        });
    }

    fn finish_write(self, attempt: Attempt, written: Result<Connection, Failure>) {
        if let Ok(newest) = &written {
            self.store.accept(newest);
            // What went further than this connection shows in others, Global among them.
            match self.reach.try_get_value() {
                Some(Reach::SameKey(_)) => self.store.catch_up(),
                Some(Reach::This) | None => self.store.load_summary(),
            }
        }
        if !self.is_open() {
            return;
        }
        match written {
            Ok(newest) => {
                self.lost.set_value(None);
                if let Attempt::Save(_) = attempt {
                    self.stored.set(newest);
                    self.reset_draft();
                } else {
                    // What was typed meanwhile has nothing to do with it.
                    self.accept(newest);
                }
                self.end(Outcome::Done(attempt));
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

    pub(super) fn end(self, outcome: Outcome) {
        self.busy.set(None);
        self.outcome.set(Some(outcome));
    }

    fn fail(self, attempt: Attempt, failure: Failure) {
        self.busy.set(None);
        if !matches!(attempt, Attempt::Test(_)) && failure.leaves_it_open() {
            let shown = self.stored.with_untracked(|stored| stored.version);
            // It stays until a write is known to be done: what fails in between says nothing about this one.
            self.lost.update_value(|lost| _ = lost.get_or_insert(shown));
        }
        match failure {
            Failure::KeyRefused(refusal) => self.key_error.set(Some(KeyError::Refused(refusal))),
            Failure::LabelRefused(text) => self.label_error.set(Some(LabelError::Refused(text))),
            Failure::ConnectionGone => self.is_gone(),
            other => {
                if other == Failure::Forbidden {
                    // The right was taken away meanwhile: the page shows itself read-only.
                    self.store.load_summary();
                }
                self.outcome.set(Some(Outcome::Failed(attempt, other)));
            }
        }
    }
}
