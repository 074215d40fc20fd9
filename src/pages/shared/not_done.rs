//! Why a change was not made, or that nobody knows whether it was.

use leptos::prelude::*;

use super::{copy_details::CopyDetails, jira_page::JiraPage};
use crate::{
    components::{button::Button, section_message::SectionMessage, tone::Tone},
    domain::failure::{Failure, Remedy},
    i18n::{use_i18n, words},
};

/// What was not done, as far as is known, why, and the ways on that fit.
#[component]
pub fn NotDone(
    /// What was not done.
    title: &'static str,
    /// What came instead.
    failure: Failure,
    /// Why, where there are better words for it than the usual ones.
    #[prop(optional_no_strip)]
    text: Option<&'static str>,
    /// Another attempt, offered where one may help.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// Other ways on.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = if failure.may_have_been_done() {
        words::uncertain(i18n, &failure)
    } else {
        title
    };
    let text = text.map_or_else(|| words::failed_write(i18n, &failure), str::to_owned);
    let remedy = failure.remedy();
    let retry = on_retry
        .filter(|_| remedy != Remedy::None)
        .map(|on_retry| view! { <Button on_click=on_retry>{i18n.retry}</Button> });
    let actions = move || {
        view! {
            <JiraPage remedy />
            {retry}
            {children.map(|children| children())}
            <CopyDetails not_done=title failure />
        }
    };
    view! {
        <SectionMessage tone=Tone::Danger title actions>
            {text}
        </SectionMessage>
    }
}
