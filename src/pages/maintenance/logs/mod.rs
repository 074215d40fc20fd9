//! The tab Logs.

use leptos::prelude::*;

use crate::i18n::use_i18n;

/// What the tab shows.
#[component]
pub fn Logs() -> impl IntoView {
    let texts = &use_i18n().maintenance.logs;
    view! { <h2>{texts.title}</h2> }
}
