//! The Maintenance page: for now, where to find what an administrator looks for here.

use leptos::prelude::*;

use crate::i18n::use_i18n;

/// The page. It asks the server for nothing.
#[component]
pub fn MaintenancePage(
    /// The admin page with the connections.
    connection_url: String,
) -> impl IntoView {
    let texts = &use_i18n().maintenance;
    view! {
        <main class="tio-maintenance">
            <h1>{texts.title}</h1>
            <h2>{texts.test_title}</h2>
            <p>{texts.test_text}</p>
            <p>
                <a class="tio-link" href=connection_url target="_top">
                    {texts.open_connection}
                </a>
            </p>
        </main>
    }
}
