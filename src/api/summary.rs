//! `/connections/summary`: the instance at a glance.

use super::{
    client::Client,
    dto,
    request::{Cancel, Method, Request},
};
use crate::domain::{failure::Failure, summary::Summary};

/// Reads the figures above the list.
///
/// # Errors
/// Why they can't be had.
pub async fn get(client: &Client, cancel: &Cancel) -> Result<Summary, Failure> {
    let request = Request::new(Method::Get, "/connections/summary".to_owned()).cancelled_by(cancel);
    client.read::<dto::Summary, _>(request).await
}
