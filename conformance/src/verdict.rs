//! What trying a rule comes to.

use serde::Serialize;

/// What went against a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The request, without any key in it.
    pub request: String,
    /// What was answered, without any key in it.
    pub came: String,
    /// What the rule asks for.
    pub expected: String,
}

/// Why a rule was not found kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The server breaks it.
    Broken(Box<Finding>),
    /// There is no saying, for this reason.
    NotChecked(String),
}

/// Kept, or why not.
pub type Verdict<T = ()> = Result<T, Failure>;

/// A verdict that says nothing about the rule.
pub fn not_checked<T>(why: impl Into<String>) -> Verdict<T> {
    Err(Failure::NotChecked(why.into()))
}
