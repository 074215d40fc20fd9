//! Gets hold of the connection that the navigation names, so that the detail pane can show it.

use leptos::task::spawn_local;

use super::{latest::Latest, load::Load, navigation::Navigation, store::Store};
use crate::{
    api::connections,
    domain::{connection::Versioned, ids::ConnectionId},
    reactive::{RwSignal, Signal, effect, memo},
};

/// The way from an id to a connection that can be shown.
#[derive(Clone, Copy)]
pub struct Opening {
    store: &'static Store,
    read: RwSignal<(ConnectionId, Load<Versioned>)>,
    /// Which connection is open, and whether it can be shown yet. It changes only when something else is to be shown,
    /// not when the shown connection changes.
    pub state: Signal<(ConnectionId, Load<()>)>,
    reads: Latest,
}

impl Opening {
    /// Follows the navigation.
    pub fn new(store: &'static Store, navigation: Navigation) -> Self {
        let read = RwSignal::new((ConnectionId::global(), Load::Loading));
        let state = memo(move || {
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
        };
        effect(move || opening.open(navigation.current.get()));
        opening
    }

    /// The connection that is open, once [`Opening::state`] says that it is ready.
    pub fn shown(self, id: &ConnectionId) -> Option<Versioned> {
        self.store.known(id).or_else(|| {
            self.read
                .with_untracked(|(of, read)| read.ready().filter(|_| of == id).cloned())
        })
    }

    /// Remembers a connection that was just added, which no list row shows yet.
    pub fn remember(self, added: Versioned) {
        self.read.set((added.connection.id.clone(), Load::Ready(added)));
    }

    /// Asks again after a failure.
    pub fn retry(self, id: ConnectionId) {
        if id.is_global() {
            self.store.load_global();
        } else {
            self.read(id);
        }
    }

    fn open(self, id: ConnectionId) {
        self.reads.end();
        if id.is_global()
            || self
                .read
                .with_untracked(|(of, read)| *of == id && read.ready().is_some())
        {
            return;
        }
        match self.store.known(&id) {
            Some(known) => self.read.set((id, Load::Ready(known))),
            None => self.read(id),
        }
    }

    fn read(self, id: ConnectionId) {
        self.read.set((id.clone(), Load::Loading));
        let turn = self.reads.begin();
        spawn_local(async move {
            let read = connections::get(&self.store.client(), &id, &turn.cancel).await;
            if self.reads.is_current(&turn) {
                self.read.set((id, read.into()));
            }
        });
    }
}
