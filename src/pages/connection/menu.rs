//! The ⋯ menu of the open connection.

use super::{open::Open, services::use_services};
use crate::{
    components::{
        icon::IconName,
        menu::{MenuItem, menu},
        tone::Tone,
    },
    domain::test_report::Tested,
    i18n::use_i18n,
    reactive::{Callback, RwSignal, Signal, memo},
    state::editor::Attempt,
    view::El,
};

/// A destructive step that is asked about first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Remove the key?
    RemoveKey,
    /// Delete the connection?
    Delete,
}

/// What can be done to the open connection, of this name, besides filling in its form. `asking` is set to what is to
/// be asked about.
pub fn connection_menu(open: Open, name: &str, asking: RwSignal<Option<Asking>>) -> El {
    let i18n = use_i18n();
    let services = use_services();
    let is_global = open
        .editor
        .stored
        .with_untracked(|stored| stored.connection.id.is_global());
    // Memos, so that an open menu is not built anew, and loses the focus, when something else of the connection changes.
    let has_key = memo(move || open.editor.stored.with(|stored| stored.connection.key.is_some()));
    let blocked = memo(move || {
        let busy = open.editor.busy.get().is_some();
        services
            .read_only_reason(i18n.read_only_reason)
            .or_else(|| busy.then(|| i18n.detail.busy_elsewhere.to_owned()))
    });
    let ask = move |about: Asking| {
        Callback::new(move |()| {
            // What an earlier attempt came to is no answer to this question.
            open.editor.outcome.set(None);
            asking.set(Some(about));
        })
    };
    let items = move || {
        let blocked = blocked.get();
        let has_key = has_key.get();
        let needs_key = blocked
            .clone()
            .or_else(|| (!has_key).then(|| i18n.failure.key_missing.to_owned()));
        let test = MenuItem {
            label: i18n.test.test_saved.to_owned(),
            icon: Some(IconName::Refresh),
            tone: Tone::Neutral,
            disabled_reason: needs_key.clone(),
            on_select: Callback::new(move |()| open.attempt(Attempt::Test(Tested::Saved))),
        };
        let remove = MenuItem {
            label: i18n.removal.remove_key.to_owned(),
            icon: Some(IconName::Key),
            tone: Tone::Danger,
            disabled_reason: needs_key,
            on_select: ask(Asking::RemoveKey),
        };
        let delete = (!is_global).then(|| MenuItem {
            label: i18n.removal.delete.to_owned(),
            icon: Some(IconName::Trash),
            tone: Tone::Danger,
            disabled_reason: blocked,
            on_select: ask(Asking::Delete),
        });
        [Some(test), Some(remove), delete]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    };
    menu(&i18n.more_actions.with(name), Signal::derive(items))
}
