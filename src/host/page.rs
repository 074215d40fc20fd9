//! The document of this page, and that of the host when it can be read.

use wasm_bindgen::{JsCast as _, prelude::Closure};
use web_sys::{Document, Event, EventTarget, Window};

/// Listens for as long as the document lives, as the page does.
pub fn listen(target: &EventTarget, event: &str, react: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(react).into_js_value();
    // Windows and documents take any listener.
    let _ = target.add_event_listener_with_callback(event, listener.unchecked_ref());
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
