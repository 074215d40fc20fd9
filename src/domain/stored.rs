//! What the plugin has stored, as far as clearing it is about that.

use super::{connection::Connection, summary::ConnectionCounts};

/// What clearing deletes. By default it is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// How many Jira Project specific connections there are.
    pub connections: u32,
    /// Whether the Global (default) connection has one.
    pub global_key: bool,
    /// The label of the Global (default) connection, if it has one.
    pub global_label: Option<String>,
}

impl Stored {
    /// What there is, by the figures and the Global (default) connection.
    pub fn of(connections: &ConnectionCounts, global: &Connection) -> Self {
        Self {
            connections: connections.total,
            global_key: global.key.is_some(),
            global_label: global.account_label.clone(),
        }
    }

    /// Whether nothing of it is there, as after clearing.
    pub fn is_nothing(&self) -> bool {
        self.connections == 0 && !self.global_key && self.global_label.is_none()
    }
}

/// Whether what a person has typed is the word that they were asked for. Blanks around it don't count, its case does: it
/// is typed on purpose.
pub fn confirms(typed: &str, word: &str) -> bool {
    typed.trim() == word
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Stored, confirms};
    use crate::domain::{
        connection::Connection,
        samples::{connected, inactive_global},
        summary::ConnectionCounts,
    };

    fn counts(total: u32) -> ConnectionCounts {
        ConnectionCounts {
            total,
            by_status: Vec::new(),
        }
    }

    #[test]
    fn what_is_stored_is_counted_and_after_clearing_it_is_nothing() {
        let empty = counts(0);
        assert!(Stored::of(&empty, &inactive_global()).is_nothing());
        let stored = Stored::of(&counts(5), &inactive_global());
        assert_eq!((stored.connections, stored.global_key), (5, false));
        assert!(!stored.is_nothing());
        let with_key = Connection {
            key: connected().key,
            ..inactive_global()
        };
        let with_label = Connection {
            account_label: Some("ACME".into()),
            ..inactive_global()
        };
        for global in [with_key, with_label] {
            assert!(!Stored::of(&empty, &global).is_nothing());
        }
    }

    #[test]
    fn only_the_word_itself_confirms() {
        for typed in ["LÖSCHEN", " LÖSCHEN "] {
            assert!(confirms(typed, "LÖSCHEN"), "{typed}");
        }
        for typed in ["", "löschen", "LÖSCHE", "LÖSCHEN!", "CLEAR"] {
            assert!(!confirms(typed, "LÖSCHEN"), "{typed}");
        }
    }
}
