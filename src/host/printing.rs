//! Printing.

use leptos::{ev, prelude::window_event_listener};

/// Prints this page alone, without the host's around it.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // It fails where printing is forbidden, and the browser tells the person then.
        let _ = window.print();
    }
}

/// Calls `before` when the browser is about to print the page, also as a part of the host's, and `after` when it has.
pub fn on_printing(before: impl Fn() + 'static, after: impl Fn() + 'static) {
    let _ = window_event_listener(ev::beforeprint, move |_| before());
    let _ = window_event_listener(ev::afterprint, move |_| after());
}
