//! What a run of the checks found, in the contract's form. It has no room for a key, a hint or a password.

use std::time::Duration;

use serde::Serialize;

use super::failure::{Cause, Failure};
use crate::model::{ConnectionId, ConnectionProject};

/// The steps, in the order in which they are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Step {
    /// Reads from the plugin's tables.
    Database,
    /// Looks up the name of the host, or of the proxy.
    Name,
    /// Connects to it.
    Connect,
    /// Shakes hands.
    Tls,
    /// Asks without a key.
    Api,
    /// Asks about every stored key.
    Keys,
}

impl Step {
    /// All of them, in their order.
    pub const ALL: [Self; 6] = [
        Self::Database,
        Self::Name,
        Self::Connect,
        Self::Tls,
        Self::Api,
        Self::Keys,
    ];

    /// How long it may take.
    pub(super) fn limit(self) -> Duration {
        Duration::from_secs(if self == Self::Keys { 8 } else { 5 })
    }

    /// Those without which it can't be taken.
    pub(super) fn needs(self) -> &'static [Self] {
        match self {
            Self::Database | Self::Name => &[],
            Self::Connect => &[Self::Name],
            Self::Tls => &[Self::Connect],
            Self::Api => &[Self::Tls],
            Self::Keys => &[Self::Database, Self::Name, Self::Connect, Self::Tls, Self::Api],
        }
    }
}

/// Why a step was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Skipped {
    /// One that it needs has failed.
    EarlierStepFailed,
    /// Test IO is reached by plain HTTP.
    NotUsed,
    /// There is no key.
    NothingStored,
}

/// What came of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "the contract explains each")]
pub enum Outcome {
    Passed,
    Failed,
    Skipped,
}

/// The cause of whatever isn't `PASSED`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "each has its own documentation")]
pub enum Why {
    Failed(Cause),
    Skipped(Skipped),
}

/// What a step that passed has found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// In the words of the system.
    pub(super) detail: Option<String>,
    /// The status of the HTTP answer that decided.
    pub(super) http_status: Option<u16>,
}

/// How a step ended without failing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Done {
    Passed(Found),
    Skipped(Skipped),
}

/// What was tried.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tried {
    pub(super) address: Option<String>,
    pub(super) proxy: Option<String>,
}

/// The contract's `CheckedStep`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are the contract's, which describes each")]
pub struct CheckedStep {
    pub step: Step,
    pub outcome: Outcome,
    pub duration_ms: u128,
    pub cause: Option<Why>,
    pub http_status: Option<u16>,
    pub detail: Option<String>,
    pub address: Option<String>,
    pub proxy: Option<String>,
}

impl CheckedStep {
    /// A step that was not taken.
    pub(super) fn skipped(step: Step, why: Skipped) -> Self {
        Self {
            step,
            outcome: Outcome::Skipped,
            duration_ms: 0,
            cause: Some(Why::Skipped(why)),
            http_status: None,
            detail: None,
            address: None,
            proxy: None,
        }
    }

    /// A step that took so long and ended so.
    pub(super) fn taken(step: Step, tried: Tried, took: Duration, result: Result<Done, Failure>) -> Self {
        let (outcome, cause, http_status, detail) = match result {
            Ok(Done::Skipped(why)) => return Self::skipped(step, why),
            Ok(Done::Passed(found)) => (Outcome::Passed, None, found.http_status, found.detail),
            Err(failure) => (
                Outcome::Failed,
                Some(Why::Failed(failure.cause)),
                failure.http_status,
                failure.detail,
            ),
        };
        Self {
            step,
            outcome,
            duration_ms: took.as_millis(),
            cause,
            http_status,
            detail,
            address: tried.address,
            proxy: tried.proxy,
        }
    }
}

/// What Test IO says of a key that it did not accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "the contract explains each")]
pub enum KeyStatus {
    KeyRejected,
    Unreachable,
    RateLimited,
}

/// The contract's `FailedKey`: whose it is, and nothing of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are the contract's, which describes each")]
pub struct FailedKey {
    pub connection_id: ConnectionId,
    pub project: Option<ConnectionProject>,
    pub account_label: Option<String>,
    pub connections: usize,
    pub status: KeyStatus,
}

/// What became of all keys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are the contract's, which describes each")]
pub struct Keys {
    pub accepted: usize,
    pub failed: Vec<FailedKey>,
}

/// What is installed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are the contract's")]
pub struct Versions {
    pub plugin: String,
    pub jira: String,
    pub runtime: String,
    pub database: String,
}

impl Versions {
    /// Those of this program.
    #[must_use]
    pub fn here() -> Self {
        Self {
            plugin: env!("CARGO_PKG_VERSION").to_owned(),
            jira: crate::host::JIRA_VERSION.to_owned(),
            runtime: format!("Rust on {} {}", std::env::consts::OS, std::env::consts::ARCH),
            database: super::database::version(),
        }
    }
}

/// The contract's `CheckReport`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are the contract's, which describes each")]
pub struct Report {
    pub started_at: Option<String>,
    pub checked_at: Option<String>,
    pub running: Option<Step>,
    pub steps: Vec<CheckedStep>,
    pub keys: Keys,
    pub versions: Versions,
}

impl Report {
    /// Before the first run.
    #[must_use]
    pub fn never_run() -> Self {
        Self {
            started_at: None,
            checked_at: None,
            running: None,
            steps: Vec::new(),
            keys: Keys::default(),
            versions: Versions::here(),
        }
    }

    /// Whether one that this step needs has failed, or was skipped because another has.
    pub(super) fn stands_in_the_way(&self, step: Step) -> bool {
        self.steps.iter().any(|done| {
            step.needs().contains(&done.step)
                && !matches!(
                    (done.outcome, done.cause),
                    (Outcome::Passed, _) | (_, Some(Why::Skipped(Skipped::NotUsed)))
                )
        })
    }
}
