//! The tab Synchronisation jobs.

use leptos::prelude::*;

use crate::i18n::use_i18n;

/// What the tab shows.
#[component]
pub fn Jobs() -> impl IntoView {
    let texts = &use_i18n().maintenance.jobs;
    view! { <h2>{texts.title}</h2> }
}
