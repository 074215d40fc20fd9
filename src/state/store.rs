//! What the server last said, for every part of the page that shows it.

use leptos::prelude::*;

use super::{
    connection_pages,
    latest::Latest,
    load::Load,
    paged_query::{PagedQuery, QueryState},
    recovery::Recovery,
};
use crate::{
    api::{client::Client, connections, request::Cancel, summary},
    domain::{
        connection::Connection,
        failure::Failure,
        filter::ListFilter,
        ids::ConnectionId,
        paged::PagedList,
        summary::{Fallback, Summary},
    },
};

/// The rows of the list, as far as they are loaded.
pub type Rows = PagedList<Connection>;

/// Rows asked for at a time.
const PAGE_SIZE: usize = 50;

/// The one place that holds the server's answers. It lives as long as the owner that it was made in.
#[derive(Clone, Copy)]
pub struct Store {
    client: StoredValue<Client, LocalStorage>,
    /// The Global (default) connection.
    pub global: RwSignal<Load<Connection>>,
    /// The figures above the list.
    pub summary: RwSignal<Load<Summary>>,
    /// The Jira Project specific connections.
    pub list: PagedQuery<ListFilter, Connection>,
    /// What stands in the way of requests that wait.
    pub recovery: Recovery,
    /// Whether the person may change connections. Unknown counts as yes: the server has the last word.
    pub can_manage: Memo<bool>,
    global_reads: Latest,
    summary_reads: Latest,
}

impl Store {
    /// An empty store; [`Store::load`] fills it.
    pub fn new(client: Client) -> Self {
        let summary = RwSignal::new(Load::<Summary>::Loading);
        let list_client = client.clone();
        Self {
            recovery: Recovery::new(client.gate()),
            client: StoredValue::new_local(client),
            global: RwSignal::new(Load::Loading),
            summary,
            list: PagedQuery::new(PAGE_SIZE, move |filter: ListFilter, start, size, cancel| {
                connection_pages::read(&list_client, filter, start, size, cancel)
            }),
            can_manage: Memo::new(move |_| {
                summary.with(|summary| summary.ready().is_none_or(|summary| summary.permissions.manage))
            }),
            global_reads: Latest::default(),
            summary_reads: Latest::default(),
        }
    }

    /// The REST client.
    pub fn client(self) -> Client {
        self.client.get_value()
    }

    /// Asks for everything the page shows first, at once.
    pub fn load(self) {
        self.load_global();
        self.load_summary();
        self.list.reload();
    }

    /// Asks again for whatever could not be had: what made one request fail made others fail too.
    pub fn retry(self) {
        fn has_failed<T: Send + Sync + 'static>(load: RwSignal<Load<T>>) -> bool {
            load.with_untracked(|load| matches!(load, Load::Failed(_)))
        }
        if has_failed(self.global) {
            self.load_global();
        }
        if has_failed(self.summary) {
            self.load_summary();
        }
        if self.list.has_failed() {
            self.list.retry();
        }
    }

    /// Whether everything that the page shows first is there, or its failure is.
    pub fn has_loaded(self) -> bool {
        let is_loading = [
            self.global.with(|global| matches!(global, Load::Loading)),
            self.summary.with(|summary| matches!(summary, Load::Loading)),
            self.list.state.with(|state| *state == QueryState::Loading),
        ];
        !is_loading.contains(&true)
    }

    /// Whether all that is counted is there, and so is what stands before the counts: they would move when Global comes
    /// after them.
    pub fn has_figures(self) -> bool {
        self.global.with(Load::progress) != Load::Loading
            && self.summary.with(|summary| summary.ready().is_some())
    }

    /// Reads the Global (default) connection again. What is known of it stays until the answer is here.
    pub fn load_global(self) {
        self.global.maybe_update(Load::ask_again);
        let client = self.client();
        self.global_reads.ask(
            async move |cancel| connections::get(&client, &ConnectionId::global(), &cancel).await,
            move |global| {
                let is_older = global
                    .as_ref()
                    .is_ok_and(|global| self.is_older_than_known(global));
                if !is_older {
                    publish(self.global, global);
                }
            },
        );
    }

    /// Reads the figures again. What is known of them stays until the answer is here.
    pub fn load_summary(self) {
        self.summary.maybe_update(Load::ask_again);
        let client = self.client();
        self.summary_reads.ask(
            async move |cancel| summary::get(&client, &cancel).await,
            move |summary| publish(self.summary, summary),
        );
    }

    /// Takes the server's word on a connection to wherever it is shown, unless a newer one is there already.
    pub fn accept(self, newest: &Connection) {
        if self.is_older_than_known(newest) {
            return;
        }
        if newest.id.is_global() {
            self.global.set(Load::Ready(newest.clone()));
            return;
        }
        let shown = self.known(&newest.id);
        // How many others hold the same key may change without the version.
        if shown.is_some_and(|shown| shown == *newest) {
            return;
        }
        self.list.rows.update(|rows| {
            if let Some(row) = rows.find_mut(|row| row.id == newest.id) {
                *row = newest.clone();
            }
        });
        // Rows that are still on their way may be older than this.
        self.list.ask_again_if_under_way();
    }

    /// Whether something newer is known than this. Answers do not arrive in the order in which they were given.
    fn is_older_than_known(self, read: &Connection) -> bool {
        self.known(&read.id)
            .is_some_and(|known| known.version > read.version)
    }

    /// Takes in what others have changed while nobody looked. What can't be read again stays as it is shown.
    pub fn catch_up(self) {
        self.load_global();
        self.load_summary();
        self.list.refresh();
    }

    /// Follows a change that moves figures or rows: one was added, deleted, or changed its status.
    pub fn refresh(self) {
        self.load_summary();
        self.list.reload();
    }

    /// What is known of a connection without asking: the Global one, or a row of the list.
    pub fn known(self, id: &ConnectionId) -> Option<Connection> {
        if id.is_global() {
            return self.global.with_untracked(|global| global.ready().cloned());
        }
        let row = |rows: &Rows| {
            rows.position(|row| row.id == *id)
                .and_then(|index| rows.get(index).cloned())
        };
        self.list.rows.with_untracked(row)
    }

    /// The index of a connection's row in the list, whose page is loaded for that if it is not yet.
    pub async fn find_row(self, id: &ConnectionId) -> Option<usize> {
        let position = || {
            let of_id = |rows: &Rows| rows.position(|row| row.id == *id);
            self.list.rows.try_with_untracked(of_id).flatten()
        };
        if let Some(index) = position() {
            return Some(index);
        }
        let client = self.client();
        self.list
            .take_in(async |filter, size, cancel: &Cancel| {
                connections::list_with(
                    &client,
                    &filter,
                    connections::Sought::Connection(id),
                    size,
                    cancel,
                )
                .await
            })
            .await;
        position()
    }

    /// What a project uses once its own connection is gone.
    pub fn fallback(self) -> Fallback {
        self.global.with(|global| Fallback::from_global(global.ready()))
    }
}

/// Shows an answer; a failure only if there is nothing better to show.
fn publish<T: Send + Sync + 'static>(shown: RwSignal<Load<T>>, answer: Result<T, Failure>) {
    if answer.is_ok() || shown.with_untracked(|shown| shown.ready().is_none()) {
        shown.set(answer.into());
    }
}
