//! What an admin fills in: the API key and the account label.

use leptos::{ev, html, prelude::*};

use super::{
    super::services::{Services, use_services},
    key_section::KeySection,
    open::Open,
    outcome::{About, Messages},
};
use crate::{
    components::{
        button::{Appearance, Button, ButtonKind},
        dom::focus,
        field::TextField,
        subscription,
    },
    domain::draft::{KeyEntry, MAX_LABEL_CHARS, NothingToSave, Reach, Verify},
    i18n::{I18n, use_i18n, words},
    state::editor::Attempt,
};

/// How much the label field takes, in code units of UTF-16: enough for any label, whatever its letters.
pub const MAX_LABEL_LENGTH: u32 = 2 * MAX_LABEL_CHARS as u32;

/// The form of the open connection.
#[component]
pub fn ConnectionForm(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let saving = Signal::derive(move || matches!(open.editor.busy.get(), Some(Attempt::Save(_))));
    let save_reason = Signal::derive(move || save_reason(i18n, services, open));
    let save = move || match open.editor.reach() {
        Reach::This => i18n.detail.save.to_owned(),
        further @ Reach::SameKey(_) => i18n.count(i18n.detail.save_in, further.count()),
    };
    let submit = move |ev: ev::SubmitEvent| {
        ev.prevent_default();
        if save_reason.get_untracked().is_none() {
            open.attempt(Attempt::Save(Verify::First));
        }
    };
    let can_cancel = move || {
        let replacing = open.has_key() && open.editor.key.get() != KeyEntry::Kept;
        open.editor.is_dirty() || replacing
    };
    view! {
        <form class="tio-form" novalidate=true on:submit=submit>
            <KeySection open />
            <Messages open about=About::Tests />
            <LabelField open saving />
            <div class="tio-form__actions">
                <Button
                    appearance=Appearance::Primary
                    kind=ButtonKind::Submit
                    busy=saving
                    disabled_reason=save_reason
                >
                    {save}
                </Button>
                <Show when=move || can_cancel() && !saving.get()>
                    <Button appearance=Appearance::Link on_click=move |()| open.editor.cancel()>
                        {i18n.cancel}
                    </Button>
                </Show>
                <Show when=move || saving.get()>
                    <Button appearance=Appearance::Link on_click=move |()| open.editor.stop_waiting()>
                        {i18n.detail.stop_waiting}
                    </Button>
                </Show>
            </div>
        </form>
    }
}

/// What the admin calls the Test IO account behind the connection.
#[component]
fn LabelField(
    /// The open connection.
    open: Open,
    /// Whether it is being saved.
    saving: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let error = open.editor.label_error;
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if error.with(Option::is_some) {
            focus(input);
        }
    });
    view! {
        <TextField
            label=i18n.detail.label
            value=open.editor.label
            hint=Some(i18n.detail.label_hint.to_owned())
            error=move || error.with(|error| error.as_ref().map(|error| words::label_error(i18n, error)))
            read_only=move || saving.get() || !services.can_manage()
            on_input=move |text| open.editor.label_typed(text)
            max_length=MAX_LABEL_LENGTH
            suggestions=Signal::derive(move || other_labels(open))
            node_ref=input
        />
    }
}

/// The labels of other connections. One that is there already is no suggestion.
fn other_labels(open: Open) -> Vec<String> {
    subscription::end_on_cleanup();
    let typed = open.editor.label.get();
    let mut labels = open.editor.known_labels();
    labels.retain(|label| *label != typed);
    labels.sort_unstable();
    labels.dedup();
    labels
}

fn save_reason(i18n: I18n, services: Services, open: Open) -> Option<String> {
    let other_work = open
        .editor
        .busy
        .get()
        .is_some_and(|attempt| !matches!(attempt, Attempt::Save(_)));
    let nothing = match open.editor.savable() {
        Ok(()) => None,
        Err(NothingToSave::KeyNeeded) => Some(i18n.detail.enter_key_first),
        Err(NothingToSave::Unchanged) => Some(i18n.detail.nothing_changed),
    };
    services
        .read_only_reason(i18n.read_only_reason)
        .or_else(|| other_work.then(|| i18n.detail.busy_elsewhere.to_owned()))
        .or_else(|| nothing.map(ToOwned::to_owned))
}
