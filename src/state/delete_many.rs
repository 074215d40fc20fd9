//! Deleting many connections, one after the other, after one question that names them.

use leptos::{prelude::*, task::spawn_local};

use super::{
    latest::{Latest, Turn},
    store::Store,
    sweep::read_all,
};
use crate::{
    api::connections,
    domain::{
        connection::Connection,
        failure::Failure,
        filter::{ListFilter, StatusFilter},
        status::Status,
    },
};

/// How far deleting has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Finding out which connections there are.
    Collecting,
    /// That could not be found out.
    NotCollected(Failure),
    /// Which ones are asked about.
    Asking(Vec<Connection>),
    /// So many of so many are deleted.
    Deleting(usize, usize),
    /// So many were deleted. The first of these was not, and why; the others were left alone.
    BrokenOff(usize, Vec<Connection>, Failure),
}

/// Deletes the connections of archived and deleted projects.
#[derive(Clone, Copy)]
pub struct DeleteMany {
    store: Store,
    /// How far it has come.
    pub stage: RwSignal<Stage>,
    turns: Latest,
    on_done: Callback<usize>,
}

impl DeleteMany {
    /// Finds out which ones there are. `on_done` is called with their number once all are deleted.
    pub fn new(store: Store, on_done: Callback<usize>) -> Self {
        let many = Self {
            store,
            stage: RwSignal::new(Stage::Collecting),
            turns: Latest::default(),
            on_done,
        };
        many.collect();
        many
    }

    /// Finds out anew which ones there are: some may be gone, and others have been changed.
    pub fn collect(self) {
        let turn = self.turns.begin();
        self.stage.set(Stage::Collecting);
        spawn_local(async move {
            let filter = ListFilter::by_status(StatusFilter::Only(Status::ProjectUnavailable));
            let read = read_all(self.store, filter, turn.cancel.clone()).await;
            if self.turns.is_current(&turn) {
                self.stage.set(match read {
                    Ok(found) => Stage::Asking(found),
                    Err(failure) => Stage::NotCollected(failure),
                });
            }
        });
    }

    /// Deletes those that were asked about.
    pub fn start(self) {
        let Stage::Asking(asked) = self.stage.get_untracked() else {
            return;
        };
        let turn = self.turns.begin();
        self.stage.set(Stage::Deleting(0, asked.len()));
        spawn_local(async move { self.delete(asked, &turn).await });
    }

    /// Stops. Whether the last one was deleted is found out with what is left.
    pub fn stop(self) {
        self.store.refresh();
        self.collect();
    }

    /// Whether something is being deleted.
    pub fn is_busy(self) -> bool {
        self.stage.with(|stage| matches!(stage, Stage::Deleting(..)))
    }

    /// The first that fails ends it: whatever keeps Jira from deleting one is likely to meet the next.
    async fn delete(self, asked: Vec<Connection>, turn: &Turn) {
        let (client, count) = (self.store.client(), asked.len());
        for (done, connection) in asked.iter().enumerate() {
            let deleted =
                connections::delete(&client, &connection.id, connection.version, &turn.cancel).await;
            if !self.turns.is_current(turn) {
                return;
            }
            match deleted {
                // One that is gone already counts as deleted.
                Ok(()) | Err(Failure::ConnectionGone) => self.stage.set(Stage::Deleting(done + 1, count)),
                Err(failure) => {
                    self.store.refresh();
                    self.stage
                        .set(Stage::BrokenOff(done, asked[done..].to_vec(), failure));
                    return;
                }
            }
        }
        self.store.refresh();
        self.on_done.try_run(count);
    }
}
