//! Why an attempt failed, with the ways on that fit.

use leptos::prelude::*;

use super::{super::open::Open, conflict::Conflict};
use crate::{
    components::{button::Button, countdown::countdown, section_message::SectionMessage, tone::Tone},
    domain::{
        draft::Verify,
        failure::{Failure, Remedy},
    },
    i18n::{use_i18n, words},
    pages::shared::{copy_details::CopyDetails, jira_page::JiraPage},
    state::editor::Attempt,
};

/// Why an attempt failed, with the ways on that fit.
#[component]
pub fn FailureMessage(
    /// The open connection.
    open: Open,
    /// What was not done.
    attempt: Attempt,
    /// What came instead.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    if let Failure::Stale(Some(theirs)) = failure {
        return view! { <Conflict open attempt theirs=*theirs /> }.into_any();
    }
    let mut text = match attempt {
        Attempt::Test(_) => words::failure(i18n, &failure),
        _ => words::failed_write(i18n, &failure),
    };
    if let Attempt::Save(_) = attempt {
        text = [text.as_str(), " ", i18n.failure.input_kept].concat();
    }
    let title = words::not_done(i18n, attempt, &failure);
    let actions = move || {
        view! {
            <WaysOn open attempt failure=failure.clone() />
            <CopyDetails not_done=title failure />
        }
    };
    view! {
        <SectionMessage tone=Tone::Danger title actions>
            {text}
        </SectionMessage>
    }
    .into_any()
}

#[component]
fn WaysOn(
    /// The open connection.
    open: Open,
    /// What was not done.
    attempt: Attempt,
    /// What came instead.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    let remedy = failure.remedy();
    let retries = !matches!(remedy, Remedy::None | Remedy::MendInput);
    let skips = remedy == Remedy::SkipVerification && attempt == Attempt::Save(Verify::First);
    let retry = retries.then(|| {
        view! {
            <Button disabled_reason=wait(&failure) on_click=move |()| open.attempt(attempt)>
                {i18n.retry}
            </Button>
        }
    });
    let skip = skips.then(|| {
        view! {
            <Button on_click=move |()| open.attempt(Attempt::Save(Verify::Skip))>
                {i18n.failure.skip_verification}
            </Button>
        }
    });
    view! {
        <JiraPage remedy />
        {retry}
        {skip}
    }
}

/// Why the same can't be tried again yet: for as long as it was asked to wait.
fn wait(failure: &Failure) -> Signal<Option<String>> {
    let i18n = use_i18n();
    match failure {
        Failure::TestIoRateLimited(Some(seconds)) | Failure::RateLimited(Some(seconds)) => {
            let left = countdown(*seconds, || {});
            Signal::derive(move || match left.get() {
                0 => None,
                left => Some(i18n.wait(left, i18n.failure.wait_seconds, i18n.failure.wait_until)),
            })
        }
        _ => None.into(),
    }
}
