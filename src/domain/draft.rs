//! What the admin has typed beside what the server has stored, and what saving it would send.

use super::{
    api_key::{ApiKey, KeyProblem},
    connection::Connection,
    invisible::trim,
};

/// Longest account label, in characters (contract).
pub const MAX_LABEL_CHARS: usize = 60;

/// What is in the key field. The key itself stays in the field until it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyEntry {
    /// The stored key is shown as a mask; there is no field.
    Kept,
    /// The field is open and the person has put nothing into it.
    Empty,
    /// The person typed or pasted something.
    Typed,
}

/// The unsaved input of one connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The key field.
    pub key: KeyEntry,
    /// The account label field.
    pub label: String,
}

/// Why Save has nothing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NothingToSave {
    /// No key is stored and none was entered.
    KeyNeeded,
    /// A key is stored and nothing was changed.
    Unchanged,
}

/// Whether the server asks Test IO before it stores a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verify {
    /// A refused key is not stored.
    #[default]
    First,
    /// The key is stored unchecked. For when Test IO is out of reach.
    Skip,
}

/// Which connections a change goes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// The open one.
    #[default]
    This,
    /// That one and all others that hold the same key: so many, as was shown.
    SameKey(u32),
}

impl Reach {
    /// To how many connections.
    pub fn count(self) -> u32 {
        match self {
            Self::This => 1,
            Self::SameKey(others) => others + 1,
        }
    }
}

/// A change of a connection, as PUT sends it. What is absent stays as it is.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// A new key.
    pub api_key: Option<ApiKey>,
    /// A new account label; empty removes it.
    pub account_label: Option<String>,
    /// Global only: switch it on or off.
    pub active: Option<bool>,
    /// Whether a new key is checked first.
    pub verify: Verify,
    /// Where key and label go.
    pub reach: Reach,
}

/// Why a draft can't be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftProblem {
    /// Belongs beside the key field.
    Key(KeyProblem),
    /// The account label is longer than [`MAX_LABEL_CHARS`].
    LabelTooLong,
}

impl Draft {
    /// The untouched draft of a connection.
    pub fn of(connection: &Connection) -> Self {
        Self {
            key: if connection.key.is_some() {
                KeyEntry::Kept
            } else {
                KeyEntry::Empty
            },
            label: connection.label().to_owned(),
        }
    }

    /// Whether leaving would lose something.
    pub fn is_dirty(&self, stored: &Connection) -> bool {
        self.key == KeyEntry::Typed || self.label_changed(stored)
    }

    /// Whether there is something to save, or why not.
    ///
    /// # Errors
    /// The reason to show with the disabled button.
    pub fn savable(&self, stored: &Connection) -> Result<(), NothingToSave> {
        match (self.is_dirty(stored), &stored.key) {
            (true, _) => Ok(()),
            (false, None) => Err(NothingToSave::KeyNeeded),
            (false, Some(_)) => Err(NothingToSave::Unchanged),
        }
    }

    /// What to send, given what stands in the key field.
    ///
    /// A key that the person did not type is never sent, whatever the field holds.
    ///
    /// # Errors
    /// The first problem; nothing is to be sent then.
    pub fn change(
        &self,
        stored: &Connection,
        key_field: &str,
        verify: Verify,
    ) -> Result<Change, DraftProblem> {
        let api_key = match self.key {
            KeyEntry::Typed => Some(ApiKey::parse(key_field).map_err(DraftProblem::Key)?),
            KeyEntry::Kept | KeyEntry::Empty => None,
        };
        if is_too_long(&self.label) {
            return Err(DraftProblem::LabelTooLong);
        }
        let account_label = self.label_changed(stored).then(|| trim(&self.label).to_owned());
        Ok(Change {
            api_key,
            account_label,
            active: None,
            verify,
            reach: Reach::This,
        })
    }

    fn label_changed(&self, stored: &Connection) -> bool {
        is_another_label(&self.label, stored)
    }
}

/// Whether a typed label would change a connection's. Blanks and what nobody sees around it would not.
pub fn is_another_label(typed: &str, stored: &Connection) -> bool {
    typed != stored.label() && trim(typed) != stored.label()
}

/// Whether a typed label is longer than [`MAX_LABEL_CHARS`].
pub fn is_too_long(typed: &str) -> bool {
    trim(typed).chars().count() > MAX_LABEL_CHARS
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test states what must hold")]

    use proptest::prelude::*;

    use super::{Change, Draft, DraftProblem, KeyEntry, NothingToSave, Reach, Verify};
    use crate::domain::{
        api_key::KeyProblem,
        connection::Connection,
        samples::{connected, inactive_global},
    };

    const KEY: &str = "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f";

    #[test]
    fn with_the_others_the_open_connection_is_counted_too() {
        assert_eq!(Reach::This.count(), 1);
        assert_eq!(Reach::SameKey(89).count(), 90);
    }

    #[test]
    fn an_untouched_draft_saves_nothing_and_says_why() {
        assert_eq!(
            Draft::of(&connected()).savable(&connected()),
            Err(NothingToSave::Unchanged)
        );
        assert_eq!(
            Draft::of(&inactive_global()).savable(&inactive_global()),
            Err(NothingToSave::KeyNeeded)
        );
    }

    /// A browser that fills in the admin's own password must not get it saved.
    #[test]
    fn a_key_nobody_typed_is_never_sent() {
        for key in [KeyEntry::Kept, KeyEntry::Empty] {
            let draft = Draft {
                key,
                label: "ACME".into(),
            };
            let change = draft
                .change(&inactive_global(), "the admin's own password", Verify::First)
                .unwrap();
            assert_eq!(change.api_key, None);
            assert_eq!(change.account_label.as_deref(), Some("ACME"));
        }
    }

    #[test]
    fn a_bad_key_stops_the_whole_change() {
        let draft = Draft {
            key: KeyEntry::Typed,
            label: "new label".into(),
        };
        let problem = draft.change(&connected(), "•••• 4f2a", Verify::First);
        assert_eq!(problem, Err(DraftProblem::Key(KeyProblem::Masked)));
    }

    #[test]
    fn only_what_changed_is_sent() {
        let draft = Draft {
            key: KeyEntry::Typed,
            ..Draft::of(&connected())
        };
        let change = draft.change(&connected(), KEY, Verify::Skip).unwrap();
        assert_eq!(change.api_key.unwrap().expose(), KEY);
        assert_eq!(
            (change.account_label, change.active, change.verify),
            (None, None, Verify::Skip)
        );
    }

    #[test]
    fn a_label_beyond_the_limit_is_refused_here() {
        let draft = Draft {
            key: KeyEntry::Kept,
            label: "x".repeat(61),
        };
        assert_eq!(
            draft.change(&connected(), "", Verify::First),
            Err(DraftProblem::LabelTooLong)
        );
    }

    #[test]
    fn a_label_as_long_as_allowed_is_sent_without_the_space_around_it() {
        let label = "ü".repeat(60);
        let draft = Draft {
            key: KeyEntry::Kept,
            label: format!("  {label} "),
        };
        let change = draft.change(&connected(), "", Verify::First).unwrap();
        assert_eq!(change.account_label, Some(label));
    }

    #[test]
    fn what_nobody_sees_around_a_label_changes_nothing() {
        for label in ["\u{feff}ACME US", "ACME US \u{200b}", "ACME US"] {
            let draft = Draft {
                key: KeyEntry::Kept,
                label: label.into(),
            };
            assert!(!draft.is_dirty(&connected()), "{label:?}");
        }
        let odd = Connection {
            account_label: Some("ACME\u{200b}".into()),
            ..connected()
        };
        assert!(!Draft::of(&odd).is_dirty(&odd), "it came from the server");
    }

    proptest! {
        #[test]
        fn a_draft_is_dirty_exactly_when_its_change_says_something(label in ".{0,80}", typed in any::<bool>()) {
            let key = if typed { KeyEntry::Typed } else { KeyEntry::Kept };
            let draft = Draft { key, label };
            if let Ok(change) = draft.change(&connected(), KEY, Verify::First) {
                prop_assert_eq!(draft.is_dirty(&connected()), change != Change::default());
            }
        }
    }
}
