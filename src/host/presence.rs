//! Whether the person is looking.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::prelude::{ReadSignal, Set as _, set_timeout, signal};

use super::page::{documents, listen, parent};

/// Calls back whenever the person comes back to the page, from another tab or window, or the network comes back.
///
/// The focus that only moves from Jira's part of the page into ours is no return. A press on a button is such a move
/// too, and what happened on it could take the button away before it is released.
pub fn on_return(callback: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let away = Rc::new(Cell::new(false));
    let back = {
        let (away, callback) = (away.clone(), callback.clone());
        move || {
            if away.replace(false) {
                callback();
            }
        }
    };
    if let Some(document) = window.document() {
        let (away, back) = (away.clone(), back.clone());
        listen(&document.clone(), "visibilitychange", move |_| {
            if document.hidden() {
                away.set(true);
            } else {
                back();
            }
        });
    }
    // The person may come back to Jira's part of the page.
    for window in [Some(window.clone()), parent()].into_iter().flatten() {
        let (away, back) = (away.clone(), back.clone());
        listen(&window, "focus", move |_| back());
        listen(&window, "blur", move |_| {
            let away = away.clone();
            // Where the focus goes is only known afterwards.
            set_timeout(move || away.set(away.get() || !has_focus()), Duration::ZERO);
        });
    }
    listen(&window, "online", move |_| callback());
}

/// Whether the browser shows the page, as far as it tells: not while another tab is in front, or the window is minimised.
pub fn on_screen() -> ReadSignal<bool> {
    let shown = || {
        let document = web_sys::window().and_then(|window| window.document());
        document.is_none_or(|document| !document.hidden())
    };
    let (on_screen, set_on_screen) = signal(shown());
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        listen(&document, "visibilitychange", move |_| {
            _ = set_on_screen.try_set(shown())
        });
    }
    on_screen
}

/// Whether the focus is somewhere in Jira's part of the page, or in ours.
fn has_focus() -> bool {
    documents().any(|document| document.has_focus().unwrap_or(false))
}
