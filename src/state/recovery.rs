//! What the person has to do so that waiting requests go on.

use leptos::prelude::*;

use crate::{api::gate::Gate, domain::barrier::Barrier};

/// The state of the banner above the page.
#[derive(Clone, Copy)]
pub struct Recovery {
    gate: StoredValue<Gate, LocalStorage>,
    /// What stands in the way, while requests wait for it. It notifies for each wait anew, also for the same reason.
    pub barrier: RwSignal<Option<Barrier>>,
}

impl Recovery {
    /// Follows a client's gate.
    pub fn new(gate: &Gate) -> Self {
        let barrier = RwSignal::new(None);
        gate.on_change({
            let gate = gate.clone();
            move || barrier.set(gate.barrier())
        });
        Self {
            gate: StoredValue::new_local(gate.clone()),
            barrier,
        }
    }

    /// Sends what waits again, because the person says that the reason is gone, or the time is over.
    pub fn send_again(self) {
        self.gate.with_value(Gate::send_again);
    }

    /// Gives up what waits; each part of the page then says so in its place.
    pub fn give_up(self) {
        self.gate.with_value(Gate::give_up);
    }

    /// The person is back at the page, perhaps from logging in. A wait that Jira asked for is kept.
    pub fn person_returned(self) {
        if self.barrier.with_untracked(|barrier| {
            matches!(barrier, Some(Barrier::LoggedOut | Barrier::AdminConfirmation))
        }) {
            self.send_again();
        }
    }
}
