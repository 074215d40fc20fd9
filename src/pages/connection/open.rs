//! The open connection together with the field that its key is typed into.

use web_sys::HtmlInputElement;
use zeroize::Zeroizing;

use crate::{
    components::secret_text::value_of,
    state::editor::{Attempt, Editor},
    view::NodeRef,
};

/// The open connection.
///
/// The plain key stays in the input element alone, and is read when it is sent: no signal ever holds it.
#[derive(Clone, Copy)]
pub struct Open {
    /// What is known of it and can be done to it.
    pub editor: Editor,
    /// The key field, while there is one.
    pub key_input: NodeRef<HtmlInputElement>,
}

impl Open {
    /// Opens a connection for editing.
    pub fn new(editor: Editor) -> Self {
        Self {
            editor,
            key_input: NodeRef::new(),
        }
    }

    /// Does something, with what stands in the key field now.
    pub fn attempt(self, attempt: Attempt) {
        self.editor.attempt(attempt, &self.key_text());
    }

    /// What stands in the key field. The copy is wiped when it is dropped.
    pub fn key_text(self) -> Zeroizing<String> {
        self.key_input
            .get_untracked()
            .map(|input| value_of(&input))
            .unwrap_or_default()
    }
}
