//! The document of this page, and that of the host when it can be read.

use js_sys::Function;
use leptos::{ev, prelude::window_event_listener};
use wasm_bindgen::{JsCast as _, prelude::Closure};
use web_sys::{Document, Window};

/// Listens to the host's window for as long as this page lives.
pub fn listen_to_host(host: &Window, event: &'static str, react: impl Fn() + 'static) {
    let listener: Function = Closure::<dyn Fn()>::new(react).into_js_value().unchecked_into();
    // Windows take any listener, and forget any.
    let _ = host.add_event_listener_with_callback(event, &listener);
    let host = host.clone();
    on_unload(move || _ = host.remove_event_listener_with_callback(event, &listener));
}

/// Calls back when the browser lets this page go for good, as when it is loaded anew. The host's page lives on, and with it
/// whatever it has been told to call.
pub fn on_unload(react: impl Fn() + 'static) {
    let _ = window_event_listener(ev::pagehide, move |event| {
        if !event.persisted() {
            react();
        }
    });
}

/// The host's window, if there is one of the same origin.
pub fn parent() -> Option<Window> {
    let window = web_sys::window()?;
    let parent = window.parent().ok().flatten()?;
    if parent == window {
        return None;
    }
    // Reading the document of another origin throws; `document()` gives nothing then.
    parent.document().map(|_| parent)
}

/// This page's document, then the host's.
pub fn documents() -> impl Iterator<Item = Document> {
    let own = web_sys::window().and_then(|window| window.document());
    let host = parent().and_then(|parent| parent.document());
    own.into_iter().chain(host)
}

/// The content of the first `<meta name="…">` that has one: this page's, else the host's.
pub fn meta(name: &str) -> Option<String> {
    let selector = ["meta[name=\"", name, "\"]"].concat();
    documents().find_map(|document| {
        document
            .query_selector(&selector)
            .ok()
            .flatten()?
            .get_attribute("content")
    })
}
