//! A message that belongs to a part of the page and stays there.

use leptos::prelude::*;

use super::{
    built::Build as _,
    icon::{Icon, IconName, IconSize},
    tone::Tone,
};

/// Whether a message is read out when it appears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Announce {
    /// It is found by reading on; right for what is there when the page opens.
    #[default]
    Never,
    /// It is read out as soon as the reader pauses (`role="status"`).
    Politely,
    /// It interrupts (`role="alert"`); right for a failure the person has to deal with.
    AtOnce,
}

/// A message beside the part of the page it is about, with what can be done about it.
#[component]
pub fn SectionMessage(
    /// What kind of message.
    tone: Tone,
    /// What happened, in a few words.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is read out when it appears.
    #[prop(optional)]
    announce: Announce,
    /// Buttons and links that mend it.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// The explanation.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let role = match announce {
        Announce::Never => None,
        Announce::Politely => Some("status"),
        Announce::AtOnce => Some("alert"),
    };
    view! {
        <div class=["tio-message ", tone.class()].concat() role=role>
            <Icon name=IconName::of_tone(tone) size=IconSize::Large />
            <div class="tio-message__text">
                <p class="tio-message__title">{title}</p>
                {children.map(|children| view! { <div class="tio-message__body">{children()}</div> })}
                {actions.map(|actions| view! { <div class="tio-message__actions">{actions.run()}</div> })}
            </div>
        </div>
    }
    .built()
}
