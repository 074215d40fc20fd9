//! The questions before a key is removed or a connection deleted.

use leptos::prelude::*;

use super::{
    super::services::use_services,
    open::{Asking, Open},
    outcome::failure::FailureMessage,
};
use crate::{
    components::{
        button::{Appearance, Button, ButtonKind},
        dialog::{Dialog, DialogRole},
        subscription::end_on_cleanup,
    },
    domain::summary::Fallback,
    i18n::{I18n, use_i18n, words},
    pages::shared::recovery_banner::RecoveryBanner,
    state::editor::{Attempt, Outcome},
};

/// The question. It names the connection.
pub fn title(i18n: I18n, open: Open, about: Asking) -> String {
    let name = || open.connection.with(|connection| words::name(i18n, connection));
    match about {
        Asking::RemoveKey if open.is_global() => i18n.removal.remove_key_title_global.to_owned(),
        Asking::RemoveKey => i18n.removal.remove_key_title.with(&name()),
        Asking::Delete => i18n.removal.delete_title.with(&name()),
        Asking::SwitchOff => i18n.global.off_title.to_owned(),
    }
}

/// Both dialogs of the open connection. They name the connection, say what happens to the project, and that the key
/// itself stays valid.
#[component]
pub fn Removal(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().removal;
    let store = use_services().store;
    let remove_effect = if open.is_global() {
        texts.remove_key_effect_global
    } else {
        texts.remove_key_effect
    };
    // A question is over once it has been done.
    Effect::new(move |_| {
        let done = |outcome: &Option<Outcome>| {
            matches!(outcome, Some(Outcome::Done(Attempt::RemoveKey | Attempt::Delete)))
        };
        if open.editor.outcome.with(done) {
            open.asking.set(None);
        }
    });
    view! {
        <Question
            open
            about=Asking::RemoveKey
            attempt=Attempt::RemoveKey
            title=move || title(i18n, open, Asking::RemoveKey)
            consequence=remove_effect
            action=texts.remove_key_action
        />
        <Question
            open
            about=Asking::Delete
            attempt=Attempt::Delete
            title=move || title(i18n, open, Asking::Delete)
            consequence=move || {
                end_on_cleanup();
                if open.is_unavailable() { texts.then_nothing } else { then(i18n, store.fallback()) }
            }
            action=texts.delete_action
        />
    }
}

/// A dialog that asks before it acts.
#[component]
fn Question(
    /// The open connection.
    open: Open,
    /// What it asks about.
    about: Asking,
    /// What is done after a yes.
    attempt: Attempt,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// What happens to the project.
    #[prop(into)]
    consequence: Signal<&'static str>,
    /// The word for yes.
    action: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let busy = Signal::derive(move || open.editor.busy.get() == Some(attempt));
    let failed = move || match open.editor.outcome.get()? {
        Outcome::Failed(failed, failure) if failed == attempt => {
            Some(view! { <FailureMessage open attempt failure /> })
        }
        _ => None,
    };
    let footer = move || {
        view! {
            <Button appearance=Appearance::Danger kind=ButtonKind::Submit busy>
                {action}
            </Button>
            <Button appearance=Appearance::Link on_click=move |()| open.asking.set(None) autofocus=true>
                {i18n.cancel}
            </Button>
        }
    };
    view! {
        <Dialog
            open=move || open.asking.get() == Some(about)
            on_close=move |()| open.asking.set(None)
            title
            role=DialogRole::AlertDialog
            busy
            on_submit=move |()| open.attempt(attempt)
            footer
        >
            <RecoveryBanner />
            <p>{consequence}</p>
            <Show when=move || open.has_key()>
                <p>{i18n.dialogs().removal.not_revoked}</p>
            </Show>
            <div role="alert">{failed}</div>
        </Dialog>
    }
}

fn then(i18n: I18n, fallback: Fallback) -> &'static str {
    let texts = &i18n.dialogs().removal;
    match fallback {
        Fallback::Global => texts.then_global,
        Fallback::None => texts.then_none,
        Fallback::Unknown => texts.then_unknown,
    }
}
