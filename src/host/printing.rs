//! Printing.

use super::page::listen;

/// Prints this page alone, without the host's around it.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // It fails where printing is forbidden, and the browser tells the person then.
        let _ = window.print();
    }
}

/// Calls `before` when the browser is about to print the page, also as a part of the host's, and `after` when it has.
pub fn on_printing(before: impl Fn() + 'static, after: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, "beforeprint", move |_| before());
        listen(&window, "afterprint", move |_| after());
    }
}
