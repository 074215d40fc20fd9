//! A button that copies a text, also where the browser gives no access to the clipboard.

use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;

use crate::components::{button::Button, dom::focus};

/// Where the text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Offered,
    Copied,
    /// The browser gives no access to the clipboard: the person copies it from a field.
    Shown,
}

/// The button, and the field with the text where it can't be copied.
#[component]
pub fn CopyText(
    /// What is copied.
    text: String,
    /// What the button says.
    label: &'static str,
    /// What it says once that is done.
    copied: &'static str,
    /// What the field is called.
    field: &'static str,
) -> impl IntoView {
    let text = StoredValue::new(text);
    let place = RwSignal::new(Place::Offered);
    let copy = move |()| {
        let clipboard = window().navigator().clipboard();
        if clipboard.is_undefined() {
            // Browsers keep it from pages that were not loaded by HTTPS.
            place.set(Place::Shown);
            return;
        }
        let written = JsFuture::from(text.with_value(|text| clipboard.write_text(text)));
        spawn_local(async move {
            let now = match written.await {
                Ok(_) => Place::Copied,
                Err(_) => Place::Shown,
            };
            // The button may be gone by now.
            place.try_set(now);
        });
    };
    let label = move || match place.get() {
        Place::Copied => copied,
        Place::Offered | Place::Shown => label,
    };
    view! {
        <Button on_click=copy>{label}</Button>
        <Show when=move || place.get() == Place::Shown>
            <Field text=text.get_value() label=field />
        </Show>
    }
}

/// A field with the whole text selected, so that copying it takes one key.
#[component]
fn Field(
    /// What is to be copied.
    text: String,
    /// What the field is called.
    label: &'static str,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    field.on_load(move |text| {
        focus(field);
        text.select();
    });
    view! {
        <textarea class="tio-input" rows="8" readonly=true aria-label=label node_ref=field>
            {text}
        </textarea>
    }
}
