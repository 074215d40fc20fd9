//! The document of this page, and that of the host when it can be read.

use web_sys::{Document, Window};

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
