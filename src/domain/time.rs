//! Points in time as the contract writes them.

/// An ISO 8601 time in UTC, such as `2026-05-03T09:00:00Z`. Formatting belongs to `i18n::format`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp(String);

impl Timestamp {
    /// Wraps a time that the server gave.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as the server sent it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
