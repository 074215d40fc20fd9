//! The page's title, its figures, and the ways to help.

mod attention;
mod coverage;
mod doubts;
mod overview;
mod report;
pub mod tools;

use leptos::prelude::*;

use self::{attention::Attention, doubts::Doubts, overview::Overview, report::KeptReport, tools::Tools};
use super::services::use_services;
use crate::{
    components::{
        anchors::Anchor,
        button::{Appearance, Button},
        section_message::SectionMessage,
        tone::Tone,
    },
    i18n::use_i18n,
    pages::shared::{new_tab::NewTab, recovery_banner::RecoveryBanner},
};

/// The band above both columns.
#[component]
pub fn Header() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let help_url = services.host.with_value(|host| host.help_url.clone());
    view! {
        <header class="tio-header">
            <h1>{i18n.page_title}</h1>
            // Beside the title there is room: in the line of the figures they would take a second one when they come.
            <div class="tio-header__notices">
                <Show when=move || services.store.has_figures()>
                    <Attention />
                    <Doubts />
                </Show>
                <KeptReport />
            </div>
            <div class="tio-header__links">
                <Button
                    appearance=Appearance::Link
                    on_click=move |()| services.looking_up.set(true)
                >
                    {i18n.tools.lookup}
                </Button>
                <NewTab href=help_url label=i18n.help.link rel="noopener noreferrer" />
                <Tools />
            </div>
            <div class="tio-header__figures">
                <Overview />
            </div>
            <RecoveryBanner />
            <Show when=move || !services.can_manage()>
                <SectionMessage tone=Tone::Info title=i18n.read_only>
                    {i18n.read_only_reason}
                </SectionMessage>
            </Show>
            <Anchor />
        </header>
    }
}
