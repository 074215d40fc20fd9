//! Why no connection was added, with the ways on that fit.

use leptos::prelude::*;

use crate::{
    components::button::Button,
    domain::failure::{Failure, Remedy},
    i18n::use_i18n,
    pages::shared::not_done::NotDone,
};

/// Why nothing was added, as far as is known.
#[component]
pub fn NotAdded(
    /// What came of it.
    failure: Failure,
    /// Adds it without asking Test IO.
    #[prop(into)]
    on_skip: Callback<()>,
    /// Tries once more.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().add;
    let text = (failure == Failure::KeyMissing).then_some(texts.key_of_gone);
    let can_skip = failure.remedy() == Remedy::SkipVerification;
    view! {
        <NotDone title=i18n.failure.not_added text failure>
            {can_skip
                .then(|| {
                    view! {
                        <Button on_click=on_retry>{i18n.retry}</Button>
                        <Button on_click=on_skip>{texts.unverified}</Button>
                    }
                })}
        </NotDone>
    }
}
