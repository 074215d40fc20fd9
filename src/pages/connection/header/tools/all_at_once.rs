//! Reads all connections, whatever of them the list has loaded, and then does one thing with them.

use futures::future::LocalBoxFuture;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    components::{
        flags::{FlagAction, Flags},
        tone::Tone,
    },
    domain::{connection::Connection, failure::Failure},
    i18n::{I18n, words},
    state::{store::Store, sweep::Sweep},
};

/// What the connections were read for was not done; why, if there are words for that.
#[derive(Clone, Debug)]
pub struct NotDone(pub Option<String>);

/// Whether it was done, once that is known.
pub type Done = LocalBoxFuture<'static, Result<(), NotDone>>;

/// One purpose for which all connections are read. Flags say what came of it, and offer another attempt.
#[derive(Clone, Copy)]
pub struct AllAtOnce {
    flags: Flags,
    sweep: Sweep,
    // Made beforehand, because the menu that starts it is gone by the time they are called.
    on_read: Callback<Vec<Connection>>,
    on_failed: Callback<Failure>,
}

impl AllAtOnce {
    /// Nothing asked for yet. `not_done` is said when the connections can't be read.
    pub fn new(
        i18n: I18n,
        store: Store,
        not_done: &'static str,
        on_read: impl Fn(Flags, Vec<Connection>) -> Done + Send + Sync + 'static,
    ) -> Self {
        let flags = Flags::expect();
        let (sweep, again) = (Sweep::new(store), RwSignal::new(None::<Self>));
        let retry = Callback::new(move |()| {
            if let Some(all) = again.try_get_untracked().flatten() {
                all.start();
            }
        });
        let failed = Callback::new(move |why: Option<String>| {
            let action = FlagAction {
                label: i18n.retry.to_owned(),
                run: retry,
            };
            flags.offer(Tone::Danger, not_done.to_owned(), why, action);
        });
        let all = Self {
            flags,
            sweep,
            on_read: Callback::new(move |connections| {
                let done = on_read(flags, connections);
                spawn_local(async move {
                    if let Err(NotDone(why)) = done.await {
                        failed.try_run(why);
                    }
                });
            }),
            on_failed: Callback::new(move |failure| failed.run(Some(words::failure(i18n, &failure)))),
        };
        again.set(Some(all));
        all
    }

    /// Whether the connections are being read.
    pub fn is_busy(self) -> bool {
        self.sweep.is_busy()
    }

    /// Reads them.
    pub fn start(self) {
        self.flags.clear();
        self.sweep.start(self.on_read, self.on_failed);
    }
}
