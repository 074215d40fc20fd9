//! A status in a few capital letters.

use leptos::prelude::*;

use super::{
    icon::{Icon, IconName},
    tone::Tone,
};

/// A status lozenge: an icon and a word in the tone's colours.
#[component]
pub fn Lozenge(
    /// What the status means.
    tone: Tone,
    /// The icon that says the same without colour.
    icon: IconName,
    /// The word, as it is to be read aloud; CSS writes it in capitals.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <span class=["tio-lozenge ", tone.class()].concat()>
            <Icon name=icon />
            <span class="tio-lozenge__text">{text}</span>
        </span>
    }
}
