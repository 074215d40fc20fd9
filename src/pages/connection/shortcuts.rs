//! What keys do, and the dialog that says so.

use leptos::prelude::request_animation_frame;

use super::services::{Column, Services, Tool, use_services};
use crate::{
    components::{button::Button, dialog::Dialog},
    host::shortcuts::{Shortcuts, on_character},
    i18n::use_i18n,
    reactive::{Callback, Signal},
    view::{
        Child as _, El, el, fragment,
        tags::{dd, div, dl, dt, p},
    },
};

/// The keys that do something wherever the focus is.
const FILTER: &str = "/";
const HELP: &str = "?";

/// Lets the keys do what the dialog says.
pub fn follow_shortcuts(services: &'static Services) {
    if services.host.shortcuts == Shortcuts::Off {
        return;
    }
    on_character(move |key| match key {
        FILTER => go_to_filter(services),
        HELP => {
            services.tool.set(Some(Tool::Shortcuts));
            true
        }
        _ => false,
    });
}

/// Moves the focus into the filter, unless there is too little to be filtered.
fn go_to_filter(services: &'static Services) -> bool {
    let has_filter = services.filter.get_untracked().is_some();
    if has_filter {
        services.column.set(Column::List);
        // A narrow screen shows the list with the next frame.
        request_animation_frame(move || {
            if let Some(filter) = services.filter.get_untracked() {
                // A mounted field can take the focus.
                let _ = filter.focus();
                filter.select();
            }
        });
    }
    has_filter
}

/// The dialog with all of them.
pub fn shortcuts_dialog() -> Dialog {
    let i18n = use_i18n();
    let services = use_services();
    let shortcuts = services.host.shortcuts;
    let body = move || {
        let texts = &i18n.shortcuts;
        let everywhere = [(FILTER, texts.filter), (HELP, texts.this_list)];
        let in_place = [
            (texts.arrows, texts.moves),
            (texts.ends, texts.to_ends),
            (texts.pages, texts.by_page),
            (texts.enter, texts.opens),
            (texts.escape, texts.closes),
        ];
        let rows: Vec<_> = everywhere
            .into_iter()
            .filter(|_| shortcuts == Shortcuts::On)
            .chain(in_place)
            .map(|(keys, does)| row(keys, does))
            .collect();
        fragment([
            (shortcuts == Shortcuts::Off)
                .then(|| p().child(texts.off))
                .into_view(),
            dl().class("tio-shortcuts").child(rows).into(),
        ])
    };
    let close = Callback::new(move |()| services.tool.set(None));
    let is_open = Signal::derive(move || services.tool.get() == Some(Tool::Shortcuts));
    Dialog::new(is_open, i18n.shortcuts.title, close)
        .body(body)
        .footer(move || Button::new(i18n.close).on_click(close))
}

/// What one or more keys do.
fn row(keys: &str, does: &'static str) -> El {
    let keys: Vec<_> = keys.split(' ').map(|key| el("kbd").child(key)).collect();
    div()
        .class("tio-shortcuts__row")
        .child(dt().child(keys))
        .child(dd().child(does))
}
