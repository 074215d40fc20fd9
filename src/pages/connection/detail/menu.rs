//! The ⋯ menu of the open connection.

use leptos::prelude::*;

use super::{
    super::services::{Services, Tool, use_services},
    open::{Asking, Open},
};
use crate::{
    components::{
        button::{Appearance, Button},
        icon::IconName,
        menu::{Menu, MenuItem},
        subscription,
        tone::Tone,
    },
    domain::{status::Status, test_report::Tested},
    i18n::{I18n, use_i18n, words},
    state::editor::Attempt,
};

/// What can be done to the open connection besides filling in its form.
#[component]
pub fn ConnectionMenu(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let is_global = open.is_global();
    let label = move || {
        open.connection
            .with(|connection| i18n.more_actions.with(&words::name(i18n, connection)))
    };
    // Memos, so that an open menu is not built anew, and loses the focus, when something else of the connection changes.
    let has_key = Memo::new(move |_| open.has_key());
    let blocked = Memo::new(move |_| blocked(i18n, services, open));
    let items = move || {
        let blocked = blocked.get();
        let has_key = has_key.get();
        let needs_key = |reason: &str| blocked.clone().or_else(|| (!has_key).then(|| reason.to_owned()));
        let test = MenuItem {
            label: i18n.test.test_saved.to_owned(),
            icon: Some(IconName::Refresh),
            tone: Tone::Neutral,
            disabled_reason: needs_key(i18n.failure.key_missing),
            on_select: Callback::new(move |()| open.attempt(Attempt::Test(Tested::Saved))),
        };
        let remove = MenuItem {
            label: i18n.removal.remove_key.to_owned(),
            icon: Some(IconName::Key),
            tone: Tone::Danger,
            disabled_reason: needs_key(i18n.removal.no_key),
            on_select: Callback::new(move |()| open.ask(Asking::RemoveKey)),
        };
        let delete = (!is_global).then(|| MenuItem {
            label: i18n.removal.delete.to_owned(),
            icon: Some(IconName::Trash),
            tone: Tone::Danger,
            disabled_reason: blocked.clone(),
            on_select: Callback::new(move |()| open.ask(Asking::Delete)),
        });
        [Some(test), Some(remove), delete]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    };
    view! { <Menu label items /> }
}

/// The way on for a connection whose project is gone: to delete it, which the menu offers too.
#[component]
pub fn DeleteUnneeded(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let gone = Memo::new(move |_| {
        subscription::end_on_cleanup();
        services.store.summary.with(|summary| {
            summary
                .ready()
                .map_or(0, |summary| summary.connections.with(Status::ProjectUnavailable))
        })
    });
    view! {
        <div class="tio-unneeded">
            <Button
                appearance=Appearance::Primary
                icon=IconName::Trash
                disabled_reason=Signal::derive(move || blocked(i18n, services, open))
                on_click=move |()| open.ask(Asking::Delete)
            >
                {i18n.removal.delete}
            </Button>
            <Show when=move || { gone.get() > 1 }>
                <Button
                    disabled_reason=Signal::derive(move || blocked(i18n, services, open))
                    on_click=move |()| services.tool.set(Some(Tool::Archived))
                >
                    {move || i18n.count(i18n.removal.delete_archived, gone.get())}
                </Button>
            </Show>
        </div>
    }
}

/// Why nothing can be done to the connection now.
fn blocked(i18n: I18n, services: Services, open: Open) -> Option<String> {
    let busy = open.editor.busy.get().is_some();
    services
        .read_only_reason(i18n.read_only_reason)
        .or_else(|| busy.then(|| i18n.detail.busy_elsewhere.to_owned()))
}
