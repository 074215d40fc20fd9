//! Adding a connection for a project.

use leptos::{prelude::*, task::spawn_local};

use super::{paged_query::PagedQuery, store::Store};
use crate::{
    api::{connections, projects, request::Cancel},
    domain::{
        connection::Versioned,
        failure::Failure,
        ids::{ConnectionId, ProjectId},
        project::PickableProject,
    },
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
    store: Store,
    /// How far adding has come.
    pub progress: RwSignal<Adding>,
    /// The project of an attempt whose answer was lost: it may have been added.
    uncertain: RwSignal<Option<ProjectId>>,
    on_added: Callback<Versioned>,
    on_existing: Callback<ConnectionId>,
}

/// The projects of the picker, searched on the server.
pub fn project_search(store: Store) -> PagedQuery<String, PickableProject> {
    PagedQuery::new(PAGE_SIZE, move |query: String, start, size, cancel| {
        let client = store.client();
        Box::pin(async move { projects::search(&client, &query, start, size, &cancel).await })
    })
}

impl Add {
    /// Nothing asked for yet. `on_added` gets the new connection; `on_existing` the one that somebody else added first.
    pub fn new(store: Store, on_added: Callback<Versioned>, on_existing: Callback<ConnectionId>) -> Self {
        Self {
            store,
            progress: RwSignal::new(Adding::Idle),
            uncertain: RwSignal::new(None),
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
            let client = self.store.client();
            let added = match connections::create(&client, &project).await {
                // The attempt before this one did it, and nobody heard.
                Err(Failure::ConnectionExists(Some(id))) if self.may_have_added(&project) => {
                    connections::get(&client, &id, &Cancel::default()).await
                }
                added => added,
            };
            if added.is_ok() || matches!(added, Err(Failure::ConnectionExists(_))) {
                self.store.refresh();
            }
            // The dialog may be gone by now; the list has been told all the same.
            if self.progress.try_get_untracked().is_some() {
                self.finish(project, added);
            }
        });
    }

    fn may_have_added(self, project: &ProjectId) -> bool {
        let uncertain = self.uncertain.try_get_untracked().flatten();
        uncertain.as_ref() == Some(project)
    }

    fn finish(self, project: ProjectId, added: Result<Versioned, Failure>) {
        match &added {
            Err(failure) if failure.leaves_it_open() => self.uncertain.set(Some(project)),
            Ok(_) | Err(Failure::ConnectionExists(Some(_))) => self.uncertain.set(None),
            // It says nothing about an attempt before this one.
            Err(_) => {}
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
            Err(failure) => {
                if failure == Failure::Forbidden {
                    // The right was taken away meanwhile: the page shows itself read-only.
                    self.store.load_summary();
                }
                self.progress.set(Adding::Failed(failure));
            }
        }
    }
}
