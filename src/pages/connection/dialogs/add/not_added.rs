//! Why no connection was added, with the ways on that fit.

use leptos::prelude::*;

use crate::{
    components::{button::Button, section_message::SectionMessage, tone::Tone},
    domain::failure::{Failure, Remedy},
    i18n::{use_i18n, words},
    pages::shared::{copy_details::CopyDetails, jira_page::JiraPage},
};

/// Why nothing was added, as far as is known.
#[component]
pub fn NotAdded(
    /// What came of it.
    failure: Failure,
    /// Adds it without asking Test IO.
    #[prop(into)]
    on_skip: Callback<()>,
    /// Tries once more.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().add;
    let title = if failure.may_have_been_done() {
        words::uncertain(i18n, &failure)
    } else {
        i18n.failure.not_added
    };
    let text = match &failure {
        Failure::KeyMissing => texts.key_of_gone.to_owned(),
        other => words::failed_write(i18n, other),
    };
    let can_skip = failure.remedy() == Remedy::SkipVerification;
    let ways_on = move || {
        view! {
            <JiraPage remedy=failure.remedy() />
            {can_skip
                .then(|| {
                    view! {
                        <Button on_click=on_retry>{i18n.retry}</Button>
                        <Button on_click=on_skip>{texts.unverified}</Button>
                    }
                })}
            <CopyDetails not_done=title failure />
        }
    };
    view! {
        <SectionMessage tone=Tone::Danger title actions=ways_on>
            {text}
        </SectionMessage>
    }
}
