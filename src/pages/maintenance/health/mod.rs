//! The tab Health.

use leptos::prelude::*;

use crate::i18n::use_i18n;

/// What the tab shows.
#[component]
pub fn Health() -> impl IntoView {
    let texts = &use_i18n().maintenance.health;
    view! { <h2>{texts.title}</h2> }
}
