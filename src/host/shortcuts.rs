//! Keys that do something wherever the focus is on this page, as in Jira.

use leptos::prelude::window_event_listener_untyped;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, KeyboardEvent};

use super::page::meta;

/// Where a character belongs to what has the focus: it is typed there, or it moves among what begins with it.
const TAKES_CHARACTERS: &str = "input, textarea, select, [contenteditable], [role=menu]";

/// Whether the person wants keys to do something by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcuts {
    /// They do.
    On,
    /// They have switched them off in their Jira profile (WCAG 2.1.4).
    Off,
}

impl Shortcuts {
    /// As Jira's page says; they are on where it says nothing.
    pub fn read() -> Self {
        match meta("ajs-keyboard-shortcuts-enabled").as_deref() {
            Some("false") => Self::Off,
            _ => Self::On,
        }
    }
}

/// Calls `react` with each character that is pressed where none is typed and no dialog is open. It returns whether the
/// browser must not act on it too.
pub fn on_character(react: impl Fn(&str) -> bool + 'static) {
    let _ = window_event_listener_untyped("keydown", move |event| {
        let key = shortcut(&event);
        if key.is_some_and(|key| react(&key)) {
            event.prevent_default();
        }
    });
}

fn shortcut(event: &Event) -> Option<String> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    // Not Shift: many keyboards need it for `/` or `?`.
    let is_plain = !(key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing());
    let target: Element = event.target()?.dyn_into().ok()?;
    let is_elsewhere = target.closest(TAKES_CHARACTERS).ok()?.is_some();
    let dialog = target.owner_document()?.query_selector("dialog[open]").ok()?;
    (is_plain && !event.default_prevented() && !is_elsewhere && dialog.is_none()).then(|| key.key())
}
