//! Clearing all that the plugin has stored.

use futures::future::try_join;
use leptos::{prelude::*, task::spawn_local};

use super::Maintenance;
use crate::{
    api::{client::Client, connections, data, request::Cancel, summary},
    domain::{failure::Failure, ids::ConnectionId, stored::Stored},
    state::{latest::Latest, load::Load},
};

/// How far clearing is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// The person is asked to confirm it.
    Asking,
    /// The server is at it.
    Running,
    /// It was not done, or nobody knows.
    Failed(Failure),
    /// It was done; how many connections there were.
    Done(u32),
}

/// What is stored, and what becomes of it.
#[derive(Clone, Copy)]
pub struct Clearing {
    maintenance: Maintenance,
    /// What there is.
    pub stored: RwSignal<Load<Stored>>,
    /// How far clearing is.
    pub stage: RwSignal<Stage>,
    /// How many connections the last attempt was to delete, while nobody knows what became of it.
    uncertain: StoredValue<Option<u32>>,
    reads: Latest,
}

impl Clearing {
    /// Reads what is stored.
    pub fn read(maintenance: Maintenance) -> Self {
        let clearing = Self {
            maintenance,
            stored: RwSignal::new(Load::Loading),
            stage: RwSignal::default(),
            uncertain: StoredValue::new(None),
            reads: Latest::default(),
        };
        clearing.read_again();
        clearing
    }

    /// Reads anew what is stored.
    pub fn read_again(self) {
        self.stored.maybe_update(Load::ask_again);
        let client = self.maintenance.client();
        self.reads.ask(
            async move |cancel| stored(&client, &cancel).await,
            move |read| self.stored.set(read.into()),
        );
    }

    /// Asks the person to confirm it.
    pub fn ask(self) {
        self.stage.set(Stage::Asking);
    }

    /// Takes the question back, with what came of it.
    pub fn leave(self) {
        if !self.is_running() {
            self.stage.set(Stage::Idle);
        }
    }

    /// Whether the server is at it.
    pub fn is_running(self) -> bool {
        self.stage.with_untracked(|stage| *stage == Stage::Running)
    }

    /// Clears everything. After an attempt whose answer was lost, looks first: where nothing is stored any more, that
    /// attempt has done it.
    pub fn clear(self) {
        if self.is_running() {
            return;
        }
        self.stage.set(Stage::Running);
        let client = self.maintenance.client();
        spawn_local(async move {
            let before = self.uncertain.try_get_value().flatten();
            let stage = match before {
                Some(connections) => match self.look(&client).await {
                    Ok(true) => Stage::Done(connections),
                    Ok(false) => self.send(&client).await,
                    Err(failure) => Stage::Failed(failure),
                },
                None => self.send(&client).await,
            };
            if let Stage::Done(_) = stage {
                self.uncertain.try_set_value(None);
                // The server has said so, and what it says next may be long in coming.
                self.stored.try_set(Load::Ready(Stored::default()));
            }
            if self.stage.try_set(stage).is_none() {
                self.read_again();
            }
        });
    }

    /// Sends it, and looks what became of it if the answer doesn't say.
    async fn send(self, client: &Client) -> Stage {
        // Where nothing was stored, nothing says later whether it was done.
        let known = self.stored.try_with_untracked(|stored| {
            let stored = stored.ready().filter(|stored| !stored.is_nothing());
            stored.map(|stored| stored.connections)
        });
        let failure = match self.maintenance.note(data::clear(client).await) {
            Ok(connections) => return Stage::Done(connections),
            Err(failure) => failure,
        };
        let Some(connections) = known.flatten().filter(|_| failure.leaves_it_open()) else {
            return Stage::Failed(failure);
        };
        self.uncertain.try_set_value(Some(connections));
        match self.look(client).await {
            Ok(true) => Stage::Done(connections),
            // It may be under way still.
            Ok(false) | Err(_) => Stage::Failed(failure),
        }
    }

    /// Whether nothing is stored any more.
    async fn look(self, client: &Client) -> Result<bool, Failure> {
        let stored = stored(client, &Cancel::default()).await?;
        Ok(stored.is_nothing())
    }
}

/// What is stored.
async fn stored(client: &Client, cancel: &Cancel) -> Result<Stored, Failure> {
    let global = ConnectionId::global();
    let (summary, global) = try_join(
        summary::get(client, cancel),
        connections::get(client, &global, cancel),
    )
    .await?;
    Ok(Stored::of(&summary.connections, &global))
}
