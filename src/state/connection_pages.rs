//! Pages of the Jira Project specific connections, also for what the server has no filter for.

use futures::future::{LocalBoxFuture, try_join_all};

use crate::{
    api::{client::Client, connections, request::Cancel},
    domain::{
        attention::{NEEDS_ATTENTION, slices},
        connection::Connection,
        failure::Failure,
        filter::{ListFilter, StatusFilter},
        paged::Page,
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
        match filter.status {
            StatusFilter::Any | StatusFilter::Only(_) => {
                connections::list(&client, &filter, start, size, &cancel).await
            }
            StatusFilter::NeedsAttention => needs_attention(&client, &filter, start, size, &cancel).await,
        }
    })
}

/// The list of all that need attention is made of one list for each state. Their lengths say where one ends and the
/// next begins.
async fn needs_attention(
    client: &Client,
    filter: &ListFilter,
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
    let counting = try_join_all(NEEDS_ATTENTION.map(|status| ask(status, 0, 1))).await?;
    let mut totals = [0; NEEDS_ATTENTION.len()];
    let mut is_whole = true;
    for (total, counted) in totals.iter_mut().zip(counting) {
        *total = counted.total;
        is_whole &= counted.is_whole;
    }
    let slices = slices(totals, start..start + size).into_iter();
    let read = try_join_all(slices.map(|slice| ask(slice.status, slice.start, slice.len))).await?;
    let page = Page {
        start_at: start,
        total: totals.iter().sum(),
        is_whole: is_whole && read.iter().all(|page| page.is_whole),
        values: read.into_iter().flat_map(|page| page.values).collect(),
    };
    Ok(page.checked(start, size, |connection: &Connection| connection.id.clone()))
}
