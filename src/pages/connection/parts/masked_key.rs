//! What may be shown of a stored key.

use leptos::prelude::*;

use crate::i18n::use_i18n;

/// The last characters of a key behind dots, which a screen reader says in words.
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
