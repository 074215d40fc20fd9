//! Whether the person is looking.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::{
    ev,
    prelude::{ReadSignal, Set as _, document, set_timeout, signal, window_event_listener},
};

use super::page::{documents, listen_to_host, parent};

/// Calls back whenever the person comes back to the page, from another tab or window, or the network comes back.
///
/// The focus that only moves from Jira's part of the page into ours is no return. A press on a button is such a move
/// too, and what happened on it could take the button away before it is released.
pub fn on_return(callback: impl Fn() + Clone + 'static) {
    let away = Rc::new(Cell::new(false));
    let back = {
        let (away, callback) = (away.clone(), callback.clone());
        move || {
            if away.replace(false) {
                callback();
            }
        }
    };
    let leave = {
        let away = away.clone();
        move || {
            let away = away.clone();
            // Where the focus goes is only known afterwards.
            set_timeout(move || away.set(away.get() || !has_focus()), Duration::ZERO);
        }
    };
    // The person may come back to Jira's part of the page.
    if let Some(host) = parent() {
        listen_to_host(&host, "focus", back.clone());
        listen_to_host(&host, "blur", leave.clone());
    }
    let _ = window_event_listener(ev::focus, {
        let back = back.clone();
        move |_| back()
    });
    let _ = window_event_listener(ev::blur, move |_| leave());
    let _ = window_event_listener(ev::visibilitychange, move |_| {
        if is_on_screen() {
            back();
        } else {
            away.set(true);
        }
    });
    let _ = window_event_listener(ev::online, move |_| callback());
}

/// Whether the browser shows the page, as far as it tells: not while another tab is in front, or the window is minimised.
pub fn on_screen() -> ReadSignal<bool> {
    let (on_screen, set_on_screen) = signal(is_on_screen());
    let _ = window_event_listener(ev::visibilitychange, move |_| {
        set_on_screen.try_set(is_on_screen());
    });
    on_screen
}

fn is_on_screen() -> bool {
    !document().hidden()
}

/// Whether the focus is somewhere in Jira's part of the page, or in ours.
fn has_focus() -> bool {
    documents().any(|document| document.has_focus().unwrap_or(false))
}
