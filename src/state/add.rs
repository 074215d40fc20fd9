//! Adding a connection for a project.

use leptos::task::spawn_local;

use super::{paged_query::PagedQuery, store::Store};
use crate::{
    api::{connections, projects},
    domain::{
        connection::Versioned,
        failure::Failure,
        ids::{ConnectionId, ProjectId},
        project::PickableProject,
    },
    reactive::{Callback, RwSignal},
};

/// Projects asked for at a time.
const PAGE_SIZE: usize = 50;

/// How far adding has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adding {
    /// Not asked for yet.
    Idle,
    /// On its way.
    Busy,
    /// Nothing was added.
    Failed(Failure),
}

/// The state of the dialog that adds a connection.
#[derive(Clone, Copy)]
pub struct Add {
    store: &'static Store,
    /// How far adding has come.
    pub progress: RwSignal<Adding>,
    on_added: Callback<Versioned>,
    on_existing: Callback<ConnectionId>,
}

/// The projects of the picker, searched on the server.
pub fn project_search(store: &'static Store) -> PagedQuery<String, PickableProject> {
    PagedQuery::new(PAGE_SIZE, move |query: String, start, size, cancel| {
        let client = store.client();
        projects::search(&client, &query, start, size, &cancel)
    })
}

impl Add {
    /// Nothing asked for yet. `on_added` gets the new connection; `on_existing` the one that somebody else added first.
    pub fn new(
        store: &'static Store,
        on_added: Callback<Versioned>,
        on_existing: Callback<ConnectionId>,
    ) -> Self {
        Self {
            store,
            progress: RwSignal::new(Adding::Idle),
            on_added,
            on_existing,
        }
    }

    /// Adds a connection for a project. While one is being added, nothing happens.
    pub fn submit(self, project: ProjectId) {
        if self.progress.get_untracked() == Adding::Busy {
            return;
        }
        self.progress.set(Adding::Busy);
        spawn_local(async move {
            let added = connections::create(&self.store.client(), &project).await;
            if added.is_ok() || matches!(added, Err(Failure::ConnectionExists(_))) {
                self.store.refresh();
            }
            // The dialog may be gone by now; the list has been told all the same.
            if self.progress.try_get_untracked().is_none() {
                return;
            }
            match added {
                Ok(connection) => {
                    self.progress.set(Adding::Idle);
                    self.on_added.run(connection);
                }
                Err(Failure::ConnectionExists(Some(id))) => {
                    self.progress.set(Adding::Idle);
                    self.on_existing.run(id);
                }
                Err(failure) => self.progress.set(Adding::Failed(failure)),
            }
        });
    }
}
