//! Adding a connection for a project.

use leptos::{prelude::*, task::spawn_local};

use super::{paged_query::PagedQuery, store::Store};
use crate::{
    api::{client::Client, connections, projects, request::Cancel},
    domain::{
        best_match::best_first,
        connection::Connection,
        failure::Failure,
        ids::{ConnectionId, ProjectId},
        new_connection::{Added, NewConnection},
        paged::Page,
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
    /// An attempt whose answer was lost: it may have been added.
    uncertain: StoredValue<Option<Added>>,
    on_added: Callback<Connection>,
    on_existing: Callback<Connection>,
}

/// What is there once adding has come to its end.
enum Found {
    /// The connection that was asked for.
    Added(Connection),
    /// One that was there before.
    Existing(Connection),
}

/// The projects of the picker, searched on the server. Of each page the best matches come first.
pub fn project_search(store: Store) -> PagedQuery<String, PickableProject> {
    PagedQuery::new(PAGE_SIZE, move |query: String, start, size, cancel| {
        let client = store.client();
        Box::pin(async move {
            let page = projects::search(&client, &query, start, size, &cancel).await?;
            Ok(Page {
                values: best_first(page.values, &query),
                ..page
            })
        })
    })
}

impl Add {
    /// Nothing asked for yet. `on_added` gets the new connection; `on_existing` the one that somebody else added first.
    pub fn new(store: Store, on_added: Callback<Connection>, on_existing: Callback<Connection>) -> Self {
        Self {
            store,
            progress: RwSignal::new(Adding::Idle),
            uncertain: StoredValue::new(None),
            on_added,
            on_existing,
        }
    }

    /// Adds a connection. While one is being added, nothing happens.
    pub fn submit(self, new: NewConnection) {
        if self.progress.get_untracked() == Adding::Busy {
            return;
        }
        self.progress.set(Adding::Busy);
        spawn_local(async move {
            let client = self.store.client();
            let sought = new.added();
            let added = connections::create(&client, &new).await;
            if added.is_ok() || matches!(added, Err(Failure::ConnectionExists(_))) {
                self.store.refresh();
            }
            let found = match added {
                Ok(added) => Ok(Found::Added(added)),
                Err(Failure::ConnectionExists(Some(id))) => {
                    self.existing(&client, &id, &sought.project).await
                }
                Err(failure) => Err(failure),
            };
            // The dialog may be gone by now; the list has been told all the same.
            if self.progress.try_get_untracked().is_some() {
                self.finish(sought, found);
            }
        });
    }

    /// The connection that a project is said to have already. It is looked at before anybody is told that it is the
    /// project's: an answer may be about another one.
    async fn existing(
        self,
        client: &Client,
        id: &ConnectionId,
        project: &ProjectId,
    ) -> Result<Found, Failure> {
        let existing = connections::get_of(client, id, project, &Cancel::default()).await?;
        // The attempt before this one may have done it, and nobody heard.
        Ok(if self.may_have_added(project, &existing) {
            Found::Added(existing)
        } else {
            Found::Existing(existing)
        })
    }

    fn may_have_added(self, project: &ProjectId, existing: &Connection) -> bool {
        let is_it = |lost: &Option<Added>| {
            let lost = lost.as_ref().filter(|lost| lost.project == *project);
            lost.is_some_and(|lost| lost.may_be(existing))
        };
        self.uncertain.try_with_value(is_it).unwrap_or_default()
    }

    fn finish(self, sought: Added, found: Result<Found, Failure>) {
        match &found {
            Err(failure) if failure.leaves_it_open() => self.uncertain.set_value(Some(sought)),
            Ok(_) => self.uncertain.set_value(None),
            // It says nothing about an attempt before this one.
            Err(_) => {}
        }
        match found {
            Ok(Found::Added(connection)) => {
                self.progress.set(Adding::Idle);
                self.on_added.run(connection);
            }
            Ok(Found::Existing(connection)) => {
                self.progress.set(Adding::Idle);
                self.on_existing.run(connection);
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
