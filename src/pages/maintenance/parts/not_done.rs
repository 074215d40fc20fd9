//! Why a change was not made, or that nobody knows whether it was.

use leptos::prelude::*;

use crate::{
    components::{button::Button, section_message::SectionMessage, tone::Tone},
    domain::failure::{Failure, Remedy},
    i18n::{use_i18n, words},
    pages::shared::{copy_details::CopyDetails, jira_page::JiraPage},
};

/// What was not done, why, and the ways on that fit.
#[component]
pub fn NotDone(
    /// What was not done.
    title: &'static str,
    /// What came instead.
    failure: Failure,
    /// Another attempt.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = if failure.may_have_been_done() {
        words::uncertain(i18n, &failure)
    } else {
        title
    };
    let text = words::failed_write(i18n, &failure);
    let remedy = failure.remedy();
    let retry = (remedy != Remedy::None).then(|| view! { <Button on_click=on_retry>{i18n.retry}</Button> });
    let actions = move || {
        view! {
            <JiraPage remedy />
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
