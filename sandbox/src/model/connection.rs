//! A connection as the REST API gives it.

use std::collections::BTreeMap;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

use super::{ConnectionId, ConnectionProject};

/// How many products a connection or a test shows; the count beside them is of all.
const SHOWN_PRODUCTS: usize = 10;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Scope {
    /// All projects without a connection of their own.
    Global,
    /// One project.
    Project,
}

/// The state of a connection in one word; the contract says which applies when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(
    missing_docs,
    reason = "the contract explains each under \"Status of a connection\""
)]
pub enum Status {
    Inactive,
    KeyMissing,
    Connected,
    Unverified,
    KeyRejected,
    Unreachable,
    ProjectUnavailable,
}

impl Status {
    /// Every status, in the contract's order.
    pub const ALL: [Self; 7] = [
        Self::Inactive,
        Self::KeyMissing,
        Self::Connected,
        Self::Unverified,
        Self::KeyRejected,
        Self::Unreachable,
        Self::ProjectUnavailable,
    ];

    /// The word in JSON, in queries, and in the database's view.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Inactive => "INACTIVE",
            Self::KeyMissing => "KEY_MISSING",
            Self::Connected => "CONNECTED",
            Self::Unverified => "UNVERIFIED",
            Self::KeyRejected => "KEY_REJECTED",
            Self::Unreachable => "UNREACHABLE",
            Self::ProjectUnavailable => "PROJECT_UNAVAILABLE",
        }
    }

    /// The contract's `StatusCounts`: every status by its word, also those that do not occur.
    #[must_use]
    pub fn all_counted(occurring: impl IntoIterator<Item = (Self, usize)>) -> BTreeMap<&'static str, usize> {
        let mut counts: BTreeMap<_, _> = Self::ALL.into_iter().map(|status| (status.word(), 0)).collect();
        counts.extend(
            occurring
                .into_iter()
                .map(|(status, count)| (status.word(), count)),
        );
        counts
    }
}

impl FromSql for Status {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = value.as_str()?;
        Self::ALL
            .into_iter()
            .find(|status| status.word() == word)
            .ok_or(FromSqlError::InvalidType)
    }
}

/// What the last check of a stored key came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckOutcome {
    /// Test IO took it.
    Accepted,
    /// Test IO refused it.
    Rejected,
    /// Test IO gave no usable answer.
    Unreachable,
}

impl ToSql for CheckOutcome {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Accepted => "ACCEPTED",
            Self::Rejected => "REJECTED",
            Self::Unreachable => "UNREACHABLE",
        }
        .into())
    }
}

/// A Test IO product that a key gives access to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Test IO's id.
    pub id: String,
    /// Its name, untrusted text.
    pub name: String,
}

/// The products behind a key: the first few, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Products {
    /// The first 10 in Test IO's order.
    pub shown: Vec<Product>,
    /// The number of all.
    pub count: usize,
}

impl From<Vec<Product>> for Products {
    fn from(mut all: Vec<Product>) -> Self {
        let count = all.len();
        all.truncate(SHOWN_PRODUCTS);
        Self { shown: all, count }
    }
}

/// Somebody, as others may see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// The full name.
    pub display_name: String,
}

/// The contract's `Connection`. It has no room for a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are the contract's, which describes each")]
pub struct Connection {
    pub id: ConnectionId,
    pub scope: Scope,
    pub project: Option<ConnectionProject>,
    pub active: bool,
    pub has_key: bool,
    pub key_hint: Option<String>,
    pub key_saved_at: Option<String>,
    pub key_saved_by: Option<Person>,
    pub account_label: Option<String>,
    pub same_key: usize,
    pub status: Status,
    pub status_since: String,
    pub products: Vec<Product>,
    pub product_count: usize,
    pub last_checked_at: Option<String>,
    pub updated_at: String,
    pub updated_by: Option<Person>,
    pub version: i64,
}

impl Connection {
    /// The strong entity tag of this state.
    #[must_use]
    pub fn etag(&self) -> String {
        format!("\"{}\"", self.version)
    }
}

#[cfg(test)]
mod tests {
    use super::Status;

    #[test]
    fn a_status_is_spelt_alike_in_json_and_in_the_database() {
        for status in Status::ALL {
            assert_eq!(serde_json::json!(status), status.word());
        }
    }
}
