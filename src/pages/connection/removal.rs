//! The questions before a key is removed or a connection deleted.

use leptos::prelude::*;

use super::{menu::Asking, open::Open, outcome::FailureMessage, services::use_services};
use crate::{
    components::{
        built::Build as _,
        button::{Appearance, Button, ButtonKind},
        dialog::{Dialog, DialogRole},
        dynamic::{dynamic, effect},
    },
    domain::overview::Fallback,
    i18n::{I18n, use_i18n},
    state::editor::{Attempt, Outcome},
};

/// Both dialogs. They name the connection, say what happens to the project, and that the key itself stays valid.
#[component]
pub fn Removal(
    /// The open connection.
    open: Open,
    /// Its name.
    name: String,
    /// What is being asked about.
    asking: RwSignal<Option<Asking>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let is_global = open
        .stored
        .with_untracked(|stored| stored.connection.id.is_global());
    let remove_title = if is_global {
        i18n.removal.remove_key_title_global.to_owned()
    } else {
        i18n.removal.remove_key_title.with(&name)
    };
    let remove_effect = if is_global {
        i18n.removal.remove_key_effect_global
    } else {
        i18n.removal.remove_key_effect
    };
    let services = use_services();
    let delete_effect = move || then(i18n, services.store.fallback());
    view! {
        <Question
            open=open
            asking=asking
            about=Asking::RemoveKey
            title=remove_title
            consequence=Signal::derive(move || remove_effect)
            action=i18n.removal.remove_key_action
        />
        <Question
            open=open
            asking=asking
            about=Asking::Delete
            title=i18n.removal.delete_title.with(&name)
            consequence=Signal::derive(delete_effect)
            action=i18n.removal.delete_action
        />
    }
    .built()
}

#[component]
fn Question(
    open: Open,
    asking: RwSignal<Option<Asking>>,
    about: Asking,
    title: String,
    consequence: Signal<&'static str>,
    action: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let attempt = match about {
        Asking::RemoveKey => Attempt::RemoveKey,
        Asking::Delete => Attempt::Delete,
    };
    let busy = Signal::derive(move || open.busy.get() == Some(attempt));
    let close = Callback::new(move |()| asking.set(None));
    effect(move || {
        if open
            .outcome
            .with(|outcome| *outcome == Some(Outcome::Done(attempt)))
        {
            asking.set(None);
        }
    });
    let failed = move || {
        open.outcome.with(|outcome| match outcome {
            Some(Outcome::Failed(failed, failure)) if *failed == attempt => {
                Some(view! { <FailureMessage open=open attempt=attempt failure=failure.clone() /> })
            }
            _ => None,
        })
    };
    let footer = move || {
        view! {
            <Button appearance=Appearance::Danger kind=ButtonKind::Submit busy=busy>
                {action}
            </Button>
            <Button on_click=close autofocus=true>{i18n.cancel}</Button>
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || asking.get() == Some(about))
            on_close=close
            title=title
            role=DialogRole::AlertDialog
            busy=busy
            on_submit=Callback::new(move |()| open.attempt(attempt))
            footer=footer
        >
            <p>{consequence}</p>
            <p>{i18n.removal.not_revoked}</p>
            <div role="alert">{dynamic(failed)}</div>
        </Dialog>
    }
    .built()
}

fn then(i18n: I18n, fallback: Fallback) -> &'static str {
    match fallback {
        Fallback::Global => i18n.removal.then_global,
        Fallback::None => i18n.removal.then_none,
        Fallback::Unknown => i18n.removal.then_unknown,
    }
}
