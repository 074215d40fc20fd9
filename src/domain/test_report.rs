//! What a connection test found.

use super::connection::Product;

/// The answer to a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestReport {
    /// What Test IO said.
    pub outcome: Outcome,
    /// The products the key gives access to, when it was accepted.
    pub products: Vec<Product>,
    /// How many products in all.
    pub product_count: u32,
    /// How long to wait before the next attempt, in seconds, when Test IO said so.
    pub retry_after_seconds: Option<u32>,
}

/// What Test IO said to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The key works.
    Accepted,
    /// The key is refused.
    Rejected,
    /// Test IO did not answer.
    Unreachable,
    /// Test IO asks to wait.
    RateLimited,
}

/// Which key was tested. The page always says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tested {
    /// What stands in the key field.
    Typed,
    /// What is stored.
    Saved,
}
