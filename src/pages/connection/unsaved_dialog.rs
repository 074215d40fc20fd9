//! The question before unsaved input is left behind.

use leptos::prelude::*;

use super::services::{Column, FocusWish, use_services};
use crate::{
    components::{
        built::Build as _,
        button::{Appearance, Button, ButtonKind},
        dialog::{Dialog, DialogRole},
    },
    i18n::{use_i18n, words},
};

/// Asks whether what was entered may be lost.
#[component]
pub fn UnsavedDialog() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let navigation = services.navigation;
    let stay = Callback::new(move |()| {
        // Where the focus was to go belongs to the way that is not taken.
        services.focus.set(FocusWish::None);
        navigation.stay();
    });
    let discard = Callback::new(move |()| {
        navigation.discard();
        services.column.set(Column::Detail);
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
        view! {
            <Button appearance=Appearance::Danger kind=ButtonKind::Submit>{i18n.unsaved.discard}</Button>
            <Button on_click=stay autofocus=true>{i18n.unsaved.keep}</Button>
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || navigation.asked.with(Option::is_some))
            on_close=stay
            title=i18n.unsaved.title
            role=DialogRole::AlertDialog
            on_submit=discard
            footer=footer
        >
            <p>{text}</p>
        </Dialog>
    }
    .built()
}
