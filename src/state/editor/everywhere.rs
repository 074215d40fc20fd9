//! Replacing one key in all connections that hold it.

use leptos::prelude::*;

use super::Editor;
use crate::domain::{
    draft::{KeyEntry, Reach},
    status::Status,
};

impl Editor {
    /// How many other connections hold the key that is being replaced; none while none is.
    pub fn others_with_the_key(self) -> u32 {
        let replaces = self.key.get() != KeyEntry::Kept;
        self.stored
            .with(|stored| if replaces { stored.same_key } else { 0 })
    }

    /// Which connections a save goes to, as things stand.
    pub fn reach(self) -> Reach {
        match self.others_with_the_key() {
            others if others > 0 && self.everywhere.get() && self.key.get() == KeyEntry::Typed => {
                Reach::SameKey(others)
            }
            _ => Reach::This,
        }
    }

    /// Opens the key field for a key that is to go to all connections with the present one. What was typed already stays.
    pub fn replace_everywhere(self) {
        if self.key.get_untracked() == KeyEntry::Kept {
            self.replace_key();
        }
        self.everywhere.set(true);
    }

    /// Which connections the last save went to.
    pub fn last_reach(self) -> Reach {
        self.reach.get_value()
    }

    /// Where Test IO refuses the key, it does so for all that hold it, and who replaces it most likely means all of them.
    /// Whoever sees the choice can take it back.
    pub(super) fn offer_everywhere(self) {
        let is_refused = self
            .stored
            .with_untracked(|stored| stored.status == Status::KeyRejected);
        self.everywhere.set(is_refused);
    }
}
