//! The way back to the report of a test of many connections.

use leptos::prelude::*;

use super::super::services::{Tool, use_services};
use crate::{
    components::{chip::Chip, icon::IconName, tone::Tone},
    i18n::use_i18n,
};

/// A button that opens the report again; there while one is kept.
#[component]
pub fn KeptReport() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    view! {
        <Show when=move || services.report_kept.get()>
            <Chip
                tone=Tone::Info
                icon=IconName::Refresh
                on_click=move |()| services.tool.set(Some(Tool::TestAll))
            >
                {i18n.overview.report}
            </Chip>
        </Show>
    }
}
