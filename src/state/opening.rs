//! Gets hold of the connection that the navigation names, so that the detail pane can show it.

use leptos::prelude::*;

use super::{latest::Latest, load::Load, navigation::Navigation, store::Store};
use crate::{
    api::connections,
    domain::{connection::Connection, failure::Failure, ids::ConnectionId},
};

/// The way from an id to a connection that can be shown.
#[derive(Clone, Copy)]
pub struct Opening {
    store: Store,
    read: RwSignal<(ConnectionId, Load<Connection>)>,
    /// Which connection is open, and whether it can be shown yet. It changes only when something else is to be shown,
    /// not when the shown connection changes.
    pub state: Memo<(ConnectionId, Load<()>)>,
    reads: Latest,
    /// The connection that was read for itself when it was opened. A row of the list may be older than that.
    fresh: StoredValue<Option<ConnectionId>>,
    /// A connection that was just added, until it is opened.
    added: StoredValue<Option<Connection>>,
}

impl Opening {
    /// Follows the navigation.
    pub fn new(store: Store, navigation: Navigation) -> Self {
        let read = RwSignal::new((ConnectionId::global(), Load::Loading));
        let state = Memo::new(move |_| {
            let id = navigation.current.get();
            let state = if id.is_global() {
                store.global.with(Load::progress)
            } else {
                read.with(
                    |(of, read)| {
                        if *of == id { read.progress() } else { Load::Loading }
                    },
                )
            };
            (id, state)
        });
        let opening = Self {
            store,
            read,
            state,
            reads: Latest::default(),
            fresh: StoredValue::new(None),
            added: StoredValue::new(None),
        };
        Effect::new(move |_| opening.open(navigation.current.get()));
        opening
    }

    /// The connection that is open, once [`Opening::state`] says that it is ready.
    pub fn shown(self, id: &ConnectionId) -> Option<Connection> {
        let known = self.store.known(id);
        let read = self
            .read
            .with_untracked(|(of, read)| read.ready().filter(|_| of == id).cloned());
        let is_current = |read: &Connection| known.as_ref().is_none_or(|known| known.version == read.version);
        // Of two words on the same version, that on this connection alone is the later one.
        read.filter(is_current).or(known)
    }

    /// Whether what is shown of a connection was read for itself just now, not with the list, perhaps long ago.
    pub fn is_fresh(self, id: &ConnectionId) -> bool {
        id.is_global() || self.fresh.with_value(|fresh| fresh.as_ref() == Some(id))
    }

    /// Remembers a connection that was just added, which no list row shows yet. What is open stays open: unsaved input
    /// may keep the person there.
    pub fn remember(self, added: Connection) {
        self.added.set_value(Some(added));
    }

    /// Asks again for what could not be had: the open connection, and whatever else failed with it.
    pub fn retry(self) {
        self.store.retry();
        let failed = self.read.with_untracked(|(id, read)| match read {
            // It won't come back.
            Load::Failed(Failure::ConnectionGone) => None,
            Load::Failed(_) => Some(id.clone()),
            Load::Loading | Load::Ready(_) => None,
        });
        if let Some(id) = failed {
            self.read(id);
        }
    }

    fn open(self, id: ConnectionId) {
        self.reads.end();
        self.fresh.set_value(None);
        if id.is_global() {
            // What was read of another connection is out of date by the time that somebody comes back to it.
            self.read.set((id, Load::Loading));
            return;
        }
        let added = self.added.try_update_value(Option::take).flatten();
        let added = added.filter(|added| added.id == id);
        if added.is_some() {
            self.fresh.set_value(Some(id.clone()));
        }
        match self.store.known(&id).or(added) {
            Some(known) => self.read.set((id, Load::Ready(known))),
            None => self.read(id),
        }
    }

    fn read(self, id: ConnectionId) {
        self.read.set((id.clone(), Load::Loading));
        let client = self.store.client();
        self.reads.ask(
            async move |cancel| {
                let read = connections::get(&client, &id, &cancel).await;
                (id, read.into())
            },
            move |read: (ConnectionId, _)| {
                self.fresh.set_value(Some(read.0.clone()));
                self.read.set(read);
            },
        );
    }
}
