//! Whether the person is looking.

use super::page::{listen, parent};

/// Calls back whenever the person comes back to the page, from another tab or window, or the network comes back.
pub fn on_return(callback: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    if let Some(document) = window.document() {
        let callback = callback.clone();
        listen(&document.clone(), "visibilitychange", move |_| {
            if !document.hidden() {
                callback();
            }
        });
    }
    for (target, event) in [
        (Some(window.clone()), "focus"),
        (Some(window), "online"),
        // The person may come back to Jira's part of the page.
        (parent(), "focus"),
    ] {
        if let Some(target) = target {
            let callback = callback.clone();
            listen(&target, event, move |_| callback());
        }
    }
}
