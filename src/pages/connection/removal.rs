//! The questions before a key is removed or a connection deleted.

use super::{
    menu::Asking, open::Open, outcome::failure_message, recovery_banner::recovery_banner,
    services::use_services,
};
use crate::{
    components::{
        button::{Appearance, Button},
        dialog::Dialog,
    },
    domain::overview::Fallback,
    i18n::{I18n, use_i18n},
    reactive::{RwSignal, Signal, effect},
    state::editor::{Attempt, Outcome},
    view::{
        Child, View, dynamic, fragment,
        tags::{div, p},
    },
};

/// Both dialogs of the open connection, of this name. They name the connection, say what happens to the project, and
/// that the key itself stays valid. `asking` is what is being asked about.
pub fn removal(open: Open, name: &str, asking: RwSignal<Option<Asking>>) -> View {
    let i18n = use_i18n();
    let is_global = open
        .editor
        .stored
        .with_untracked(|stored| stored.connection.id.is_global());
    let (remove_title, remove_effect) = if is_global {
        (
            i18n.removal.remove_key_title_global.to_owned(),
            i18n.removal.remove_key_effect_global,
        )
    } else {
        (
            i18n.removal.remove_key_title.with(name),
            i18n.removal.remove_key_effect,
        )
    };
    let services = use_services();
    let remove_key = Question {
        about: Asking::RemoveKey,
        title: remove_title,
        consequence: remove_effect.into(),
        action: i18n.removal.remove_key_action,
    };
    let delete = Question {
        about: Asking::Delete,
        title: i18n.removal.delete_title.with(name),
        consequence: Signal::derive(move || then(i18n, services.store.fallback())),
        action: i18n.removal.delete_action,
    };
    fragment([remove_key, delete].map(|question| dialog(open, asking, question).into_view()))
}

/// What a dialog asks.
struct Question {
    about: Asking,
    title: String,
    consequence: Signal<&'static str>,
    action: &'static str,
}

fn dialog(open: Open, asking: RwSignal<Option<Asking>>, question: Question) -> Dialog {
    let Question {
        about,
        title,
        consequence,
        action,
    } = question;
    let i18n = use_i18n();
    let attempt = match about {
        Asking::RemoveKey => Attempt::RemoveKey,
        Asking::Delete => Attempt::Delete,
    };
    let busy = Signal::derive(move || open.editor.busy.get() == Some(attempt));
    effect(move || {
        if open
            .editor
            .outcome
            .with(|outcome| *outcome == Some(Outcome::Done(attempt)))
        {
            asking.set(None);
        }
    });
    let failed = move || {
        open.editor.outcome.with(|outcome| match outcome {
            Some(Outcome::Failed(failed, failure)) if *failed == attempt => {
                Some(failure_message(open, asking, attempt, failure))
            }
            _ => None,
        })
    };
    let body = move || {
        fragment([
            recovery_banner().into(),
            p().child(consequence).into(),
            p().child(i18n.removal.not_revoked).into(),
            div().attr("role", "alert").child(dynamic(failed)).into(),
        ])
    };
    let footer = move || {
        fragment([
            Button::new(action)
                .appearance(Appearance::Danger)
                .submits()
                .busy(busy)
                .into_view(),
            Button::new(i18n.cancel)
                .appearance(Appearance::Link)
                .on_click(move |()| asking.set(None))
                .autofocus()
                .into_view(),
        ])
    };
    Dialog::new(
        Signal::derive(move || asking.get() == Some(about)),
        title,
        move |()| asking.set(None),
    )
    .alert()
    .busy(busy)
    .on_submit(move |()| open.attempt(attempt))
    .body(body)
    .footer(footer)
}

fn then(i18n: I18n, fallback: Fallback) -> &'static str {
    match fallback {
        Fallback::Global => i18n.removal.then_global,
        Fallback::None => i18n.removal.then_none,
        Fallback::Unknown => i18n.removal.then_unknown,
    }
}
