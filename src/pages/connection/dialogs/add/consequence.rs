//! What becomes of a project that gets a connection of its own.

use leptos::prelude::*;

use super::{super::super::services::use_services, first_key::FirstKeyEntry};
use crate::{
    components::{combobox::OptionRow, subscription::end_on_cleanup},
    domain::summary::Fallback,
    i18n::use_i18n,
};

/// What the project uses until now, where that is about to change.
#[component]
pub fn Consequence(
    /// The project.
    chosen: RwSignal<Option<OptionRow>>,
    /// Its key.
    entry: FirstKeyEntry,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().add;
    let store = use_services().store;
    let text = move || {
        end_on_cleanup();
        let name = chosen.with(|chosen| chosen.as_ref().map(|chosen| chosen.label.clone()))?;
        let text = if entry.has_key() {
            texts.leaves_global
        } else {
            texts.leaves_global_without_key
        };
        (store.fallback() == Fallback::Global).then(|| text.with(&name))
    };
    move || text().map(|text| view! { <p class="tio-hint">{text}</p> })
}
