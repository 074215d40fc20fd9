//! A link that opens beside this page, so that nothing typed here is lost.

use leptos::prelude::*;

use crate::{
    components::icon::{Icon, IconName},
    i18n::use_i18n,
};

/// How a [`NewTab`] looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As a link.
    #[default]
    Link,
    /// As the main button: it is the way on.
    MainButton,
}

/// A link to a new tab. It says so, in a sign and in words.
#[component]
pub fn NewTab(
    /// Where it leads.
    href: String,
    /// What it is called.
    label: &'static str,
    /// `noopener`, and `noreferrer` besides when it leads out of Jira.
    rel: &'static str,
    /// How it looks.
    #[prop(optional)]
    look: Look,
) -> impl IntoView {
    let i18n = use_i18n();
    let class = match look {
        Look::Link => "tio-link",
        Look::MainButton => "tio-button tio-button--primary tio-button--leads",
    };
    view! {
        <a class=class href=href target="_blank" rel=rel>
            {label}
            <Icon name=IconName::ExternalLink />
            <span class="tio-visually-hidden">{[" (", i18n.opens_new_tab, ")"].concat()}</span>
        </a>
    }
}
