//! What a write is based on: nobody writes over what they have not seen, and nothing is written twice.

use leptos::prelude::*;

use super::Editor;
use crate::{
    api::{connections, request::Cancel},
    domain::{connection::Connection, difference::differences_within, failure::Failure, goal::Goal},
};

/// How often a write is sent that is refused because of changes that are none of the person's business.
const TRIES: u8 = 3;

/// What a write can be based on.
enum Base {
    /// The person has seen what the server has; this is its version.
    Current(u32),
    /// The write was done before, and its answer was lost.
    Done(Box<Connection>),
}

/// How a write was done.
pub(super) enum Sent<T> {
    /// This is the answer.
    Now(T),
    /// By an attempt before, whose answer was lost.
    Before(Box<Connection>),
}

impl Editor {
    /// Sends a write that is based on a version, again and again if need be, as long as nothing differs that people enter.
    pub(super) async fn send_based<T>(
        self,
        shown: &Connection,
        goal: Option<&Goal>,
        cancel: &Cancel,
        send: impl AsyncFn(u32) -> Result<T, Failure>,
    ) -> Result<Sent<T>, Failure> {
        let mut base = self.base(shown, goal, cancel).await?;
        for _ in 0..TRIES {
            let version = match base {
                Base::Current(version) => version,
                Base::Done(newest) => return Ok(Sent::Before(newest)),
            };
            match send(version).await {
                Err(Failure::Stale(newest)) => base = self.base_after(shown, newest, goal, cancel).await?,
                sent => return sent.map(Sent::Now),
            }
        }
        match base {
            Base::Done(newest) => Ok(Sent::Before(newest)),
            Base::Current(_) => Err(Failure::Stale(None)),
        }
    }

    /// What a write is based on. After an attempt whose answer was lost, the connection is read first.
    async fn base(self, shown: &Connection, goal: Option<&Goal>, cancel: &Cancel) -> Result<Base, Failure> {
        let lost = self.lost.try_with_value(|lost| *lost).flatten();
        if lost.is_none() {
            return Ok(Base::Current(shown.version));
        }
        self.base_after(shown, None, goal, cancel).await
    }

    /// What a write is based on after it was refused as stale. Who refused it may have said what is there now, or not.
    async fn base_after(
        self,
        shown: &Connection,
        newest: Option<Box<Connection>>,
        goal: Option<&Goal>,
        cancel: &Cancel,
    ) -> Result<Base, Failure> {
        let newest = match newest {
            Some(newest) => newest,
            None => Box::new(connections::get(&self.store.client(), &shown.id, cancel).await?),
        };
        self.base_on(shown, newest, goal)
    }

    /// What a write is based on, now that this is what the server has.
    ///
    /// If it differs from what the person saw, and it is not what they wanted themselves, they must see it before it is
    /// written over. What nobody enters, such as the outcome of a test, is no such difference.
    fn base_on(
        self,
        shown: &Connection,
        newest: Box<Connection>,
        goal: Option<&Goal>,
    ) -> Result<Base, Failure> {
        let lost = self.lost.try_with_value(|lost| *lost).flatten();
        let changed_since = lost.is_some_and(|version| version != newest.version);
        let reach = goal.map(Goal::reach).unwrap_or_default();
        let differences = differences_within(reach, shown, &newest);
        match goal {
            Some(goal)
                if changed_since
                    && goal.is_reached_in(&newest)
                    && (goal.explains(&differences) || !self.keeps_input(goal)) =>
            {
                Ok(Base::Done(newest))
            }
            _ if differences.is_empty() => Ok(Base::Current(newest.version)),
            _ => Err(Failure::Stale(Some(newest))),
        }
    }

    /// Whether there is input that stays when a goal has been reached, so that saving it later would write over
    /// whatever else has changed.
    fn keeps_input(self, goal: &Goal) -> bool {
        !goal.is_of_a_draft() && self.is_open() && untrack(|| self.is_dirty())
    }
}
