//! The dialog that adds a Jira Project specific connection.

use leptos::{html, prelude::*};

use super::{
    project_picker::{Connected, ProjectPicker, picked},
    services::{FocusWish, Services, use_services},
};
use crate::{
    components::{
        built::Build as _,
        button::{Appearance, Button, ButtonKind},
        combobox::OptionRow,
        dialog::{Dialog, DialogSize},
        dynamic::{dynamic, effect},
        flags::Flags,
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{connection::Versioned, ids::ConnectionId},
    i18n::{use_i18n, words},
    state::add::{Add, Adding},
};

/// Select a project, and its connection is added.
#[component]
pub fn AddDialog() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let flags = Flags::expect();
    let chosen = RwSignal::new(None::<OptionRow>);
    let nothing_chosen = RwSignal::new(false);
    let input = NodeRef::<html::Input>::new();
    let name = move || {
        chosen
            .with_untracked(|chosen| chosen.as_ref().map(|option| option.label.clone()))
            .unwrap_or_default()
    };
    let on_added = Callback::new(move |added: Versioned| {
        let id = added.connection.id.clone();
        let title = i18n.add.added.with(&name());
        services.opening.remember(added);
        close_and_open(services, id);
        flags.show(Tone::Success, title, None);
    });
    let on_existing = Callback::new(move |id: ConnectionId| {
        let title = i18n.add.exists.with(&name());
        close_and_open(services, id);
        flags.show(Tone::Info, title, None);
    });
    let add = Add::new(services.store, on_added, on_existing);
    let busy = Signal::derive(move || add.progress.get() == Adding::Busy);
    effect(move || {
        if services.adding.get() {
            chosen.set(None);
            nothing_chosen.set(false);
            add.progress.set(Adding::Idle);
        }
    });
    effect(move || {
        if chosen.with(Option::is_some) {
            nothing_chosen.set(false);
        }
    });
    let submit = Callback::new(
        move |()| match chosen.with_untracked(|chosen| chosen.as_ref().map(picked)) {
            Some(project) => add.submit(project.id),
            None => {
                nothing_chosen.set(true);
                if let Some(input) = input.get_untracked() {
                    // A mounted input can take the focus.
                    let _ = input.focus();
                }
            }
        },
    );
    let close = Callback::new(move |()| services.adding.set(false));
    let footer = move || {
        view! {
            <Button appearance=Appearance::Primary kind=ButtonKind::Submit busy=busy>{i18n.add.submit}</Button>
            <Button appearance=Appearance::Link on_click=close>{i18n.cancel}</Button>
        }
    };
    let failure = move || {
        add.progress.with(|progress| match progress {
            Adding::Failed(failure) => {
                let text = words::failure(i18n, failure);
                Some(view! {
                    <SectionMessage tone=Tone::Danger title=i18n.failure.not_added>
                        {text}
                    </SectionMessage>
                })
            }
            Adding::Idle | Adding::Busy => None,
        })
    };
    let error = Signal::derive(move || nothing_chosen.get().then(|| i18n.add.choose_first.to_owned()));
    view! {
        <Dialog
            open=services.adding
            on_close=close
            title=i18n.add.title
            size=DialogSize::Medium
            busy=busy
            on_submit=submit
            footer=footer
        >
            <p>{i18n.add.explain}</p>
            <ProjectPicker chosen=chosen connected=Connected::Disabled error=error node_ref=input />
            <div role="alert">{dynamic(failure)}</div>
        </Dialog>
    }
    .built()
}

fn close_and_open(services: Services, id: ConnectionId) {
    services.adding.set(false);
    services.open(id, FocusWish::Key);
}
