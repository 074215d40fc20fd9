//! Pages of the Jira Project specific connections, also for what the server has no filter for.

use futures::future::{LocalBoxFuture, try_join_all};

use crate::{
    api::{client::Client, connections, request::Cancel},
    domain::{
        connection::Connection,
        failure::Failure,
        filter::{ListFilter, StatusFilter},
        paged::Page,
        slices::slices,
        status::Status,
    },
};

/// A page that is still to come.
pub type Coming<T> = LocalBoxFuture<'static, Result<Page<T>, Failure>>;

/// Reads `size` rows from `start` on.
pub fn read(
    client: &Client,
    filter: ListFilter,
    start: usize,
    size: usize,
    cancel: Cancel,
) -> Coming<Connection> {
    let client = client.clone();
    Box::pin(async move {
        match filter.status.lists() {
            None => connections::list(&client, &filter, start, size, &cancel).await,
            Some(states) => together(&client, &filter, states, start, size, &cancel).await,
        }
    })
}

/// The list of several states is made of one list for each. Their lengths say where one ends and the next begins.
async fn together(
    client: &Client,
    filter: &ListFilter,
    states: &[Status],
    start: usize,
    size: usize,
    cancel: &Cancel,
) -> Result<Page<Connection>, Failure> {
    let ask = async |status, start, size| {
        let filter = ListFilter {
            status: StatusFilter::Only(status),
            ..filter.clone()
        };
        connections::list(client, &filter, start, size, cancel).await
    };
    // They leave all at once, and one row is the least that can be asked for.
    let counting = try_join_all(states.iter().map(|status| ask(*status, 0, 1))).await?;
    let is_whole = counting.iter().all(|counted| counted.is_whole);
    let totals: Vec<_> = states
        .iter()
        .zip(counting)
        .map(|(status, counted)| (*status, counted.total))
        .collect();
    let slices = slices(&totals, start..start + size).into_iter();
    let read = try_join_all(slices.map(|slice| ask(slice.status, slice.start, slice.len))).await?;
    let page = Page {
        start_at: start,
        total: totals.iter().map(|(_, total)| total).sum(),
        is_whole: is_whole && read.iter().all(|page| page.is_whole),
        values: read.into_iter().flat_map(|page| page.values).collect(),
    };
    Ok(page.checked(start, size, |connection: &Connection| connection.id.clone()))
}
