//! The address and the ways out of the page: deep links, Back and Forward, and the question before the tab is closed.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsValue;
use web_sys::Window;

use super::page::{listen_to_host, parent};

/// The fragment to start at: the host's, so that a link to the admin page can name a row; without one, this page's.
pub fn fragment() -> String {
    let own = || web_sys::window().map(|window| fragment_of(&window));
    parent()
        .and_then(|host| fragment_of_page(&host))
        .or_else(own)
        .unwrap_or_default()
}

/// Adds an entry to the history, unless the fragment is there already, and shows it in the host's address.
pub fn push(fragment: &str) {
    let Some(window) = web_sys::window() else { return };
    if fragment_of(&window) != fragment {
        write(&window, fragment, Entry::New);
    }
    mirror(fragment);
}

/// Puts the fragment into the present entry of the history.
pub fn replace(fragment: &str) {
    if let Some(window) = web_sys::window() {
        write(&window, fragment, Entry::Present);
    }
    mirror(fragment);
}

/// Calls back with the fragment whenever the person goes Back or Forward, follows a link, or puts another fragment into
/// the host's address.
pub fn on_change(callback: Callback<String>) {
    let Some(window) = web_sys::window() else { return };
    if let Some(host) = parent() {
        let (own, the_host) = (window.clone(), host.clone());
        listen_to_host(&host, "hashchange", move || {
            if let Some(fragment) = fragment_of_page(&the_host) {
                // The host's entry of the history stands for both; one of this page's would ask for Back twice.
                write(&own, &fragment, Entry::Present);
                callback.run(fragment);
            }
        });
    }
    let _ = window_event_listener(ev::hashchange, move |_| callback.run(fragment_of(&window)));
}

/// Calls back when the page is left, whether or not the browser keeps it to come back to.
pub fn on_leaving(callback: Callback<()>) {
    let _ = window_event_listener(ev::pagehide, move |_| callback.run(()));
}

/// The path of this page's address, without query and fragment.
pub fn path() -> String {
    web_sys::window()
        .and_then(|window| window.location().pathname().ok())
        .unwrap_or_default()
}

/// The address, as the document writes it, of the module that runs. It changes with every version of the page.
pub fn module() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let link = document
        .query_selector("link[rel=modulepreload]")
        .ok()
        .flatten()?;
    link.get_attribute("href")
}

/// Loads the page anew. Where something is unsaved, the browser asks first.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Only documents of other origins refuse.
        let _ = window.location().reload();
    }
}

/// Makes the browser ask before the page is left while `unsaved` holds.
pub fn guard(unsaved: Signal<bool>) {
    let _ = window_event_listener(ev::beforeunload, move |event| {
        if unsaved.get_untracked() {
            event.prevent_default();
        }
    });
}

enum Entry {
    New,
    Present,
}

fn write(window: &Window, fragment: &str, entry: Entry) {
    let Ok(history) = window.history() else { return };
    // A refusal (too many entries in a short time) costs the address, not the page.
    let _ = match entry {
        Entry::New => history.push_state_with_url(&JsValue::NULL, "", Some(fragment)),
        Entry::Present => history.replace_state_with_url(&JsValue::NULL, "", Some(fragment)),
    };
}

fn mirror(fragment: &str) {
    if let Some(host) = parent() {
        write(&host, fragment, Entry::Present);
    }
}

/// The host's fragment, if it is one of this page's: the host may have others, as for its menu.
fn fragment_of_page(host: &Window) -> Option<String> {
    Some(fragment_of(host)).filter(|fragment| fragment.starts_with("#/"))
}

fn fragment_of(window: &Window) -> String {
    window.location().hash().unwrap_or_default()
}
