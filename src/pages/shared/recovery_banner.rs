//! What the person has to do so that waiting requests go on.

use leptos::{html, prelude::*};

use super::{jira_page::JiraPage, surroundings::use_surroundings};
use crate::{
    components::{
        button::{Appearance, Button},
        countdown::countdown,
        in_view::show_beside_focus,
        section_message::SectionMessage,
        subscription::outlived,
        tone::Tone,
    },
    domain::barrier::Barrier,
    i18n::use_i18n,
};

/// The banner. It stands above the page and once more in each dialog that sends something, because an open dialog
/// makes the page inert.
#[component]
pub fn RecoveryBanner() -> impl IntoView {
    let barrier = use_surroundings().recovery.barrier;
    let banner = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let (Some(_), Some(banner)) = (outlived(barrier).get(), banner.get_untracked()) {
            show_beside_focus(banner.into());
        }
    });
    view! {
        // When it goes, the focus goes back to what had it before.
        <div class="tio-recovery" role="alert" data-interrupts="" node_ref=banner>
            {move || outlived(barrier).get().map(|barrier| view! { <Message barrier /> })}
        </div>
    }
}

#[component]
fn Message(
    /// What the requests wait for.
    barrier: Barrier,
) -> impl IntoView {
    let texts = &use_i18n().recovery;
    let (tone, title, text) = match barrier {
        Barrier::LoggedOut => (Tone::Warning, texts.log_in_title, texts.log_in_text.into()),
        Barrier::AdminConfirmation => (Tone::Warning, texts.confirm_title, texts.confirm_text.into()),
        Barrier::Busy(seconds) => (Tone::Info, texts.busy_title, wait(seconds)),
    };
    view! {
        <SectionMessage tone title actions=move || view! { <WaysOn barrier /> }>
            {text}
        </SectionMessage>
    }
}

/// The seconds that are left, or until when, and at the end the next attempt.
fn wait(seconds: u32) -> Signal<String> {
    let i18n = use_i18n();
    let recovery = use_surroundings().recovery;
    let left = countdown(seconds, move || recovery.send_again());
    Signal::derive(move || i18n.wait(left.get(), i18n.recovery.busy_text, i18n.recovery.busy_until))
}

#[component]
fn WaysOn(
    /// What the requests wait for.
    barrier: Barrier,
) -> impl IntoView {
    let i18n = use_i18n();
    let recovery = use_surroundings().recovery;
    view! {
        <JiraPage remedy=barrier.remedy() />
        <Button on_click=move |()| recovery.send_again()>{i18n.recovery.send_again}</Button>
        <Button appearance=Appearance::Link on_click=move |()| recovery.give_up()>
            {i18n.recovery.give_up}
        </Button>
    }
}
