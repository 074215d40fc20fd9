//! A Jira project, in the two forms the REST API gives it.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

use super::{CONTEXT_PATH, ConnectionId, ProjectId};

/// Whether a project can be worked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProjectState {
    /// The usual.
    Active,
    /// Read-only and out of sight; can come back.
    Archived,
    /// Gone from Jira. The sandbox keeps the row, so that it can come back in a test.
    Deleted,
}

impl ProjectState {
    /// The word in the database and in the sandbox's control endpoints.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Archived => "archived",
            Self::Deleted => "deleted",
        }
    }
}

impl ToSql for ProjectState {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.word().into())
    }
}

impl FromSql for ProjectState {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = value.as_str()?;
        [Self::Active, Self::Archived, Self::Deleted]
            .into_iter()
            .find(|state| state.word() == word)
            .ok_or(FromSqlError::InvalidType)
    }
}

/// The project of a connection, as Jira knows it now, or knew it last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are the contract's, which describes each")]
pub struct ConnectionProject {
    pub id: ProjectId,
    pub key: String,
    pub name: String,
    pub avatar_url: String,
    pub available: bool,
}

/// A project to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are the contract's, which describes each")]
pub struct Project {
    pub id: ProjectId,
    pub key: String,
    pub name: String,
    pub avatar_url: String,
    pub connection_id: Option<ConnectionId>,
}

/// Jira's address of a project's picture.
#[must_use]
pub fn avatar_url(project: ProjectId) -> String {
    format!("{CONTEXT_PATH}/secure/projectavatar?pid={project}&size=medium")
}
