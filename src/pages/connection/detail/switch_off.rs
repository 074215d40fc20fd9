//! The question before the Global (default) connection is switched off while projects use it.

use leptos::prelude::*;

use super::{
    super::services::use_services,
    open::{Asking, Open},
};
use crate::{
    components::{
        button::{Appearance, Button, ButtonKind},
        dialog::{Dialog, DialogRole},
    },
    i18n::use_i18n,
    pages::shared::recovery_banner::RecoveryBanner,
    state::{editor::Attempt, store::Store},
};

/// How many projects lose their connection, if that is known.
pub fn losing(store: Store) -> Option<u32> {
    store
        .summary
        .with(|summary| summary.ready()?.projects.served_by_global())
}

/// The question. A yes closes it: the switch shows that something is under way, and what came of it stands below the form.
#[component]
pub fn SwitchOff(
    /// The Global (default) connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().switch_off;
    let store = use_services().store;
    let close = move |()| open.asking.set(None);
    let switch_off = move |()| {
        close(());
        open.attempt(Attempt::SetActive(false));
    };
    let effect = move || match losing(store) {
        Some(count) => i18n.count(texts.effect, count),
        None => texts.effect_unknown.to_owned(),
    };
    let footer = move || {
        view! {
            <Button appearance=Appearance::Danger kind=ButtonKind::Submit>
                {texts.action}
            </Button>
            <Button appearance=Appearance::Link on_click=close autofocus=true>
                {i18n.cancel}
            </Button>
        }
    };
    view! {
        <Dialog
            open=move || open.asking.get() == Some(Asking::SwitchOff)
            on_close=close
            title=i18n.global.off_title
            role=DialogRole::AlertDialog
            on_submit=switch_off
            footer
        >
            <RecoveryBanner />
            <p>{effect}</p>
            <p>{i18n.global.active_hint}</p>
        </Dialog>
    }
}
