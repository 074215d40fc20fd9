//! The question before unsaved input is left behind.

use leptos::prelude::*;

use super::super::services::{Column, Services, use_services};
use crate::{
    components::{
        button::{Appearance, Button, ButtonKind},
        dialog::{Dialog, DialogRole},
    },
    i18n::{use_i18n, words},
};

/// Keeps what was entered, and stays with it.
pub fn stay(services: Services) {
    // Where the focus was to go, and what was to be done there, belong to the way that is not taken.
    services.forget_focus();
    services.replacing.set(None);
    show_detail(services);
    services.navigation.stay();
}

/// Before the dialog goes: a narrow screen takes the focus along from there.
fn show_detail(services: Services) {
    services.column.set(Column::Detail);
}

/// Asks whether what was entered may be lost.
#[component]
pub fn UnsavedDialog() -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().unsaved;
    let services = use_services();
    let navigation = services.navigation;
    let stay = move |()| stay(services);
    let discard = move |()| {
        show_detail(services);
        navigation.discard();
    };
    let text = move || {
        let current = navigation.current.get();
        // The project may be renamed while it is asked.
        services.store.list.rows.track();
        match services.opening.shown(&current) {
            Some(shown) if !current.is_global() => texts.text.with(&words::name(i18n, &shown)),
            _ => texts.text_global.to_owned(),
        }
    };
    let footer = move || {
        view! {
            <Button appearance=Appearance::Danger kind=ButtonKind::Submit>
                {texts.discard}
            </Button>
            <Button appearance=Appearance::Link on_click=stay autofocus=true>
                {texts.keep}
            </Button>
        }
    };
    view! {
        <Dialog
            open=move || navigation.asked.with(Option::is_some)
            on_close=stay
            title=i18n.titles.unsaved
            role=DialogRole::AlertDialog
            on_submit=discard
            footer
        >
            <p>{text}</p>
        </Dialog>
    }
}
