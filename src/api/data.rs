//! `/maintenance/data`: all that the plugin has stored.

use super::{
    client::Client,
    dto::{self, Body, ClearData},
    request::{Method, Request},
};
use crate::domain::failure::Failure;

/// Has the plugin forget everything, and says how many Jira Project specific connections there were.
///
/// # Errors
/// Why that was not done, or why it can't be told.
pub async fn clear(client: &Client) -> Result<u32, Failure> {
    let request = Request::new(Method::Delete, "/maintenance/data".to_owned())
        .body(Body::Clear(ClearData::confirmed()));
    client.read::<dto::Cleared, _>(request).await
}
