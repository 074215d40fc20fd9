//! Reads every connection that a filter lets through, for what needs them all at once.

use std::collections::HashSet;

use leptos::{prelude::*, task::spawn_local};

use super::{connection_pages, latest::Latest, store::Store};
use crate::{
    api::{connections, request::Cancel},
    domain::{connection::Connection, failure::Failure, filter::ListFilter, ids::ConnectionId},
};

/// Rows asked for at a time: the most that the contract allows, because none of them is waited for alone.
const PAGE_SIZE: usize = 200;

/// Reads the connections page by page, one page at a time. Without a filter, the Global (default) one comes first.
///
/// # Errors
/// The first failure: what was read until then is of no use. So is a list that lacks some or has some twice.
pub async fn read_all(store: Store, filter: ListFilter, cancel: Cancel) -> Result<Vec<Connection>, Failure> {
    let client = store.client();
    let mut all = Vec::new();
    if filter.is_empty() {
        let global = connections::get(&client, &ConnectionId::global(), &cancel).await?;
        all.push(global);
    }
    let before = all.len();
    loop {
        let start = all.len() - before;
        let page = connection_pages::read(&client, filter.clone(), start, PAGE_SIZE, cancel.clone()).await?;
        if !page.is_whole {
            return Err(Failure::NotWhole);
        }
        // A list may shrink meanwhile.
        let is_last = page.values.is_empty() || start + page.values.len() >= page.total;
        all.extend(page.values);
        if is_last {
            let mut seen = HashSet::with_capacity(all.len());
            let is_whole = all.iter().all(|connection| seen.insert(&connection.id));
            return if is_whole { Ok(all) } else { Err(Failure::NotWhole) };
        }
    }
}

/// Reading all connections for one purpose.
#[derive(Clone, Copy)]
pub struct Sweep {
    store: Store,
    busy: RwSignal<bool>,
    turns: Latest,
}

impl Sweep {
    /// Nothing asked for yet.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            busy: RwSignal::new(false),
            turns: Latest::default(),
        }
    }

    /// Whether reading is under way.
    pub fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// Reads all connections and hands them over, or why they can't be had. What was asked for before is given up.
    pub fn start(self, on_read: Callback<Vec<Connection>>, on_failed: Callback<Failure>) {
        let turn = self.turns.begin();
        self.busy.set(true);
        spawn_local(async move {
            let read = read_all(self.store, ListFilter::default(), turn.cancel.clone()).await;
            if !self.turns.is_current(&turn) {
                return;
            }
            self.busy.set(false);
            match read {
                Ok(connections) => on_read.run(connections),
                Err(failure) => on_failed.run(failure),
            }
        });
    }

    /// Gives up what is under way.
    pub fn give_up(self) {
        self.turns.end();
        self.busy.set(false);
    }
}
