//! What may be shown of a stored key.

use leptos::prelude::*;

use crate::{
    domain::connection::{Connection, StoredKey},
    i18n::use_i18n,
    pages::shared::time::{Time, Told},
};

/// The last characters of a key behind dots, whose number never depends on the key. A screen reader says it in words.
#[component]
pub fn MaskedKey(
    /// The last characters, if they are known.
    hint: Option<String>,
) -> impl IntoView {
    let texts = &use_i18n().key;
    let spoken = match &hint {
        Some(hint) => texts.stored.with(hint),
        None => texts.stored_no_hint.to_owned(),
    };
    let dots = ["••••\u{a0}", hint.as_deref().unwrap_or_default()].concat();
    view! {
        <span class="tio-key__dots" aria-hidden="true">
            {dots}
        </span>
        <span class="tio-visually-hidden">{spoken}</span>
    }
}

/// What is known of the connection's key, if one is stored.
pub fn stored_key(connection: Memo<Connection>) -> Memo<Option<StoredKey>> {
    Memo::new(move |_| connection.with(|connection| connection.key.clone()))
}

/// The mask of the key, and since when it is there.
#[component]
pub fn StoredKeyFacts(
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
