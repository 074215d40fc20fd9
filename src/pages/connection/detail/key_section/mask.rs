//! What is known of the stored key.

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
    pages::{
        connection::{
            parts::masked_key::MaskedKey,
            services::{FocusTarget, use_services},
        },
        shared::time::{Time, Told},
    },
};

/// What is known of the stored key. The number of dots never depends on the key.
#[component]
pub fn Mask(
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
                <Masked key />
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

/// What is known of the connection's key, if one is stored.
pub fn stored_key(connection: Memo<Connection>) -> Memo<Option<StoredKey>> {
    Memo::new(move |_| connection.with(|connection| connection.key.clone()))
}

/// The mask itself, and since when the key is there.
#[component]
pub fn Masked(
    /// What is known of the key.
    key: StoredKey,
) -> impl IntoView {
    view! {
        <MaskedKey hint=key.hint.clone() />
        <span class="tio-hint"><SavedWhen key /></span>
    }
}

/// Who saved the key, and on which day.
#[component]
fn SavedWhen(
    /// What is known of the key.
    key: StoredKey,
) -> impl IntoView {
    let texts = &use_i18n().key;
    let day = view! { <Time time=key.saved_at? told=Told::Day /> };
    let text = match key.saved_by {
        Some(person) => {
            let [before, between, after] = texts.saved_at_by.around();
            let person = view! { <bdi>{person}</bdi> };
            (before, day, between, person, after).into_any()
        }
        None => {
            let [before, after] = texts.saved_at.around();
            (before, day, after).into_any()
        }
    };
    Some(text)
}
