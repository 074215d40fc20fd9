//! What the plugin does by itself, now and then.

use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize, Serializer};

use super::{NoSuchId, instant};

/// Which job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum JobId {
    /// Bugs from Test IO become issues.
    IssuesSync,
    /// Whether what is configured still fits Jira's projects.
    ConfigurationValidation,
    /// Comments go both ways.
    CommentsSync,
    /// Whether Test IO still accepts the stored keys: the one that the sandbox really does.
    ConnectionsSync,
}

impl JobId {
    /// Every job, in the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::IssuesSync,
        Self::ConfigurationValidation,
        Self::CommentsSync,
        Self::ConnectionsSync,
    ];

    /// The word in JSON, in paths, and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::IssuesSync => "ISSUES_SYNC",
            Self::ConfigurationValidation => "CONFIGURATION_VALIDATION",
            Self::CommentsSync => "COMMENTS_SYNC",
            Self::ConnectionsSync => "CONNECTIONS_SYNC",
        }
    }

    /// Its name, as today's page has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::IssuesSync => "Issues Sync",
            Self::ConfigurationValidation => "Configuration Validation",
            Self::CommentsSync => "Comments Sync",
            Self::ConnectionsSync => "Connections Sync",
        }
    }

    /// What it is for.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::IssuesSync => "Brings bugs from Test IO to Jira.",
            Self::ConfigurationValidation => "Checks that what is configured still fits the Jira projects.",
            Self::CommentsSync => "Exchanges comments between Test IO and Jira.",
            Self::ConnectionsSync => "Checks the stored keys with Test IO.",
        }
    }

    /// How often it runs; `None` for the one that `--check-every` decides about.
    #[must_use]
    pub fn period(self) -> Option<SignedDuration> {
        match self {
            Self::IssuesSync => Some(SignedDuration::from_mins(5)),
            Self::ConfigurationValidation => Some(SignedDuration::from_hours(6)),
            Self::CommentsSync => Some(SignedDuration::from_hours(24)),
            Self::ConnectionsSync => None,
        }
    }
}

impl FromStr for JobId {
    type Err = NoSuchId;

    fn from_str(text: &str) -> Result<Self, NoSuchId> {
        Self::ALL
            .into_iter()
            .find(|job| job.word() == text)
            .ok_or(NoSuchId)
    }
}

impl ToSql for JobId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.word().into())
    }
}

/// What a run came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum JobOutcome {
    /// All is well.
    Succeeded,
    /// Something is not.
    Failed,
}

impl JobOutcome {
    fn word(self) -> &'static str {
        match self {
            Self::Succeeded => "SUCCEEDED",
            Self::Failed => "FAILED",
        }
    }
}

impl ToSql for JobOutcome {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.word().into())
    }
}

impl FromSql for JobOutcome {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = value.as_str()?;
        [Self::Succeeded, Self::Failed]
            .into_iter()
            .find(|outcome| outcome.word() == word)
            .ok_or(FromSqlError::InvalidType)
    }
}

/// How a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "the contract explains each")]
pub enum JobStatus {
    NeverRun,
    Running,
    Succeeded,
    Failed,
}

/// A run that is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobRun {
    /// When it began.
    #[serde(serialize_with = "as_instant")]
    pub started_at: Timestamp,
    /// How long it took.
    pub duration_ms: i64,
    /// What it came to.
    pub outcome: JobOutcome,
    /// What came of it, for people.
    pub message: String,
}

impl JobRun {
    /// When it was over.
    #[must_use]
    pub fn end(&self) -> Timestamp {
        let duration = SignedDuration::from_millis(self.duration_ms);
        self.started_at
            .saturating_add(duration)
            .unwrap_or(self.started_at)
    }
}

/// A job as the REST API gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are the contract's, which describes each")]
pub struct Job {
    pub id: JobId,
    pub name: &'static str,
    pub description: &'static str,
    pub status: JobStatus,
    #[serde(serialize_with = "as_nullable_instant")]
    pub status_since: Option<Timestamp>,
    #[serde(serialize_with = "as_nullable_instant")]
    pub last_run_at: Option<Timestamp>,
    #[serde(serialize_with = "as_nullable_instant")]
    pub next_run_at: Option<Timestamp>,
    pub notify: bool,
    pub runs: Vec<JobRun>,
}

fn as_instant<S: Serializer>(time: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&instant(*time))
}

fn as_nullable_instant<S: Serializer>(time: &Option<Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
    time.map(instant).serialize(serializer)
}
