//! The list of breaches of contract since the start, for tests and for people.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use crate::model::now;

/// Who broke the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Direction {
    /// The page, or whoever sent the request.
    Request,
    /// The plugin, here the sandbox.
    Response,
}

/// One breach of contract.
#[derive(Debug, Clone, Serialize)]
pub struct Violation {
    /// When.
    pub time: String,
    /// Who.
    pub direction: Direction,
    /// The request's method.
    pub method: String,
    /// The request's path below the REST base.
    pub path: String,
    /// The response's status, if it was the response.
    pub status: Option<u16>,
    /// What is wrong, without any value that was sent.
    pub problems: Vec<String>,
}

/// All of them. Clones share the list.
#[derive(Debug, Clone, Default)]
pub struct Violations(Arc<Mutex<Vec<Violation>>>);

impl Violations {
    /// Adds one and shouts.
    pub fn record(
        &self,
        direction: Direction,
        method: &str,
        path: &str,
        status: Option<u16>,
        problems: &[String],
    ) {
        let who = match direction {
            Direction::Request => "REQUEST",
            Direction::Response => "RESPONSE",
        };
        eprintln!(
            "sandbox: CONTRACT VIOLATION in the {who} {method} {path}: {}",
            problems.join("; ")
        );
        let violation = Violation {
            time: now(),
            direction,
            method: method.to_owned(),
            path: path.to_owned(),
            status,
            problems: problems.to_owned(),
        };
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(violation);
    }

    /// A copy of the list, oldest first.
    #[must_use]
    pub fn list(&self) -> Vec<Violation> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets them all.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
