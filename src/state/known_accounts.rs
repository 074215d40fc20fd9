//! The accounts whose keys connections hold.

use leptos::{prelude::*, task::spawn_local};

use super::{latest::Latest, load::Load, store::Store};
use crate::{api::accounts, domain::account::Account};

/// How many are read. Nobody chooses among more.
const MOST: usize = 200;

/// The accounts, as far as they are known.
#[derive(Clone, Copy)]
pub struct KnownAccounts {
    store: Store,
    /// Those that were read.
    pub found: RwSignal<Load<Vec<Account>>>,
    /// How many more there are.
    pub more: RwSignal<usize>,
    reads: Latest,
}

impl KnownAccounts {
    /// Reads them.
    pub fn read(store: Store) -> Self {
        let known = Self {
            store,
            found: RwSignal::new(Load::Loading),
            more: RwSignal::new(0),
            reads: Latest::default(),
        };
        known.read_again();
        known
    }

    /// Reads them anew. Those that are known stay until then.
    pub fn read_again(self) {
        if self.found.with_untracked(|found| found.ready().is_none()) {
            self.found.set(Load::Loading);
        }
        let turn = self.reads.begin();
        spawn_local(async move {
            let read = accounts::list(&self.store.client(), 0, MOST, &turn.cancel).await;
            if !self.reads.is_current(&turn) {
                return;
            }
            match read {
                Ok(page) => {
                    self.more.set(page.total.saturating_sub(page.values.len()));
                    self.found.set(Load::Ready(page.values));
                }
                Err(failure) => self.found.set(Load::Failed(failure)),
            }
        });
    }
}
