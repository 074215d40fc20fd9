//! Reads all connections, whatever of them the list has loaded, and then does one thing with them.

use leptos::prelude::*;

use crate::{
    components::{flags::Flags, tone::Tone},
    domain::{connection::Connection, failure::Failure},
    i18n::{I18n, words},
    state::{store::Store, sweep::Sweep},
};

/// One purpose for which all connections are read. Flags say what came of it.
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
        on_read: impl Fn(Flags, Vec<Connection>) + Send + Sync + 'static,
    ) -> Self {
        let flags = Flags::expect();
        Self {
            flags,
            sweep: Sweep::new(store),
            on_read: Callback::new(move |connections| on_read(flags, connections)),
            on_failed: Callback::new(move |failure| {
                let why = words::failure(i18n, &failure);
                flags.show(Tone::Danger, not_done.to_owned(), Some(why));
            }),
        }
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
