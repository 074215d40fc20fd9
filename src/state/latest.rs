//! Of several requests for the same thing only the latest counts.
//!
//! Leptos's own resources run one after the other and show stale answers on the way, so typing ahead of a slow server
//! would show answers to what is no longer asked.

use leptos::{prelude::*, task::spawn_local};

use crate::api::request::Cancel;

/// Hands out a turn at a time; a new turn gives up the request of the last one, and so does the end of the owner: what
/// only a row or a dialog needed, nobody needs once that is left.
#[derive(Clone, Copy)]
pub struct Latest(StoredValue<Option<Turn>, LocalStorage>);

/// The right to publish an answer, until the next turn begins.
#[derive(Clone)]
pub struct Turn {
    number: u32,
    /// Given up when the next turn begins.
    pub cancel: Cancel,
}

impl Default for Latest {
    fn default() -> Self {
        let latest = Self(StoredValue::new_local(None));
        on_cleanup(move || latest.end());
        latest
    }
}

impl Latest {
    /// Begins a turn and gives up the last one.
    pub fn begin(self) -> Turn {
        let number = self.last().map_or(0, |turn| turn.number.wrapping_add(1));
        self.end();
        let turn = Turn {
            number,
            cancel: Cancel::default(),
        };
        self.0.try_update_value(|last| *last = Some(turn.clone()));
        turn
    }

    /// Asks for something in a turn of its own, and hands over what comes of it, unless a newer turn has begun by then.
    pub fn ask<T: 'static>(
        self,
        question: impl AsyncFnOnce(Cancel) -> T + 'static,
        publish: impl FnOnce(T) + 'static,
    ) {
        let turn = self.begin();
        spawn_local(async move {
            let answer = question(turn.cancel.clone()).await;
            if self.is_current(&turn) {
                publish(answer);
            }
        });
    }

    /// Gives up the current turn's request.
    pub fn end(self) {
        if let Some(turn) = self.last() {
            turn.cancel.cancel();
        }
    }

    /// Whether a turn may still publish: no newer one has begun, it was not given up, and the owner still lives.
    pub fn is_current(self, turn: &Turn) -> bool {
        !turn.cancel.is_cancelled() && self.last().is_some_and(|last| last.number == turn.number)
    }

    /// The turn that was begun last.
    pub fn last(self) -> Option<Turn> {
        self.0.try_with_value(Option::clone).flatten()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use leptos::prelude::*;

    use super::Latest;

    #[test]
    fn a_new_turn_gives_up_the_last_one() {
        let owner = Owner::new();
        owner.set();
        let latest = Latest::default();
        let first = latest.begin();
        assert!(latest.is_current(&first));
        let second = latest.begin();
        assert!(first.cancel.is_cancelled() && !latest.is_current(&first));
        assert!(latest.is_current(&second));
    }

    /// After a pane is gone its late answers must not touch a disposed signal.
    #[test]
    fn no_turn_is_current_once_the_owner_is_gone() {
        let owner = Owner::new();
        owner.set();
        let latest = Latest::default();
        let turn = latest.begin();
        owner.cleanup();
        assert!(!latest.is_current(&turn));
        assert!(turn.cancel.is_cancelled(), "nobody needs the answer any more");
    }
}
