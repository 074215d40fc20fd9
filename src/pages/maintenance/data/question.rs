//! The question before everything is deleted.

use leptos::prelude::*;

use crate::{
    components::{
        button::{Appearance, Button, ButtonKind},
        dialog::{Dialog, DialogRole},
        field::TextField,
    },
    domain::stored::confirms,
    i18n::use_i18n,
    pages::shared::{not_done::NotDone, recovery_banner::RecoveryBanner},
    state::maintenance::clearing::{Clearing, Stage},
};

/// The question. It wants a word to be typed, so that nobody says yes by habit.
#[component]
pub fn Question(
    /// What is asked about.
    clearing: Clearing,
) -> impl IntoView {
    let open = Memo::new(move |_| {
        clearing
            .stage
            .with(|stage| matches!(stage, Stage::Asking | Stage::Running | Stage::Failed(_)))
    });
    view! {
        <Show when=move || open.get()>
            <OpenQuestion clearing open />
        </Show>
    }
}

/// The question while it is asked. What is typed goes with it.
#[component]
fn OpenQuestion(
    /// What is asked about.
    clearing: Clearing,
    /// Whether it is asked.
    open: Memo<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.maintenance().data;
    let typed = RwSignal::new(String::new());
    let busy = Memo::new(move |_| clearing.stage.with(|stage| *stage == Stage::Running));
    let is_confirmed = Memo::new(move |_| typed.with(|typed| confirms(typed, texts.word)));
    let reason = move || (!is_confirmed.get()).then(|| texts.not_confirmed.with(texts.word));
    let leave = move |()| clearing.leave();
    let clear = move |()| {
        if is_confirmed.get_untracked() {
            clearing.clear();
        }
    };
    let failed = move || match clearing.stage.get() {
        Stage::Failed(failure) => Some(view! {
            <NotDone title=texts.not_cleared failure on_retry=clear />
        }),
        _ => None,
    };
    let footer = move || {
        view! {
            <Button
                appearance=Appearance::Danger
                kind=ButtonKind::Submit
                busy
                disabled_reason=Signal::derive(reason)
            >
                {texts.clear}
            </Button>
            <Button appearance=Appearance::Link on_click=leave autofocus=true>
                {i18n.cancel}
            </Button>
        }
    };
    view! {
        <Dialog
            open
            on_close=leave
            title=texts.question
            role=DialogRole::AlertDialog
            busy
            on_submit=clear
            footer
        >
            <RecoveryBanner />
            <p>{texts.for_good}</p>
            <TextField
                label=texts.confirm.with(texts.word)
                value=typed
                on_input=move |text| typed.set(text)
                read_only=busy
            />
            <div role="alert">{failed}</div>
        </Dialog>
    }
}
