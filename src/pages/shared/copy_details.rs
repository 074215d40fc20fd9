//! What is known of an unexpected answer, to pass on to whoever looks after Jira.

use leptos::prelude::*;

use super::{
    copy_text::CopyText,
    surroundings::{Surroundings, use_surroundings},
};
use crate::{
    domain::failure::{Answer, Failure},
    host::location,
    i18n::{I18n, use_i18n, words},
};

/// A button that copies a report of what was not done and of the answer to it. Nothing for failures that are no
/// surprise: their own words say all there is.
///
/// The report says what the page says, what was asked, where and when, and which versions. It never holds a key, a body,
/// or anything that was searched for.
#[component]
pub fn CopyDetails(
    /// What was not done, as the message says it.
    not_done: &'static str,
    /// What came instead.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    let answer = failure.unexpected()?;
    let text = report(i18n, use_surroundings(), not_done, answer, &failure);
    let texts = &i18n.failure;
    Some(view! {
        <CopyText text label=texts.copy_details copied=texts.details_copied field=texts.details />
    })
}

fn report(i18n: I18n, page: Surroundings, not_done: &str, answer: &Answer, failure: &Failure) -> String {
    let texts = &i18n.failure;
    let open = page.open.get_untracked();
    let jira = page.host.with_value(|host| host.jira_version.clone());
    [
        Some(not_done.to_owned()),
        Some(["HTTP", &answer.status.to_string()].join(" ")),
        answer
            .request
            .as_ref()
            .map(|request| texts.report_request.with(request)),
        Some(words::failure(i18n, failure)),
        open.map(|open| texts.report_connection.with(open.as_str())),
        Some(texts.report_page.with(env!("CARGO_PKG_VERSION"))),
        jira.map(|version| texts.report_jira.with(&version)),
        Some(js_sys::Date::new_0().to_iso_string().into()),
        Some(location::path()),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join("\n")
}
