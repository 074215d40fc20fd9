//! Which connection applies to a project?

use super::{
    copy_details::copy_details,
    jira_page::jira_page,
    project_picker::{Connected, picked, project_picker},
    recovery_banner::recovery_banner,
    services::{FocusWish, use_services},
};
use crate::{
    components::{
        button::{Appearance, Button},
        combobox::OptionRow,
        dialog::Dialog,
        progress::spinner,
    },
    domain::{
        connection::Connection, ids::ConnectionId, overview::Effective, project::ProjectName, status::Status,
    },
    i18n::{I18n, use_i18n, words},
    reactive::{Callback, RwSignal, effect},
    state::{load::Load, lookup::Lookup},
    view::{
        Child, View, dynamic, fragment,
        tags::{bdi, div, p},
    },
};

/// Pick a project, and one sentence says which connection it uses.
pub fn lookup_dialog() -> Dialog {
    let i18n = use_i18n();
    let services = use_services();
    let lookup = Lookup::new(services.store);
    let chosen = RwSignal::new(None::<OptionRow>);
    effect(move || {
        if services.looking_up.get() {
            chosen.set(None);
        }
    });
    effect(move || lookup.ask(chosen.with(|chosen| chosen.as_ref().map(picked))));
    let close = Callback::new(move |()| services.looking_up.set(false));
    let open = Callback::new(move |id: ConnectionId| {
        services.looking_up.set(false);
        services.open(id, FocusWish::Heading);
    });
    let answer = move || match lookup.answer.get() {
        None => View::empty(),
        Some((_, Load::Loading)) => spinner(i18n.lookup.loading).into(),
        Some((project, Load::Failed(failure))) => fragment([
            p().class("tio-lookup__answer")
                .child(words::failure(i18n, &failure))
                .into(),
            jira_page(failure.remedy()).into_view(),
            Button::new(i18n.retry)
                .on_click(move |()| lookup.ask(Some(project.clone())))
                .into_view(),
            copy_details(i18n.failure.not_loaded, &failure),
        ]),
        Some((project, Load::Ready(effective))) => answer_view(&project, &effective, open),
    };
    let body = move || {
        fragment([
            recovery_banner().into(),
            p().child(i18n.lookup.rule).into(),
            project_picker(chosen, Connected::Pickable, None.into()).into_view(),
            div().attr("role", "status").child(dynamic(answer)).into(),
        ])
    };
    Dialog::new(services.looking_up, i18n.lookup.title, close)
        .medium()
        .body(body)
        .footer(move || Button::new(i18n.close).on_click(close))
}

fn answer_view(project: &ProjectName, effective: &Effective, on_open: Callback<ConnectionId>) -> View {
    let i18n = use_i18n();
    let (label, id) = match effective {
        Effective::Own(connection) => (i18n.lookup.go_to, connection.id.clone()),
        Effective::Global(_) | Effective::None => (i18n.lookup.go_to_global, ConnectionId::global()),
    };
    fragment([
        p().class("tio-lookup__answer")
            .child(bdi().child(sentence(i18n, &project.name, effective)))
            .into(),
        Button::new(label)
            .appearance(Appearance::Link)
            .on_click(move |()| on_open.run(id.clone()))
            .into_view(),
    ])
}

fn sentence(i18n: I18n, project: &str, effective: &Effective) -> String {
    match effective {
        Effective::Own(Connection {
            status: Status::Connected,
            ..
        }) => i18n.lookup.own.with(project),
        Effective::Own(connection) => i18n
            .lookup
            .own_broken
            .with(project, words::status(i18n, connection).word),
        Effective::Global(_) => i18n.lookup.global.with(project),
        Effective::None => i18n.lookup.none.with(project),
    }
}
