//! Details on demand.

use leptos::prelude::*;

use super::built::Build as _;

/// Details that are shown on demand.
#[component]
pub fn Disclosure(
    /// What the details are about.
    #[prop(into)]
    summary: Signal<String>,
    /// The details.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="tio-disclosure">
            <summary>{summary}</summary>
            <div class="tio-disclosure__body">{children()}</div>
        </details>
    }
    .built()
}
