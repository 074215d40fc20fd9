//! The open connection together with the field that its key is typed into, and what is being asked about it.

use leptos::{html, prelude::*};
use zeroize::Zeroizing;

use crate::{
    components::{flags::Flags, letters, secret_text::value_of},
    domain::{
        connection::Connection, draft::is_another_label, ids::ConnectionId, invisible::trim, label,
        status::Status,
    },
    state::editor::{Attempt, Editor},
};

/// A destructive step that is asked about first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Remove the key?
    RemoveKey,
    /// Delete the connection?
    Delete,
    /// Switch the Global (default) connection off?
    SwitchOff,
}

/// The open connection.
///
/// The plain key stays in the input element alone, and is read when it is sent: no signal ever holds it.
#[derive(Clone, Copy)]
pub struct Open {
    /// What is known of it and can be done to it.
    pub editor: Editor,
    /// The server's last word on it. Whatever the page says of it follows this.
    pub connection: Memo<Connection>,
    /// The key field, while there is one.
    pub key_input: NodeRef<html::Input>,
    /// The button that opens the key field although a key is stored, while there is one.
    pub replace_button: NodeRef<html::Button>,
    /// What is being asked about.
    pub asking: RwSignal<Option<Asking>>,
    flags: Flags,
}

impl Open {
    /// Opens a connection for editing.
    ///
    /// # Panics
    /// If no ancestor has provided [`Flags`].
    pub fn new(editor: Editor) -> Self {
        Self {
            editor,
            connection: Memo::new(move |_| editor.stored.with(|stored| stored.clone())),
            key_input: NodeRef::new(),
            replace_button: NodeRef::new(),
            asking: RwSignal::new(None),
            flags: Flags::expect(),
        }
    }

    /// Which connection it is, for good.
    pub fn id(self) -> ConnectionId {
        self.connection.with_untracked(|connection| connection.id.clone())
    }

    /// Whether this is the Global (default) connection.
    pub fn is_global(self) -> bool {
        self.connection
            .with_untracked(|connection| connection.id.is_global())
    }

    /// Whether a key is stored.
    pub fn has_key(self) -> bool {
        self.connection.with(|connection| connection.key.is_some())
    }

    /// Whether the project was archived or deleted.
    pub fn is_unavailable(self) -> bool {
        self.connection
            .with(|connection| connection.status == Status::ProjectUnavailable)
    }

    /// Does something, with what stands in the key field now.
    pub fn attempt(self, attempt: Attempt) {
        if let Attempt::Save(_) = attempt {
            self.settle_label();
        }
        self.editor.attempt(attempt, &self.key_text());
        if self.editor.busy.get_untracked().is_some() {
            // What a flag said of the last step is over with the next one.
            self.flags.clear();
        }
    }

    /// Makes a typed label the existing one that looks the same, if there is one: two that nobody can tell apart are no
    /// use to anybody.
    fn settle_label(self) {
        let typed = self.editor.label.get_untracked();
        let changed = self
            .connection
            .with_untracked(|connection| is_another_label(&typed, connection));
        if changed {
            let known = untrack(|| self.editor.known_labels());
            let settled = label::settled(&typed, known.iter().map(String::as_str), letters::composed);
            // What was typed stays as it is where it only has blanks around it.
            if settled != trim(&typed) {
                self.editor.label.set(settled);
            }
        }
    }

    /// Asks about a destructive step.
    pub fn ask(self, about: Asking) {
        // What an earlier attempt came to is no answer to this question.
        self.editor.outcome.set(None);
        self.asking.set(Some(about));
    }

    /// What stands in the key field. The copy is wiped when it is dropped.
    fn key_text(self) -> Zeroizing<String> {
        self.key_input
            .get_untracked()
            .map(|input| value_of(&input))
            .unwrap_or_default()
    }
}
