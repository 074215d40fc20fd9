//! The page of Jira on which a person removes what is in the way.

use leptos::prelude::*;

use super::{
    new_tab::{Look, NewTab},
    surroundings::use_surroundings,
};
use crate::{domain::failure::Remedy, i18n::use_i18n};

/// A link to that page, if the remedy is to be had there. It is the way on, before any other.
#[component]
pub fn JiraPage(
    /// What helps.
    remedy: Remedy,
) -> impl IntoView {
    let texts = &use_i18n().failure;
    let host = use_surroundings().host;
    let page = host.with_value(|host| match remedy {
        Remedy::LogIn => Some((host.login_url.clone(), texts.log_in)),
        Remedy::ConfirmAdmin => Some((host.web_sudo_url.clone(), texts.confirm)),
        _ => None,
    });
    page.map(|(href, label)| view! { <NewTab href label rel="noopener" look=Look::MainButton /> })
}
