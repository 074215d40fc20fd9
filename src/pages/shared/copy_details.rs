//! What is known of an unexpected answer, to pass on to whoever looks after Jira.

use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;

use super::surroundings::{Surroundings, use_surroundings};
use crate::{
    components::button::Button,
    domain::failure::{Answer, Failure},
    host::location,
    i18n::{I18n, use_i18n, words},
};

/// Where the report is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Report {
    Offered,
    Copied,
    /// The browser gives no access to the clipboard: the person copies it from a field.
    Shown,
}

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
    let text = StoredValue::new(report(i18n, use_surroundings(), not_done, answer, &failure));
    let state = RwSignal::new(Report::Offered);
    let copy = move |()| {
        let clipboard = window().navigator().clipboard();
        if clipboard.is_undefined() {
            // Browsers keep it from pages that were not loaded by HTTPS.
            state.set(Report::Shown);
            return;
        }
        let written = JsFuture::from(text.with_value(|text| clipboard.write_text(text)));
        spawn_local(async move {
            let report = match written.await {
                Ok(_) => Report::Copied,
                Err(_) => Report::Shown,
            };
            // The message may be gone by now.
            state.try_set(report);
        });
    };
    let label = move || match state.get() {
        Report::Copied => i18n.failure.details_copied,
        Report::Offered | Report::Shown => i18n.failure.copy_details,
    };
    Some(view! {
        <Button on_click=copy>{label}</Button>
        <Show when=move || state.get() == Report::Shown>
            <Details text=text.get_value() />
        </Show>
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

/// A field with the whole text selected, so that copying it takes one key.
#[component]
fn Details(
    /// What is to be copied.
    text: String,
) -> impl IntoView {
    let texts = &use_i18n().failure;
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A mounted field can take the focus.
            let _ = field.focus();
            field.select();
        }
    });
    view! {
        <textarea class="tio-input" rows="8" readonly=true aria-label=texts.details node_ref=field>
            {text}
        </textarea>
    }
}
