//! Why something that is done from a dialog could not be done.

use leptos::prelude::*;

use super::{copy_details::CopyDetails, jira_page::JiraPage};
use crate::{
    components::{section_message::SectionMessage, tone::Tone},
    domain::failure::Failure,
    i18n::{use_i18n, words},
};

/// What was not done, why, and where in Jira to go for it.
#[component]
pub fn Failed(
    /// What was not done.
    title: &'static str,
    /// What came instead.
    failure: Failure,
) -> impl IntoView {
    let text = words::failure(use_i18n(), &failure);
    let actions = move || {
        view! {
            <JiraPage remedy=failure.remedy() />
            <CopyDetails not_done=title failure />
        }
    };
    view! {
        <SectionMessage tone=Tone::Danger title actions>
            {text}
        </SectionMessage>
    }
}
