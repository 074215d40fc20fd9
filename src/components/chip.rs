//! A small button beside a heading, which says how something stands and leads there.

use leptos::prelude::*;

use super::{
    dom::aria_word,
    icon::{Icon, IconName},
    tone::Tone,
};

/// A button in the shape of a pill.
#[component]
pub fn Chip(
    /// What kind of thing it says.
    tone: Tone,
    /// Drawn before the label.
    icon: IconName,
    /// Whether what it switches on is on, where it switches something.
    #[prop(optional, into)]
    pressed: Signal<Option<bool>>,
    /// Called when it is pressed.
    #[prop(into)]
    on_click: Callback<()>,
    /// The label.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=["tio-chip ", tone.class()].concat()
            aria-pressed=move || pressed.get().map(aria_word)
            on:click=move |_| on_click.run(())
        >
            <Icon name=icon />
            {children()}
        </button>
    }
}
