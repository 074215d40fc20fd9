//! A message that belongs to a part of the page and stays there.

use leptos::prelude::*;

use super::{
    icon::{Icon, IconName, IconSize},
    tone::Tone,
};

/// A message beside the part of the page it is about, with what can be done about it.
///
/// Whether it is read out when it appears is the business of the live region it is put into, which has to be there
/// before it.
#[component]
pub fn SectionMessage(
    /// What kind of message.
    tone: Tone,
    /// What happened, in a few words.
    #[prop(into)]
    title: Signal<String>,
    /// Buttons and links that mend it.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// The explanation.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=["tio-message ", tone.class()].concat()>
            <Icon name=IconName::of_tone(tone) size=IconSize::Large />
            <div class="tio-message__text">
                <p class="tio-message__title">{title}</p>
                {children.map(|body| view! { <div class="tio-message__body">{body()}</div> })}
                {actions.map(|actions| view! { <div class="tio-message__actions">{actions.run()}</div> })}
            </div>
        </div>
    }
}
