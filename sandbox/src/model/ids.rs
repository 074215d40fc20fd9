//! Ids as the REST API spells them.

use std::fmt;
use std::str::FromStr;

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text that is nobody's id. To a client that is the same as an id of something that has gone: 404.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such id")]
pub struct NoSuchId;

/// Jira's id of a project, which stays when key and name change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectId(pub i64);

impl fmt::Display for ProjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for ProjectId {
    type Err = NoSuchId;

    fn from_str(text: &str) -> Result<Self, NoSuchId> {
        decimal(text).map(Self)
    }
}

impl Serialize for ProjectId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ProjectId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

impl ToSql for ProjectId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for ProjectId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i64::column_result(value).map(Self)
    }
}

/// Which connection: the one for all projects, or a project's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConnectionId {
    /// The Global (default) connection, spelt `global`.
    Global,
    /// A project connection, by its row.
    Own(i64),
}

impl fmt::Display for ConnectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Global => f.write_str("global"),
            Self::Own(row) => row.fmt(f),
        }
    }
}

impl FromStr for ConnectionId {
    type Err = NoSuchId;

    fn from_str(text: &str) -> Result<Self, NoSuchId> {
        if text == "global" {
            Ok(Self::Global)
        } else {
            decimal(text).map(Self::Own)
        }
    }
}

impl Serialize for ConnectionId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Only the one canonical spelling counts, so that no two texts mean the same thing.
fn decimal(text: &str) -> Result<i64, NoSuchId> {
    let number: i64 = text.parse().map_err(|_| NoSuchId)?;
    if number.to_string() == text {
        Ok(number)
    } else {
        Err(NoSuchId)
    }
}

#[cfg(test)]
mod tests {
    use super::{ConnectionId, NoSuchId, ProjectId};

    #[test]
    fn an_id_has_one_spelling() {
        assert_eq!("global".parse(), Ok(ConnectionId::Global));
        assert_eq!("12".parse(), Ok(ConnectionId::Own(12)));
        assert_eq!("012".parse::<ConnectionId>(), Err(NoSuchId));
        assert_eq!("+12".parse::<ProjectId>(), Err(NoSuchId));
        assert_eq!("GLOBAL".parse::<ConnectionId>(), Err(NoSuchId));
    }
}
