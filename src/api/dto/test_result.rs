//! `TestResult`: what a connection test found.

use serde::Deserialize;

use super::{Count, connection::Product};
use crate::domain::{
    retry_after,
    test_report::{self, TestReport},
};

/// What Test IO said to a key.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TestResult {
    outcome: Outcome,
    products: Vec<Product>,
    product_count: Count,
    retry_after_seconds: Option<Count>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Outcome {
    Accepted,
    Rejected,
    Unreachable,
    RateLimited,
}

impl From<TestResult> for TestReport {
    fn from(result: TestResult) -> Self {
        Self {
            outcome: match result.outcome {
                Outcome::Accepted => test_report::Outcome::Accepted,
                Outcome::Rejected => test_report::Outcome::Rejected,
                Outcome::Unreachable => test_report::Outcome::Unreachable,
                Outcome::RateLimited => test_report::Outcome::RateLimited,
            },
            products: result.products.into_iter().map(Into::into).collect(),
            product_count: result.product_count.0,
            retry_after_seconds: result
                .retry_after_seconds
                .and_then(|seconds| retry_after::valid(seconds.0)),
        }
    }
}
