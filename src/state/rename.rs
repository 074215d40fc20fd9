//! Giving all connections that hold one key the same label.

use leptos::{prelude::*, task::spawn_local};

use super::store::Store;
use crate::{
    api::{connections, request::Cancel},
    domain::{
        account::Account,
        connection::Connection,
        draft::{Change, Reach},
        failure::Failure,
    },
};

/// How far renaming has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renaming {
    /// Not asked for yet.
    Idle,
    /// On its way.
    Busy,
    /// So many connections have the label now.
    Done(u32),
    /// None has it, as far as is known.
    Failed(Failure),
}

/// Renames one account at a time.
#[derive(Clone, Copy)]
pub struct Rename {
    store: Store,
    /// How far it has come.
    pub progress: RwSignal<Renaming>,
    on_ended: Callback<()>,
}

impl Rename {
    /// Nothing asked for yet. `on_ended` is called whenever something was renamed, or could not be.
    pub fn new(store: Store, on_ended: Callback<()>) -> Self {
        Self {
            store,
            progress: RwSignal::new(Renaming::Idle),
            on_ended,
        }
    }

    /// Gives the connections of an account a label, all of them or none. While one is on its way, nothing happens.
    pub fn start(self, account: &Account, label: String) {
        if self.progress.get_untracked() == Renaming::Busy {
            return;
        }
        self.progress.set(Renaming::Busy);
        let (account, count) = (account.clone(), account.connections.total);
        spawn_local(async move {
            let renamed = self.rename(&account, label).await;
            self.store.catch_up();
            let progress = match renamed {
                Ok(_) => Renaming::Done(count),
                Err(failure) => Renaming::Failed(failure),
            };
            // The dialog may be gone by now.
            self.progress.try_set(progress);
            self.on_ended.try_run(());
        });
    }

    /// Nobody enters anything here that somebody else's change could be lost to, but the label. So the version that the
    /// server has at the moment will do, and the number of connections is the one that was shown.
    async fn rename(self, account: &Account, label: String) -> Result<Connection, Failure> {
        let (client, cancel) = (self.store.client(), Cancel::default());
        let current = connections::get(&client, &account.key_of, &cancel).await?;
        let change = Change {
            account_label: Some(label),
            reach: match account.connections.total {
                0 | 1 => Reach::This,
                all => Reach::SameKey(all - 1),
            },
            ..Change::default()
        };
        connections::update(&client, &account.key_of, current.version, &change, &cancel).await
    }
}
