//! The question before unsaved input is left behind.

use super::services::{Column, FocusWish, use_services};
use crate::{
    components::{
        button::{Appearance, Button},
        dialog::Dialog,
    },
    i18n::{use_i18n, words},
    reactive::{Callback, Signal},
    view::{Child, fragment, tags::p},
};

/// Asks whether what was entered may be lost.
pub fn unsaved_dialog() -> Dialog {
    let i18n = use_i18n();
    let services = use_services();
    let navigation = services.navigation;
    // Before the dialog goes: a narrow screen takes the focus along from there.
    let show_detail = move || services.column.set(Column::Detail);
    let stay = Callback::new(move |()| {
        // Where the focus was to go belongs to the way that is not taken.
        services.focus.set(FocusWish::None);
        show_detail();
        navigation.stay();
    });
    let discard = Callback::new(move |()| {
        show_detail();
        navigation.discard();
    });
    let text = Signal::derive(move || {
        let current = navigation.current.get();
        match services.opening.shown(&current) {
            Some(shown) if !current.is_global() => {
                i18n.unsaved.text.with(&words::name(i18n, &shown.connection))
            }
            _ => i18n.unsaved.text_global.to_owned(),
        }
    });
    let footer = move || {
        fragment([
            Button::new(i18n.unsaved.discard)
                .appearance(Appearance::Danger)
                .submits()
                .into_view(),
            Button::new(i18n.unsaved.keep)
                .appearance(Appearance::Link)
                .on_click(stay)
                .autofocus()
                .into_view(),
        ])
    };
    Dialog::new(
        Signal::derive(move || navigation.asked.with(Option::is_some)),
        i18n.unsaved.title,
        stay,
    )
    .alert()
    .on_submit(discard)
    .body(move || p().child(text))
    .footer(footer)
}
