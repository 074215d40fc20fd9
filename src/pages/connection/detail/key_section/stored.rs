//! The stored key, and what can be done about it.

use leptos::prelude::*;

use super::{super::open::Open, test_button::TestButton};
use crate::{
    components::button::{Appearance, Button},
    domain::{
        connection::{Connection, StoredKey},
        status::Status,
        test_report::Tested,
    },
    i18n::use_i18n,
    pages::connection::{
        parts::stored_key::StoredKeyFacts,
        services::{FocusTarget, use_services},
    },
};

/// The stored key, and what can be done about it.
#[component]
pub fn Stored(
    /// The open connection.
    open: Open,
    /// What is known of its key.
    key: StoredKey,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let disabled_reason = move || {
        services.read_only_reason(i18n.read_only_reason).or_else(|| {
            open.editor
                .busy
                .get()
                .is_some()
                .then(|| i18n.detail.busy_elsewhere.to_owned())
        })
    };
    let replace = move |()| {
        services.wish_focus(open.id(), FocusTarget::Key);
        open.editor.replace_key();
    };
    let others = Memo::new(move |_| open.connection.with(|connection| connection.same_key));
    // What mends the connection is the main button.
    let appearance = Signal::derive(move || {
        let is_rejected = |connection: &Connection| connection.status == Status::KeyRejected;
        if open.connection.with(is_rejected) {
            Appearance::Primary
        } else {
            Appearance::Default
        }
    });
    view! {
        <div class="tio-key">
            <p class="tio-field__label">{i18n.key.label}</p>
            <p class="tio-key__mask">
                <StoredKeyFacts key />
            </p>
            <Show when=move || { others.get() > 0 }>
                <p class="tio-hint">{move || i18n.count(i18n.key.same_key, others.get())}</p>
            </Show>
            <div class="tio-key__actions">
                <Button appearance on_click=replace disabled_reason node_ref=open.replace_button>
                    {i18n.key.replace}
                </Button>
                <TestButton open tested=Tested::Saved />
            </div>
        </div>
    }
}
