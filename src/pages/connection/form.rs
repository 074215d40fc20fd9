//! What an admin fills in: the API key and the account label.

use leptos::{ev::SubmitEvent, html, prelude::*};

use super::{
    key_section::KeySection,
    open::Open,
    services::{Services, use_services},
};
use crate::{
    components::{
        built::Build as _,
        button::{Appearance, Button, ButtonKind},
        dynamic::{dynamic_if, effect},
        field::TextField,
    },
    domain::draft::{KeyEntry, NothingToSave, Verify},
    i18n::{I18n, use_i18n, words},
    state::editor::Attempt,
};

/// The form of the open connection.
#[component]
pub fn Form(
    /// The open connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let label_input = NodeRef::<html::Input>::new();
    let saving = Signal::derive(move || matches!(open.busy.get(), Some(Attempt::Save(_))));
    let save_reason = Signal::derive(move || save_reason(i18n, services, open));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if save_reason.get_untracked().is_none() {
            open.attempt(Attempt::Save(Verify::First));
        }
    };
    effect(move || {
        if let (true, Some(input)) = (
            open.label_error.with(Option::is_some),
            label_input.get_untracked(),
        ) {
            // A mounted input can take the focus.
            let _ = input.focus();
        }
    });
    let can_cancel = move || {
        let replacing =
            open.stored.with(|stored| stored.connection.key.is_some()) && open.key.get() != KeyEntry::Kept;
        open.is_dirty() || replacing
    };
    let cancel = dynamic_if(Signal::derive(move || can_cancel() && !saving.get()), move || {
        view! {
            <Button appearance=Appearance::Link on_click=Callback::new(move |()| open.cancel())>
                {i18n.cancel}
            </Button>
        }
        .built()
    });
    let label_error = move || {
        open.label_error
            .with(|error| error.as_ref().map(|error| words::label_error(i18n, error)))
    };
    view! {
        <form class="tio-form" novalidate on:submit=submit>
            <KeySection open=open />
            <TextField
                label=i18n.detail.label
                value=open.label
                hint=Some(i18n.detail.label_hint.to_owned())
                error=Signal::derive(label_error)
                read_only=Signal::derive(move || saving.get() || !services.store.can_manage.get())
                on_input=Callback::new(move |_| open.label_error.set(None))
                node_ref=label_input
            />
            <div class="tio-form__actions">
                <Button appearance=Appearance::Primary kind=ButtonKind::Submit busy=saving disabled_reason=save_reason>
                    {i18n.detail.save}
                </Button>
                {cancel}
            </div>
        </form>
    }
    .built()
}

fn save_reason(i18n: I18n, services: Services, open: Open) -> Option<String> {
    let other_work = open
        .busy
        .get()
        .is_some_and(|attempt| !matches!(attempt, Attempt::Save(_)));
    let nothing = match open.savable() {
        Ok(()) => None,
        Err(NothingToSave::KeyNeeded) => Some(i18n.detail.enter_key_first),
        Err(NothingToSave::Unchanged) => Some(i18n.detail.nothing_changed),
    };
    services
        .read_only_reason(i18n.read_only_reason)
        .or_else(|| other_work.then(|| i18n.detail.busy_elsewhere.to_owned()))
        .or_else(|| nothing.map(ToOwned::to_owned))
}
