//! Which connections the list shows.

use super::status::Status;

/// The filter of the list. The server applies it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Words of the project's name or key.
    pub query: String,
    /// Only this state.
    pub status: Option<Status>,
    /// Only this account label.
    pub account: Option<String>,
}

impl ListFilter {
    /// Whether every connection is shown.
    pub fn is_empty(&self) -> bool {
        self.query.trim().is_empty() && self.status.is_none() && self.account.is_none()
    }
}
