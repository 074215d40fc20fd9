//! The accounts whose keys connections hold.

use std::collections::HashSet;

use leptos::prelude::*;

use super::{latest::Latest, load::Load, store::Store};
use crate::{
    api::{accounts, client::Client, request::Cancel},
    domain::{account::Account, failure::Failure},
};

/// How many are asked for at a time: the most that the contract allows, because none of them is waited for alone.
const PAGE_SIZE: usize = 200;

/// The accounts, as far as they are known.
#[derive(Clone, Copy)]
pub struct KnownAccounts {
    store: Store,
    /// All of them.
    pub found: RwSignal<Load<Vec<Account>>>,
    reads: Latest,
}

impl KnownAccounts {
    /// Reads them.
    pub fn read(store: Store) -> Self {
        let known = Self {
            store,
            found: RwSignal::new(Load::Loading),
            reads: Latest::default(),
        };
        known.read_again();
        known
    }

    /// Reads them anew. Those that are known stay until then.
    pub fn read_again(self) {
        self.found.maybe_update(Load::ask_again);
        let client = self.store.client();
        self.reads.ask(
            async move |cancel| read_all(&client, &cancel).await,
            move |read| self.found.set(read.into()),
        );
    }
}

/// Reads them page by page. What is odd about one, such as a label that another has, shows only among all of them.
async fn read_all(client: &Client, cancel: &Cancel) -> Result<Vec<Account>, Failure> {
    let mut all = Vec::new();
    loop {
        let page = accounts::list(client, all.len(), PAGE_SIZE, cancel).await?;
        if !page.is_whole {
            return Err(Failure::NotWhole);
        }
        // Others may change keys meanwhile, so that accounts go away.
        let is_last = page.values.is_empty() || all.len() + page.values.len() >= page.total;
        all.extend(page.values);
        if is_last {
            let mut seen = HashSet::with_capacity(all.len());
            let is_whole = all.iter().all(|account| seen.insert(&account.key_of));
            return if is_whole { Ok(all) } else { Err(Failure::NotWhole) };
        }
    }
}
