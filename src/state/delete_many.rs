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
    /// It is over: so many were deleted, and these were not; why, if the last of them was refused.
    Ended(usize, Vec<Connection>, Option<Failure>),
}

/// Deletes the connections of archived and deleted projects.
#[derive(Clone, Copy)]
pub struct DeleteMany {
    store: Store,
    /// How far it has come.
    pub stage: RwSignal<Stage>,
    turns: Latest,
}

impl DeleteMany {
    /// Finds out which ones there are.
    pub fn new(store: Store) -> Self {
        let many = Self {
            store,
            stage: RwSignal::new(Stage::Collecting),
            turns: Latest::default(),
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
        let mut left = asked.into_iter();
        let mut failed = None;
        for done in 0..count {
            let Some(connection) = left.as_slice().first() else {
                break;
            };
            match connections::delete(&client, &connection.id, connection.version, &turn.cancel).await {
                // One that is gone already counts as deleted.
                Ok(()) | Err(Failure::ConnectionGone) => {
                    left.next();
                }
                Err(failure) => failed = Some(failure),
            }
            if !self.turns.is_current(turn) {
                return;
            }
            if failed.is_some() {
                break;
            }
            self.stage.set(Stage::Deleting(done + 1, count));
        }
        self.store.refresh();
        let kept: Vec<_> = left.collect();
        self.stage.set(Stage::Ended(count - kept.len(), kept, failed));
    }
}
