//! `/accounts`: the Test IO accounts behind all connections.

use super::{
    client::Client,
    dto,
    query::page_query,
    request::{Cancel, Method, Request},
};
use crate::domain::{account::Account, failure::Failure, paged::Page};

/// Reads a page of the accounts, by their labels.
///
/// # Errors
/// Why it can't be had.
pub async fn list(
    client: &Client,
    start_at: usize,
    max_results: usize,
    cancel: &Cancel,
) -> Result<Page<Account>, Failure> {
    let path = page_query("/accounts", "", start_at, max_results);
    let request = Request::new(Method::Get, path).cancelled_by(cancel);
    let page: Page<Account> = client.read::<dto::Page<dto::Account>, _>(request).await?;
    Ok(page.checked(start_at, max_results, |account| account.key_of.clone()))
}
