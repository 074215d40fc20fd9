//! The tab Cloud: where it is said how to move there. It asks the server for nothing.

use leptos::prelude::*;

use crate::{
    i18n::{Template, use_i18n},
    pages::shared::new_tab::NewTab,
};

/// How Jira itself moves.
const JIRA_GUIDE: &str = "https://www.atlassian.com/migration/assess/journey-to-cloud";

/// How what the plugin has stored follows.
const TEST_IO_GUIDE: &str = "https://guides.test.io/docs/jira_plugins/migration_to_cloud#test-io-migration";

/// What the tab shows.
#[component]
pub fn Cloud() -> impl IntoView {
    let texts = &use_i18n().maintenance().cloud;
    view! {
        <section class="tio-cloud">
            <h2>{texts.title}</h2>
            <Guide text=texts.jira_first href=JIRA_GUIDE label=texts.jira_guide />
            <Guide text=texts.then_test_io href=TEST_IO_GUIDE label=texts.test_io_guide />
        </section>
    }
}

/// A sentence with a link in it.
#[component]
fn Guide(
    /// The sentence.
    text: Template,
    /// Where the link leads.
    href: &'static str,
    /// What it is called.
    label: &'static str,
) -> impl IntoView {
    let [before, after] = text.around();
    view! {
        <p>
            {before} <NewTab href=href.to_owned() label rel="noopener noreferrer" /> {after}
        </p>
    }
}
