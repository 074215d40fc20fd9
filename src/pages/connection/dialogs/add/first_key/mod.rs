//! The API key that a connection begins with: a new one, the one of an account that is there, or none.

mod account_choice;

use leptos::{html, prelude::*};
use web_sys::HtmlInputElement;

use self::account_choice::AccountChoice;
use super::super::super::services::{Services, use_services};
use crate::{
    components::{
        dom::focus,
        field::TextField,
        secret_field::{KeptOut, SecretField},
        secret_text::value_of,
        subscription,
    },
    domain::{
        api_key::ApiKey, draft::is_too_long, ids::ConnectionId, invisible::trim, new_connection::FirstKey,
    },
    i18n::{use_i18n, words},
    pages::connection::detail::form::MAX_LABEL_LENGTH,
    state::{
        editor::{KeyError, LabelError},
        known_accounts::KnownAccounts,
    },
};

/// What is entered. The plain key stays in the input element alone.
#[derive(Clone, Copy)]
pub struct FirstKeyEntry {
    /// The accounts whose key can be used.
    pub accounts: KnownAccounts,
    /// The connection whose key is used; none for a key that is typed, or none at all.
    pub key_of: RwSignal<Option<ConnectionId>>,
    /// The connection that was added last with a typed key, and its name: whose key is used for the next one, too.
    before: RwSignal<Option<(ConnectionId, String)>>,
    /// Whether something stands in the key field.
    pub typed: RwSignal<bool>,
    /// What is wrong with the key.
    pub error: RwSignal<Option<KeyError>>,
    label: RwSignal<String>,
    input: NodeRef<html::Input>,
    cleared: RwSignal<()>,
}

impl FirstKeyEntry {
    /// Nothing entered yet.
    pub fn new(services: Services) -> Self {
        Self {
            accounts: KnownAccounts::read(services.store),
            key_of: RwSignal::new(None),
            before: RwSignal::new(None),
            typed: RwSignal::new(false),
            error: RwSignal::new(None),
            label: RwSignal::new(String::new()),
            input: NodeRef::new(),
            cleared: RwSignal::new(()),
        }
    }

    /// Whether there is a key to begin with.
    pub fn has_key(self) -> bool {
        self.typed.get() || self.key_of.with(Option::is_some)
    }

    /// What was entered: the key, and the label beside a typed one. Nothing if that can't be sent; what is wrong then stands
    /// beside its field.
    pub fn take(self) -> Option<(FirstKey, Option<String>)> {
        if let Some(id) = self.key_of.get_untracked() {
            return Some((FirstKey::Of(id), None));
        }
        if !self.typed.get_untracked() {
            return Some((FirstKey::None, None));
        }
        let label = self.label.get_untracked();
        match ApiKey::parse(&value_of(&self.input.get_untracked()?)) {
            Ok(_) if is_too_long(&label) => None,
            Ok(key) => {
                let label = Some(trim(&label).to_owned()).filter(|label| !label.is_empty());
                Some((FirstKey::Typed(key), label))
            }
            Err(problem) => {
                self.refuse(KeyError::Problem(problem));
                None
            }
        }
    }

    /// Says what is wrong with the key that is typed, at its field.
    pub fn refuse(self, error: KeyError) {
        self.error.set(Some(error));
        focus(self.input);
    }

    /// Uses the key of a connection that has just been added for the next one, too, in place of what was typed.
    pub fn go_on_with(self, added: ConnectionId, name: String) {
        if self.typed.get_untracked() {
            self.clear();
            self.before.set(Some((added.clone(), name)));
            self.key_of.set(Some(added));
        }
        self.accounts.read_again();
    }

    fn clear(self) {
        self.cleared.set(());
        self.typed.set(false);
        self.error.set(None);
        self.label.set(String::new());
    }

    fn typed(self, input: &HtmlInputElement) {
        self.error.set(None);
        self.typed.set(!value_of(input).is_empty());
    }

    fn kept_out(self, reason: KeptOut) {
        self.error.set(Some(KeyError::Problem(reason.into())));
    }
}

/// The fields.
#[component]
pub fn FirstKeyFields(
    /// What is entered.
    entry: FirstKeyEntry,
    /// Whether nothing can be changed now.
    #[prop(into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let services = use_services();
    let leaving = move || {
        subscription::end_on_cleanup();
        services.leaving.track();
    };
    Effect::watch(leaving, move |(), _, _| entry.clear(), false);
    let is_typed = Memo::new(move |_| entry.key_of.with(Option::is_none));
    view! {
        <Show when=move || is_typed.get()>
            <KeyField entry busy />
        </Show>
        <AccountChoice entry />
        <Show when=move || is_typed.get() && entry.typed.get()>
            <LabelField entry busy />
        </Show>
    }
}

#[component]
fn KeyField(
    /// What is entered.
    entry: FirstKeyEntry,
    /// Whether nothing can be changed now.
    busy: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <SecretField
            label=i18n.key.label
            reveal_label=i18n.key.show
            on_typed=move |input: HtmlInputElement| entry.typed(&input)
            on_kept_out=move |reason| entry.kept_out(reason)
            clear=entry.cleared
            hint=Some(i18n.dialogs().add.key_hint.to_owned())
            error=move || entry.error.get().map(|error| words::key_error(i18n, error))
            read_only=busy
            node_ref=entry.input
        />
    }
}

/// The label of the account behind a typed key. With the key of an account its label comes along.
#[component]
fn LabelField(
    /// What is entered.
    entry: FirstKeyEntry,
    /// Whether nothing can be changed now.
    busy: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let error = move || {
        let is_too_long = entry.label.with(|label| is_too_long(label));
        is_too_long.then(|| words::label_error(i18n, &LabelError::TooLong))
    };
    view! {
        <TextField
            label=i18n.detail.label
            value=entry.label
            hint=Some(i18n.detail.label_hint.to_owned())
            error
            read_only=busy
            on_input=move |label| entry.label.set(label)
            max_length=MAX_LABEL_LENGTH
        />
    }
}
