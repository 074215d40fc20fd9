//! What to do first, in the order of the vendor's guide.

use leptos::prelude::*;

use super::super::services::{AddFor, use_services};
use crate::{
    components::button::{Appearance, Button},
    i18n::use_i18n,
    pages::shared::new_tab::NewTab,
};

/// The steps from nothing to the first connection.
#[component]
pub fn FirstSteps() -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.help;
    let services = use_services();
    let help_url = services.host.with_value(|host| host.help_url.clone());
    view! {
        <div class="tio-first-steps">
            <h3>{texts.first_title}</h3>
            <ol>
                <li>
                    {texts.first_choose} " "
                    <Button
                        appearance=Appearance::Link
                        disabled_reason=Signal::derive(move || {
                            services.read_only_reason(i18n.read_only_reason)
                        })
                        on_click=move |()| services.adding.set(Some(AddFor::AnyProject))
                    >
                        {i18n.help.first_project}
                    </Button> "."
                </li>
                <li>{texts.first_copy}</li>
                <li>{texts.first_save}</li>
                <li>{texts.first_configure}</li>
            </ol>
            <NewTab href=help_url label=texts.guide rel="noopener noreferrer" />
        </div>
    }
}
