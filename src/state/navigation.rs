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
    /// Whether leaving would lose something.
    pub unsaved: RwSignal<bool>,
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
            unsaved: RwSignal::new(false),
        }
    }

    /// Goes to a connection, or asks first.
    pub fn go(self, to: ConnectionId) -> Move {
        if self.current.get_untracked() == to {
            self.asked.set(None);
        } else if self.unsaved.get_untracked() {
            self.asked.set(Some(to));
            return Move::Asked;
        } else {
            self.current.set(to);
        }
        Move::Done
    }

    /// Gives the unsaved input up and goes where the person wanted to.
    pub fn discard(self) {
        self.unsaved.set(false);
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
        navigation.unsaved.set(true);
        assert_eq!(navigation.go(ConnectionId::new("7")), Move::Asked);
        assert!(navigation.current.get_untracked().is_global());
        navigation.stay();
        navigation.discard();
        assert!(
            navigation.current.get_untracked().is_global(),
            "nothing was asked for any more"
        );
        navigation.unsaved.set(true);
        navigation.go(ConnectionId::new("7"));
        navigation.discard();
        assert_eq!(navigation.current.get_untracked(), ConnectionId::new("7"));
        assert!(!navigation.unsaved.get_untracked());
    }

    #[test]
    fn going_to_where_one_is_asks_nothing() {
        let (_owner, navigation) = start();
        navigation.unsaved.set(true);
        assert_eq!(navigation.go(ConnectionId::global()), Move::Done);
        assert_eq!(navigation.asked.get_untracked(), None);
    }
}
