//! `/connections/summary`: the instance at a glance.

use super::{
    client::Client,
    request::{Cancel, Method, Request},
};
use crate::domain::{failure::Failure, overview::Summary};

/// Reads the figures above the list.
pub async fn get(client: &Client, cancel: &Cancel) -> Result<Summary, Failure> {
    client
        .json(Request::new(Method::Get, "/connections/summary".to_owned()).cancelled_by(cancel))
        .await
}
