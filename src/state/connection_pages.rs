//! Pages of the Jira Project specific connections, also for what the server has no filter for.

use std::{future::Future, pin::Pin};

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
pub type Coming<T> = Pin<Box<dyn Future<Output = Result<Page<T>, Failure>>>>;

/// Reads `size` rows from `start` on.
pub fn read(
    client: &Client,
    filter: ListFilter,
    start: usize,
    size: usize,
    cancel: Cancel,
) -> Coming<Connection> {
    if filter.status == StatusFilter::NeedsAttention {
        Box::pin(needs_attention(client.clone(), filter, start, size, cancel))
    } else {
        Box::pin(connections::list(client, &filter, start, size, &cancel))
    }
}

/// The list of all that need attention is made of one list for each state. Their lengths say where one ends and the
/// next begins.
async fn needs_attention(
    client: Client,
    filter: ListFilter,
    start: usize,
    size: usize,
    cancel: Cancel,
) -> Result<Page<Connection>, Failure> {
    let ask = |status, start, size| {
        let filter = ListFilter {
            status: StatusFilter::Only(status),
            ..filter.clone()
        };
        connections::list(&client, &filter, start, size, &cancel)
    };
    // They leave all at once, and one row is the least that can be asked for.
    let counting = NEEDS_ATTENTION.map(|status| ask(status, 0, 1));
    let mut totals = [0; NEEDS_ATTENTION.len()];
    for (total, counted) in totals.iter_mut().zip(counting) {
        *total = counted.await?.total;
    }
    let mut reading = Vec::new();
    for slice in slices(totals, start..start + size) {
        reading.push(ask(slice.status, slice.start, slice.len));
    }
    let mut values = Vec::new();
    for read in reading {
        values.append(&mut read.await?.values);
    }
    Ok(Page {
        start_at: start,
        total: totals.iter().sum(),
        values,
    })
}
