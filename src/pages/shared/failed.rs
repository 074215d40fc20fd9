//! Why something could not be read or done.

use leptos::prelude::*;

use super::{copy_details::CopyDetails, jira_page::JiraPage};
use crate::{
    components::{button::Button, section_message::SectionMessage, tone::Tone},
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
    /// Another attempt, where there is no other button for it.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let text = words::failure(i18n, &failure);
    let retry = on_retry.map(|on_retry| view! { <Button on_click=on_retry>{i18n.retry}</Button> });
    let actions = move || {
        view! {
            <JiraPage remedy=failure.remedy() />
            {retry}
            <CopyDetails not_done=title failure />
        }
    };
    view! {
        <SectionMessage tone=Tone::Danger title actions>
            {text}
        </SectionMessage>
    }
}
