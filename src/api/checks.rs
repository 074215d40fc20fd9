//! `/maintenance/checks`: whether Jira reaches Test IO.

use super::{
    client::Client,
    dto,
    request::{Cancel, Method, Request},
};
use crate::domain::{check::Report, failure::Failure};

const PATH: &str = "/maintenance/checks";

/// Reads the report of the last run, or of the one under way.
///
/// # Errors
/// Why it can't be had.
pub async fn get(client: &Client, cancel: &Cancel) -> Result<Report, Failure> {
    let request = Request::new(Method::Get, PATH.to_owned()).cancelled_by(cancel);
    client.read::<dto::CheckReport, _>(request).await
}

/// Walks the way to Test IO, and gives the report once that is over.
///
/// # Errors
/// Why there is none. The run may have begun all the same.
pub async fn run(client: &Client, cancel: &Cancel) -> Result<Report, Failure> {
    let request = Request::new(Method::Post, PATH.to_owned()).cancelled_by(cancel);
    client.read::<dto::CheckReport, _>(request).await
}
