//! The tab Data.

use leptos::prelude::*;

use crate::i18n::use_i18n;

/// What the tab shows.
#[component]
pub fn Data() -> impl IntoView {
    let texts = &use_i18n().maintenance.data;
    view! { <h2>{texts.title}</h2> }
}
