//! That the person lacks the right for what a tab shows.

use leptos::prelude::*;

use super::use_maintenance;
use crate::{
    components::{button::Button, section_message::SectionMessage, tone::Tone},
    i18n::use_i18n,
};

/// Which right is missing, and another attempt: somebody may have given it meanwhile.
#[component]
pub fn RightMissing() -> impl IntoView {
    let i18n = use_i18n();
    let maintenance = use_maintenance();
    let actions = move || view! { <Button on_click=move |()| maintenance.try_again()>{i18n.retry}</Button> };
    view! {
        <SectionMessage tone=Tone::Info title=i18n.maintenance().no_right actions>
            {i18n.maintenance().no_right_text}
        </SectionMessage>
    }
}
