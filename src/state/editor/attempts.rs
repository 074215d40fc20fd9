//! What an admin does to the open connection: one request at a time, whose outcome is always shown.

use leptos::{prelude::*, task::spawn_local};
use zeroize::Zeroizing;

use super::{Attempt, Editor, KeyError, LabelError, Outcome};
use crate::{
    api::{client::Client, connections, request::Cancel},
    domain::{
        api_key::ApiKey,
        connection::Versioned,
        difference::differences,
        draft::{Change, DraftProblem, Verify},
        failure::Failure,
        goal::Goal,
        ids::{ConnectionId, ETag},
        test_report::Tested,
    },
};

/// How often a write is sent that is refused because of changes that are none of the person's business.
const TRIES: u8 = 3;

/// What a write can be based on.
enum Base {
    /// The person has seen what the server has; this is its entity tag.
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
        let change = self
            .stored
            .with_untracked(|stored| draft.change(&stored.connection, key_field, verify))?;
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
        let send = async move |client: &Client, id: &ConnectionId, etag, cancel: &Cancel| {
            connections::update(client, id, etag, &change, cancel).await
        };
        self.write(attempt, goal, send);
    }

    /// Sends a write that is based on what is shown, and takes its answer over. `send` bases it on the version with an
    /// entity tag.
    fn write<S>(self, attempt: Attempt, goal: Goal, send: S)
    where
        S: AsyncFn(&Client, &ConnectionId, Option<ETag>, &Cancel) -> Result<Versioned, Failure> + 'static,
    {
        let (client, id) = self.begin(attempt);
        let shown = self.stored.get_untracked();
        let cancel = self.begin_write();
        spawn_local(async move {
            let mut base = self.base(&shown, Some(&goal), &cancel).await;
            let mut tries = TRIES;
            let written = loop {
                let etag = match base {
                    Ok(Base::Current(etag)) => etag,
                    Ok(Base::Done(newest)) => break Ok(*newest),
                    Err(failure) => break Err(failure),
                };
                tries -= 1;
                match send(&client, &id, etag, &cancel).await {
                    Err(Failure::Stale(Some(newest))) if tries > 0 => {
                        base = self.base_on(&shown, newest, Some(&goal));
                    }
                    written => break written,
                }
            };
            self.finish_write(attempt, written);
        });
    }

    fn delete(self) {
        let (client, id) = self.begin(Attempt::Delete);
        let shown = self.stored.get_untracked();
        let cancel = self.begin_write();
        spawn_local(async move {
            let mut base = self.base(&shown, None, &cancel).await;
            let mut tries = TRIES;
            let deleted = loop {
                let etag = match base {
                    Ok(Base::Current(etag)) => etag,
                    Ok(Base::Done(_)) => break Ok(()),
                    Err(failure) => break Err(failure),
                };
                tries -= 1;
                match connections::delete(&client, &id, etag, &cancel).await {
                    Err(Failure::Stale(Some(newest))) if tries > 0 => {
                        base = self.base_on(&shown, newest, None);
                    }
                    deleted => break deleted,
                }
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
    /// whose answer was lost.
    async fn base(self, shown: &Versioned, goal: Option<&Goal>, cancel: &Cancel) -> Result<Base, Failure> {
        let lost = self.lost.try_with_value(|lost| *lost).flatten();
        if shown.etag.is_some() && lost.is_none() {
            return Ok(Base::Current(shown.etag.clone()));
        }
        let newest = connections::get(&self.store.client(), &shown.connection.id, cancel).await?;
        self.base_on(shown, Box::new(newest), goal)
    }

    /// What a write is based on, now that this is what the server has.
    ///
    /// If it differs from what the person saw, and it is not what they wanted themselves, they must see it before it is
    /// written over. What nobody enters, such as the outcome of a test, is no such difference.
    fn base_on(
        self,
        shown: &Versioned,
        newest: Box<Versioned>,
        goal: Option<&Goal>,
    ) -> Result<Base, Failure> {
        let lost = self.lost.try_with_value(|lost| *lost).flatten();
        let changed_since = lost.is_some_and(|version| version != newest.connection.version);
        let differences = differences(&shown.connection, &newest.connection);
        match goal {
            Some(goal)
                if changed_since
                    && goal.is_reached_in(&newest.connection)
                    && (goal.explains(&differences) || !self.keeps_input(goal)) =>
            {
                Ok(Base::Done(newest))
            }
            _ if differences.is_empty() => Ok(Base::Current(newest.etag)),
            _ => Err(Failure::Stale(Some(newest))),
        }
    }

    /// Whether there is input that stays when a goal has been reached, so that saving it later would write over
    /// whatever else has changed.
    fn keeps_input(self, goal: &Goal) -> bool {
        !goal.is_of_a_draft() && self.is_open() && untrack(|| self.is_dirty())
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
            let shown = self.stored.with_untracked(|stored| stored.connection.version);
            // It stays until a write is known to be done: what fails in between says nothing about this one.
            self.lost.update_value(|lost| _ = lost.get_or_insert(shown));
        }
        match failure {
            Failure::KeyRefused(refusal) => self.key_error.set(Some(KeyError::Refused(refusal))),
            Failure::LabelRefused(text) => self.label_error.set(Some(LabelError::Refused(text))),
            Failure::ConnectionGone => self.is_gone(),
            other => {
                match other {
                    // The right was taken away meanwhile: the page shows itself read-only.
                    Failure::Forbidden => self.store.load_summary(),
                    // Without a word on what is there now, the next attempt has to read it.
                    Failure::Stale(None) => self.stored.update(|stored| stored.etag = None),
                    _ => {}
                }
                self.outcome.set(Some(Outcome::Failed(attempt, other)));
            }
        }
    }
}
