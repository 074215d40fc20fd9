//! Which connection is open, and the guard that keeps unsaved input from being lost on the way to another.

use leptos::prelude::*;

use crate::domain::ids::ConnectionId;

/// Where the person is and wants to be.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The connection in the detail pane.
    pub current: RwSignal<ConnectionId>,
    /// Where the person wants to go while there is unsaved input; the page asks then.
    pub asked: RwSignal<Option<ConnectionId>>,
    /// What says whether leaving would lose something, while there is something to be lost.
    unsaved: RwSignal<Option<Signal<bool>>>,
}

/// What came of wanting to go somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The connection is open.
    Done,
    /// The person is asked first; nothing has changed.
    Asked,
}

impl Navigation {
    /// Starts at a connection.
    pub fn new(start: ConnectionId) -> Self {
        Self {
            current: RwSignal::new(start),
            asked: RwSignal::new(None),
            unsaved: RwSignal::new(None),
        }
    }

    /// Leaves nothing while `unsaved` holds, for as long as the current owner lives.
    pub fn guard(self, unsaved: Signal<bool>) {
        self.unsaved.set(Some(unsaved));
        on_cleanup(move || {
            // What is opened next may guard its own by now.
            if self.unsaved.try_get_untracked().flatten() == Some(unsaved) {
                self.forget_unsaved();
            }
        });
    }

    /// Whether leaving would lose something.
    pub fn is_unsaved(self) -> bool {
        self.unsaved.get().is_some_and(|unsaved| unsaved.get())
    }

    /// Whatever is unsaved may be lost.
    pub fn forget_unsaved(self) {
        self.unsaved.set(None);
    }

    /// Goes to a connection, or asks first.
    pub fn go(self, to: ConnectionId) -> Move {
        if self.current.get_untracked() == to {
            self.asked.set(None);
        } else if untrack(|| self.is_unsaved()) {
            self.asked.set(Some(to));
            return Move::Asked;
        } else {
            self.current.set(to);
        }
        Move::Done
    }

    /// Gives the unsaved input up and goes where the person wanted to.
    pub fn discard(self) {
        self.forget_unsaved();
        if let Some(to) = self.asked.get_untracked() {
            self.asked.set(None);
            self.current.set(to);
        }
    }

    /// Stays.
    pub fn stay(self) {
        self.asked.set(None);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use leptos::prelude::*;

    use super::{Move, Navigation};
    use crate::domain::ids::ConnectionId;

    fn start() -> (Owner, Navigation) {
        let owner = Owner::new();
        owner.set();
        let navigation = Navigation::new(ConnectionId::global());
        (owner, navigation)
    }

    #[test]
    fn without_unsaved_input_nobody_is_asked() {
        let (_owner, navigation) = start();
        assert_eq!(navigation.go(ConnectionId::new("7")), Move::Done);
        assert_eq!(navigation.current.get_untracked(), ConnectionId::new("7"));
    }

    #[test]
    fn unsaved_input_stays_until_it_is_given_up() {
        let (_owner, navigation) = start();
        let unsaved = Signal::stored(true);
        navigation.guard(unsaved);
        assert_eq!(navigation.go(ConnectionId::new("7")), Move::Asked);
        assert!(navigation.current.get_untracked().is_global());
        navigation.stay();
        navigation.discard();
        assert!(
            navigation.current.get_untracked().is_global(),
            "nothing was asked for any more"
        );
        navigation.guard(unsaved);
        navigation.go(ConnectionId::new("7"));
        navigation.discard();
        assert_eq!(navigation.current.get_untracked(), ConnectionId::new("7"));
        assert!(!navigation.is_unsaved());
    }

    #[test]
    fn going_to_where_one_is_asks_nothing() {
        let (_owner, navigation) = start();
        navigation.guard(Signal::stored(true));
        assert_eq!(navigation.go(ConnectionId::global()), Move::Done);
        assert_eq!(navigation.asked.get_untracked(), None);
    }

    // The pane that comes is made before the one that goes is cleaned up: what was typed into it was guarded by nobody.
    #[test]
    fn what_has_gone_takes_no_other_guard_along() {
        let (owner, navigation) = start();
        let (gone, here) = (owner.child(), owner.child());
        gone.with(|| navigation.guard(Signal::stored(true)));
        here.with(|| navigation.guard(Signal::stored(true)));
        gone.cleanup();
        assert!(navigation.is_unsaved());
        here.cleanup();
        assert!(!navigation.is_unsaved());
    }
}
