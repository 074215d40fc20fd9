//! Which connection applies to a project?

use leptos::prelude::*;

use super::{
    project_picker::{Connected, ProjectPicker, picked},
    services::{FocusWish, use_services},
};
use crate::{
    components::{
        built::Build as _,
        button::{Appearance, Button},
        combobox::OptionRow,
        dialog::{Dialog, DialogSize},
        dynamic::{dynamic, effect},
        progress::Spinner,
    },
    domain::{
        connection::Connection, ids::ConnectionId, overview::Effective, project::ProjectName, status::Status,
    },
    i18n::{I18n, use_i18n, words},
    state::{load::Load, lookup::Lookup},
};

/// Pick a project, and one sentence says which connection it uses.
#[component]
pub fn LookupDialog() -> impl IntoView {
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
    let answer = move || {
        lookup.answer.get().map(|(project, answer)| match answer {
            Load::Loading => view! { <Spinner label=i18n.lookup.loading /> }.built(),
            Load::Failed(failure) => {
                view! {
                    <p class="tio-lookup__answer">{words::failure(i18n, &failure)}</p>
                    <Button on_click=Callback::new(move |()| lookup.ask(Some(project.clone())))>{i18n.retry}</Button>
                }
                .built()
            }
            Load::Ready(effective) => view! { <Answer project=project effective=effective on_open=open /> }.built(),
        })
    };
    let footer = move || view! { <Button on_click=close>{i18n.close}</Button> };
    view! {
        <Dialog
            open=services.looking_up
            on_close=close
            title=i18n.lookup.title
            size=DialogSize::Medium
            footer=footer
        >
            <p>{i18n.lookup.rule}</p>
            <ProjectPicker chosen=chosen connected=Connected::Pickable />
            <div role="status">{dynamic(answer)}</div>
        </Dialog>
    }
    .built()
}

#[component]
fn Answer(project: ProjectName, effective: Effective, on_open: Callback<ConnectionId>) -> impl IntoView {
    let i18n = use_i18n();
    let (label, id) = match &effective {
        Effective::Own(connection) => (i18n.lookup.go_to, connection.id.clone()),
        Effective::Global(_) | Effective::None => (i18n.lookup.go_to_global, ConnectionId::global()),
    };
    view! {
        <p class="tio-lookup__answer">
            <bdi>{sentence(i18n, &project.name, &effective)}</bdi>
        </p>
        <Button appearance=Appearance::Link on_click=Callback::new(move |()| on_open.run(id.clone()))>{label}</Button>
    }
    .built()
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
