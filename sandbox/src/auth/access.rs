//! What can be changed about logging in while the sandbox runs: how long sessions last, what a REST request
//! without one gets, and who may administer.

use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use super::answers::AnonymousAnswer;
use crate::model::{Right, User, UserName};

/// How long a session lasts without a request: 5 hours, as in Jira's `web.xml`.
const SESSION_SECONDS: NonZeroU32 = NonZeroU32::new(5 * 60 * 60).unwrap();

/// All of it, as the control endpoint gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccessSettings {
    /// What holds for sessions.
    pub sessions: SessionRules,
    /// The names of those who may administer Jira.
    pub administrators: BTreeSet<&'static str>,
}

/// What holds for sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionRules {
    /// After how many seconds without a request a session ends.
    pub lifetime_seconds: NonZeroU32,
    /// What a REST request without a session gets.
    pub answer: AnonymousAnswer,
}

impl SessionRules {
    /// The lifetime in milliseconds.
    #[must_use]
    pub fn lifetime_ms(self) -> i64 {
        milliseconds(self.lifetime_seconds)
    }
}

fn milliseconds(seconds: NonZeroU32) -> i64 {
    i64::from(seconds.get()) * 1_000
}

impl Default for AccessSettings {
    fn default() -> Self {
        Self {
            sessions: SessionRules {
                lifetime_seconds: SESSION_SECONDS,
                answer: AnonymousAnswer::Unauthorized,
            },
            administrators: User::ALL
                .into_iter()
                .filter(|user| user.right.is_manage())
                .map(|user| user.name.0)
                .collect(),
        }
    }
}

impl AccessSettings {
    /// What somebody may do now.
    #[must_use]
    pub fn right_of(&self, user: UserName) -> Right {
        if self.administrators.contains(user.0) {
            Right::Manage
        } else {
            Right::View
        }
    }
}

/// The settings as they are now and as they were at the start.
#[derive(Debug)]
pub struct Access {
    start: AccessSettings,
    current: Mutex<AccessSettings>,
}

impl From<AccessSettings> for Access {
    fn from(start: AccessSettings) -> Self {
        Self {
            current: Mutex::new(start.clone()),
            start,
        }
    }
}

impl Access {
    /// The settings as they are now.
    #[must_use]
    pub fn settings(&self) -> AccessSettings {
        self.change(|settings| settings.clone())
    }

    /// Changes them, and gives what `work` gives.
    pub fn change<T>(&self, work: impl FnOnce(&mut AccessSettings) -> T) -> T {
        work(&mut self.current.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts them back as they were at the start.
    pub fn restore(&self) {
        self.change(|settings| settings.clone_from(&self.start));
    }
}
