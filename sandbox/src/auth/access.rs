//! What can be changed about logging in while the sandbox runs: how long sessions and WebSudo confirmations last, what
//! a REST request without them gets, and who may administer.

use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::answers::{AnonymousAnswer, WebSudoAnswer};
use crate::model::{Right, User, UserName};

/// How long a session lasts without a request: 5 hours, as in Jira's `web.xml`.
const SESSION_SECONDS: NonZeroU32 = NonZeroU32::new(5 * 60 * 60).unwrap();

/// How long a confirmation lasts: 10 minutes, Jira's default for `jira.websudo.timeout`.
const WEBSUDO_SECONDS: NonZeroU32 = NonZeroU32::new(10 * 60).unwrap();

/// All of it, as the control endpoint gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccessSettings {
    /// What holds for sessions.
    pub sessions: SessionRules,
    /// What holds for WebSudo.
    pub web_sudo: WebSudoRules,
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

/// What holds for WebSudo, Jira's secure administrator sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WebSudoRules {
    /// Whether a confirmation is asked for at all.
    pub enabled: bool,
    /// For how many seconds a confirmation holds.
    pub lifetime_seconds: NonZeroU32,
    /// Which REST requests need one.
    pub protects: Protected,
    /// What such a request gets without one.
    pub answer: WebSudoAnswer,
}

/// Which REST requests need a confirmation. A plugin decides that for each of its resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Protected {
    /// Those that change something or contact Test IO.
    Changes,
    /// All of them, as when a plugin has put the annotation on a whole class.
    Everything,
}

impl Protected {
    /// Each with its word and its name on the screen.
    pub const ALL: [(Self, &'static str, &'static str); 2] = [
        (Self::Changes, "CHANGES", "changes and tests"),
        (Self::Everything, "EVERYTHING", "every request"),
    ];
}

impl SessionRules {
    /// The lifetime in milliseconds.
    #[must_use]
    pub fn lifetime_ms(self) -> i64 {
        milliseconds(self.lifetime_seconds)
    }
}

impl WebSudoRules {
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
            web_sudo: WebSudoRules {
                // Jira has it on; most work on the page is easier without.
                enabled: false,
                lifetime_seconds: WEBSUDO_SECONDS,
                protects: Protected::Changes,
                answer: WebSudoAnswer::UnauthorizedJson,
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
