//! The choice among the accounts whose key can be used.

use leptos::prelude::*;

use super::{super::super::super::services::use_services, FirstKeyEntry};
use crate::{
    components::select::{Choice, Select},
    domain::{
        account::Account, ids::ConnectionId, shown::shown_name, status::Status, summary::ConnectionCounts,
    },
    i18n::{I18n, use_i18n},
    state::{load::Load, store::Store},
};

/// The accounts, while there are any, and the connection that has just been added with a typed key.
#[component]
pub fn AccountChoice(
    /// What is entered.
    entry: FirstKeyEntry,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().add;
    let choices = move || {
        let none = Choice {
            value: String::new(),
            label: texts.no_account.to_owned(),
        };
        // That they can't be read keeps nobody from typing a key.
        let accounts = entry.accounts.found.get();
        let accounts = accounts.ready().map(Vec::as_slice).unwrap_or_default();
        let of_account = |account: &Account| Choice {
            value: account.key_of.as_str().to_owned(),
            label: name(i18n, account),
        };
        let before = entry.before.get().map(|(id, name)| Choice {
            value: id.as_str().to_owned(),
            label: texts.key_of_before.with(&name),
        });
        // What stands for an account may be that very connection.
        let is_before = |choice: &Choice| before.as_ref().is_some_and(|before| before.value == choice.value);
        let accounts = accounts
            .iter()
            .map(of_account)
            .filter(|choice| !is_before(choice));
        std::iter::once(none)
            .chain(before.clone())
            .chain(accounts)
            .collect::<Vec<_>>()
    };
    let chosen = move || {
        entry
            .key_of
            .with(|id| id.as_ref().map(|id| id.as_str().to_owned()))
            .unwrap_or_default()
    };
    let choose = move |id: String| {
        let id = Some(id).filter(|id| !id.is_empty());
        // What was typed is no longer meant, and its field leaves the page.
        entry.clear();
        entry.key_of.set(id.map(ConnectionId::new));
    };
    // Its room is there from the start where accounts are to come: nothing moves when they do.
    let expects_any = untrack(|| has_keys(use_services().store));
    let is_any = move |found: &Load<Vec<Account>>| match found {
        Load::Ready(found) => !found.is_empty(),
        Load::Loading => expects_any,
        Load::Failed(_) => false,
    };
    let has_any = Memo::new(move |_| entry.before.with(Option::is_some) || entry.accounts.found.with(is_any));
    view! {
        <Show when=move || has_any.get()>
            <Select label=texts.account choices value=chosen on_change=choose />
        </Show>
    }
}

/// Whether any connection has a key, as far as is known.
fn has_keys(store: Store) -> bool {
    let global = store
        .global
        .with(|global| global.ready().is_some_and(|global| global.key.is_some()));
    let with_key = |connections: &ConnectionCounts| connections.total > connections.with(Status::KeyMissing);
    global
        || store.summary.with(|summary| {
            summary
                .ready()
                .is_some_and(|summary| with_key(&summary.connections))
        })
}

/// How an account reads in the choice: by its label, or by what is known of its key.
fn name(i18n: I18n, account: &Account) -> String {
    let hint = account.key_hint.as_deref().unwrap_or_default();
    let key = ["••••", hint].join("\u{a0}");
    let name = match account.label() {
        Some(label) => [&shown_name(label), ", ", &key].concat(),
        None => key,
    };
    let connections = i18n.count(i18n.dialogs().accounts.connections, account.connections.total);
    i18n.dialogs().add.key_of.with(&name, &connections)
}
