//! Why no connection was added, with the ways on that fit.

use leptos::{html, prelude::*};

use super::form::AddForm;
use crate::{
    components::{button::Button, in_view::show_beside_focus},
    domain::{
        draft::Verify,
        failure::{Failure, Remedy},
    },
    i18n::use_i18n,
    pages::shared::not_done::NotDone,
};

/// Where it is said that nothing was added, once that is so.
#[component]
pub fn NotAdded(
    /// What was to be added.
    form: AddForm,
) -> impl IntoView {
    let failure = Memo::new(move |_| form.failure());
    let message = NodeRef::<html::Div>::new();
    // It stands below all fields, where a low window has no room for it.
    Effect::new(move |_| {
        if let (true, Some(message)) = (failure.with(Option::is_some), message.get_untracked()) {
            show_beside_focus(message.into());
        }
    });
    let reason = move || failure.get().map(|failure| view! { <Reason form failure /> });
    view! {
        <div role="alert" node_ref=message>
            {reason}
        </div>
    }
}

/// Why nothing was added, as far as is known.
#[component]
fn Reason(
    /// What was to be added.
    form: AddForm,
    /// What came of it.
    failure: Failure,
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
                        <Button on_click=move |()| {
                            form.submit_again(Verify::First)
                        }>{i18n.retry}</Button>
                        <Button on_click=move |()| {
                            form.submit_again(Verify::Skip)
                        }>{texts.unverified}</Button>
                    }
                })}
        </NotDone>
    }
}
