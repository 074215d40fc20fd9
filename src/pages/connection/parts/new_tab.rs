//! A link that opens beside this page, so that nothing typed here is lost.

use leptos::prelude::*;

use crate::{
    components::icon::{Icon, IconName},
    i18n::use_i18n,
};

/// A link to a new tab. It says so, in a sign and in words.
#[component]
pub fn NewTab(
    /// Where it leads.
    href: String,
    /// What it is called.
    label: &'static str,
    /// `noopener`, and `noreferrer` besides when it leads out of Jira.
    rel: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <a class="tio-link" href=href target="_blank" rel=rel>
            {label}
            <Icon name=IconName::ExternalLink />
            <span class="tio-visually-hidden">{[" (", i18n.opens_new_tab, ")"].concat()}</span>
        </a>
    }
}
