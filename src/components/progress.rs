//! Signs that something is on its way.

use leptos::prelude::*;

use super::built::Build as _;

/// A spinner with words for those who do not see it.
#[component]
pub fn Spinner(
    /// What is on its way.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <span class="tio-spinner" role="status">
            <span class="tio-visually-hidden">{label}</span>
        </span>
    }
    .built()
}

/// Grey lines in place of text that is still loading. Say so elsewhere: it is hidden from assistive technology.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: u8,
) -> impl IntoView {
    view! {
        <div class="tio-skeleton" aria-hidden="true">
            {(0..lines).map(|_| view! { <span class="tio-skeleton__line"></span> }).collect_view()}
        </div>
    }
    .built()
}
