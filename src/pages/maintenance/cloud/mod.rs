//! The tab Cloud.

use leptos::prelude::*;

use crate::i18n::use_i18n;

/// What the tab shows.
#[component]
pub fn Cloud() -> impl IntoView {
    let texts = &use_i18n().maintenance.cloud;
    view! { <h2>{texts.title}</h2> }
}
