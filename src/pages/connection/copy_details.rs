//! What is known of an unexpected answer, to pass on to whoever looks after Jira.

use leptos::{prelude::window, task::spawn_local};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

use crate::{
    components::button::Button,
    domain::failure::Failure,
    host::location,
    i18n::{I18n, use_i18n, words},
    reactive::{RwSignal, Signal, effect},
    view::{Child as _, El, NodeRef, View, dynamic, el, fragment},
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
/// The report says what the page says, and where and when. It never holds a key or a body.
pub fn copy_details(not_done: &'static str, failure: &Failure) -> View {
    let i18n = use_i18n();
    let Some(status) = failure.unexpected_status() else {
        return View::empty();
    };
    let text = report(i18n, not_done, status, failure);
    let state = RwSignal::new(Report::Offered);
    let copy = {
        let text = text.clone();
        move |()| {
            let clipboard = window().navigator().clipboard();
            if clipboard.is_undefined() {
                // Browsers keep it from pages that were not loaded by HTTPS.
                state.set(Report::Shown);
                return;
            }
            let written = JsFuture::from(clipboard.write_text(&text));
            spawn_local(async move {
                state.set(match written.await {
                    Ok(_) => Report::Copied,
                    Err(_) => Report::Shown,
                });
            });
        }
    };
    let label = Signal::derive(move || match state.get() {
        Report::Copied => i18n.failure.details_copied,
        Report::Offered | Report::Shown => i18n.failure.copy_details,
    });
    let shown = dynamic(move || (state.get() == Report::Shown).then(|| field(i18n, &text)));
    fragment([Button::new(label).on_click(copy).into_view(), shown])
}

fn report(i18n: I18n, not_done: &str, status: u16, failure: &Failure) -> String {
    [
        not_done,
        &["HTTP", &status.to_string()].join(" "),
        &words::failure(i18n, failure),
        &String::from(js_sys::Date::new_0().to_iso_string()),
        &location::path(),
    ]
    .join("\n")
}

/// A field with the whole text selected, so that copying it takes one key.
fn field(i18n: I18n, text: &str) -> El {
    let node = NodeRef::<HtmlTextAreaElement>::new();
    effect(move || {
        if let Some(field) = node.get() {
            // A mounted field can take the focus.
            let _ = field.focus();
            field.select();
        }
    });
    el("textarea")
        .class("tio-input")
        .attr("rows", "5")
        .attr("readonly", true)
        .attr("aria-label", i18n.failure.details)
        .node_ref(node)
        .child(text)
}
