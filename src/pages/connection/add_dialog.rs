//! The dialog that adds a Jira Project specific connection.

use web_sys::HtmlInputElement;

use super::{
    copy_details::copy_details,
    jira_page::jira_page,
    project_picker::{Connected, picked, project_picker},
    recovery_banner::recovery_banner,
    services::{FocusWish, Services, use_services},
};
use crate::{
    components::{
        button::{Appearance, Button},
        combobox::OptionRow,
        dialog::Dialog,
        flags::Flags,
        section_message::SectionMessage,
        tone::Tone,
    },
    domain::{connection::Versioned, ids::ConnectionId},
    i18n::{use_i18n, words},
    reactive::{Callback, RwSignal, Signal, effect},
    state::add::{Add, Adding},
    view::{
        Child, NodeRef, dynamic, fragment,
        tags::{div, p},
    },
};

/// Select a project, and its connection is added.
pub fn add_dialog() -> Dialog {
    let i18n = use_i18n();
    let services = use_services();
    let flags = Flags::expect();
    let chosen = RwSignal::new(None::<OptionRow>);
    let nothing_chosen = RwSignal::new(false);
    let input = NodeRef::<HtmlInputElement>::new();
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
    let failure = move || {
        add.progress.with(|progress| match progress {
            Adding::Failed(failure) => {
                let title = if failure.is_without_answer() {
                    i18n.failure.no_answer
                } else {
                    i18n.failure.not_added
                };
                Some(
                    SectionMessage::new(Tone::Danger, title)
                        .body(words::failed_write(i18n, failure))
                        .actions(fragment([
                            jira_page(failure.remedy()).into_view(),
                            copy_details(title, failure),
                        ])),
                )
            }
            Adding::Idle | Adding::Busy => None,
        })
    };
    let error = Signal::derive(move || nothing_chosen.get().then(|| i18n.add.choose_first.to_owned()));
    let body = move || {
        fragment([
            recovery_banner().into(),
            p().child(i18n.add.explain).into(),
            project_picker(chosen, Connected::Disabled, error)
                .node_ref(input)
                .into_view(),
            div().attr("role", "alert").child(dynamic(failure)).into(),
        ])
    };
    let footer = move || {
        fragment([
            Button::new(i18n.add.submit)
                .appearance(Appearance::Primary)
                .submits()
                .busy(busy)
                .into_view(),
            Button::new(i18n.cancel)
                .appearance(Appearance::Link)
                .on_click(close)
                .into_view(),
        ])
    };
    Dialog::new(services.adding, i18n.add.title, close)
        .medium()
        .busy(busy)
        .on_submit(submit)
        .body(body)
        .footer(footer)
}

fn close_and_open(services: &'static Services, id: ConnectionId) {
    services.adding.set(false);
    services.open(id, FocusWish::Key);
}
