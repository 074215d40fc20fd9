//! What an admin fills in: the API key and the account label.

use web_sys::{HtmlInputElement, SubmitEvent};

use super::{
    key_section::key_section,
    open::Open,
    services::{Services, use_services},
};
use crate::{
    components::{
        button::{Appearance, Button},
        field::{Frame, TextField},
    },
    domain::draft::{KeyEntry, NothingToSave, Verify},
    i18n::{I18n, use_i18n, words},
    reactive::{Signal, effect},
    state::editor::Attempt,
    view::{
        El, NodeRef,
        tags::{self, div},
        when,
    },
};

/// The form of the open connection.
pub fn form(open: Open) -> El {
    let i18n = use_i18n();
    let services = use_services();
    let label_input = NodeRef::<HtmlInputElement>::new();
    let saving = Signal::derive(move || matches!(open.editor.busy.get(), Some(Attempt::Save(_))));
    let save_reason = Signal::derive(move || save_reason(i18n, services, open));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if save_reason.get_untracked().is_none() {
            open.attempt(Attempt::Save(Verify::First));
        }
    };
    effect(move || {
        if let (true, Some(input)) = (
            open.editor.label_error.with(Option::is_some),
            label_input.get_untracked(),
        ) {
            // A mounted input can take the focus.
            let _ = input.focus();
        }
    });
    let can_cancel = move || {
        let replacing = open.editor.stored.with(|stored| stored.connection.key.is_some())
            && open.editor.key.get() != KeyEntry::Kept;
        open.editor.is_dirty() || replacing
    };
    let cancel = when(Signal::derive(move || can_cancel() && !saving.get()), move || {
        Button::new(i18n.cancel)
            .appearance(Appearance::Link)
            .on_click(move |()| open.editor.cancel())
    });
    let stop = when(saving, move || {
        Button::new(i18n.detail.stop_waiting)
            .appearance(Appearance::Link)
            .on_click(move |()| open.editor.stop_waiting())
    });
    let label_error = move || {
        open.editor
            .label_error
            .with(|error| error.as_ref().map(|error| words::label_error(i18n, error)))
    };
    let frame = Frame::new(i18n.detail.label)
        .hint(Some(i18n.detail.label_hint.to_owned()).into())
        .error(Signal::derive(label_error));
    let label = TextField::new(frame, open.editor.label)
        .read_only(Signal::derive(move || {
            saving.get() || !services.store.can_manage.get()
        }))
        .on_input(move |_| open.editor.label_error.set(None))
        .node_ref(label_input);
    let save = Button::new(i18n.detail.save)
        .appearance(Appearance::Primary)
        .submits()
        .busy(saving)
        .disabled_reason(save_reason);
    tags::form()
        .class("tio-form")
        .attr("novalidate", true)
        .on("submit", submit)
        .child(key_section(open))
        .child(label)
        .child(
            div()
                .class("tio-form__actions")
                .child(save)
                .child(cancel)
                .child(stop),
        )
}

fn save_reason(i18n: I18n, services: &'static Services, open: Open) -> Option<String> {
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
