//! Where it is noticed that somebody takes comments out of the document, which are the places that Leptos puts things at.

use leptos::prelude::*;

/// A comment that Leptos never takes away: once it is missing, somebody else has taken it, and `boot.js` puts back what
/// went with it. Each part of the page that lives as long as the page has one.
#[component]
pub fn Anchor() -> impl IntoView {
    // What is not there is a comment in the document.
    view! { <span class="tio-anchor" hidden=true>{None::<&str>}</span> }
}
