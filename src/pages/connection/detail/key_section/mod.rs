//! The API key: the stored one, or the field for a new one.

mod entry;
mod stored;
mod test_button;

use leptos::prelude::*;

use self::{entry::Entry, stored::Stored};
use super::open::Open;
use crate::domain::draft::KeyEntry;

/// The key of the open connection.
#[component]
pub fn KeySection(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    // The field is kept whatever becomes of the stored key: what was typed into it is nowhere else.
    let masked = Memo::new(move |_| match open.editor.key.get() {
        KeyEntry::Kept => open.connection.with(|connection| connection.key.clone()),
        KeyEntry::Empty | KeyEntry::Typed => None,
    });
    move || match masked.get() {
        Some(key) => view! { <Stored open key /> }.into_any(),
        None => view! { <Entry open /> }.into_any(),
    }
}
