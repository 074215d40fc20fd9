//! What the person has to do so that waiting requests go on.

use super::{jira_page::jira_page, services::use_services};
use crate::{
    components::{
        button::{Appearance, Button},
        countdown::countdown,
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::barrier::Barrier,
    i18n::use_i18n,
    reactive::Signal,
    view::{Child as _, El, View, dynamic, fragment, tags::div},
};

/// The banner. It stands above the page and once more in each dialog that sends something, because an open dialog
/// makes the page inert.
pub fn recovery_banner() -> El {
    let recovery = &use_services().store.recovery;
    let message = dynamic(move || recovery.barrier.get().map(message));
    div().class("tio-recovery").attr("role", "alert").child(message)
}

fn message(barrier: Barrier) -> SectionMessage {
    let texts = &use_i18n().recovery;
    match barrier {
        Barrier::LoggedOut => SectionMessage::new(Tone::Warning, texts.log_in_title).body(texts.log_in_text),
        Barrier::AdminConfirmation => {
            SectionMessage::new(Tone::Warning, texts.confirm_title).body(texts.confirm_text)
        }
        Barrier::Busy(seconds) => SectionMessage::new(Tone::Info, texts.busy_title).body(wait(seconds)),
    }
    .actions(ways_on(barrier))
}

/// The seconds that are left, and at their end the next attempt.
fn wait(seconds: u32) -> Signal<String> {
    let i18n = use_i18n();
    let recovery = &use_services().store.recovery;
    let left = countdown(seconds, move || recovery.send_again());
    Signal::derive(move || i18n.count(i18n.recovery.busy_text, left.get()))
}

fn ways_on(barrier: Barrier) -> View {
    let i18n = use_i18n();
    let recovery = &use_services().store.recovery;
    fragment([
        jira_page(barrier.remedy()).into_view(),
        Button::new(i18n.recovery.send_again)
            .on_click(|()| recovery.send_again())
            .into_view(),
        Button::new(i18n.recovery.give_up)
            .appearance(Appearance::Link)
            .on_click(|()| recovery.give_up())
            .into_view(),
    ])
}
