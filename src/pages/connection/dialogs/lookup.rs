//! Which connection applies to a project?

use leptos::prelude::*;

use super::{
    super::services::{AddFor, FocusTarget, use_services},
    project_picker::{Connected, ProjectPicker, picked},
};
use crate::{
    components::{
        button::{Appearance, Button},
        combobox::OptionRow,
        dialog::{Dialog, DialogSize},
        progress::Spinner,
    },
    domain::{
        connection::Connection, failure::Failure, ids::ConnectionId, project::ProjectName, status::Status,
        summary::Effective,
    },
    i18n::{I18n, use_i18n, words},
    pages::shared::{copy_details::CopyDetails, jira_page::JiraPage, recovery_banner::RecoveryBanner},
    state::{load::Load, lookup::Lookup},
};

/// Pick a project, and one sentence says which connection it uses.
#[component]
pub fn LookupDialog() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let close = move |()| services.looking_up.set(false);
    view! {
        <Dialog
            open=services.looking_up
            on_close=close
            title=i18n.titles.lookup
            size=DialogSize::Medium
            footer=move || view! { <Button on_click=close>{i18n.close}</Button> }
        >
            <RecoveryBanner />
            <p>{i18n.dialogs().lookup.rule}</p>
            <Question />
        </Dialog>
    }
}

/// The question about a project, and the answer. Both go with the dialog.
#[component]
fn Question() -> impl IntoView {
    let i18n = use_i18n();
    let lookup = Lookup::new(use_services().store);
    let chosen = RwSignal::new(None::<OptionRow>);
    Effect::new(move |_| lookup.ask(chosen.with(|chosen| chosen.as_ref().map(picked))));
    let answer = move || {
        lookup.answer.get().map(|(project, answer)| match answer {
            Load::Loading => view! { <Spinner label=i18n.dialogs().lookup.loading /> }.into_any(),
            Load::Failed(failure) => view! { <NoAnswer lookup project failure /> }.into_any(),
            Load::Ready(effective) => view! { <Answer project effective /> }.into_any(),
        })
    };
    view! {
        <ProjectPicker chosen connected=Connected::Pickable />
        <div role="status">{answer}</div>
    }
}

/// Why there is no answer, and what can be done about it.
#[component]
fn NoAnswer(
    /// What was asked.
    lookup: Lookup,
    /// The project it was asked about.
    project: ProjectName,
    /// What came instead of the answer.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <p class="tio-lookup__answer">{words::failure(i18n, &failure)}</p>
        <JiraPage remedy=failure.remedy() />
        <Button on_click=move |()| lookup.ask(Some(project.clone()))>{i18n.retry}</Button>
        <CopyDetails not_done=i18n.failure.not_loaded failure />
    }
}

/// Which connection a project uses, and the way to where that is decided.
#[component]
fn Answer(
    /// The project.
    project: ProjectName,
    /// What it uses.
    effective: Effective,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().lookup;
    let services = use_services();
    let sentence = sentence(i18n, &project.name, &effective);
    let has_own = matches!(effective, Effective::Own(_));
    let (label, id) = match effective {
        Effective::Own(connection) => (texts.go_to, connection.id),
        Effective::Global(_) | Effective::None => (texts.go_to_global, ConnectionId::global()),
    };
    let open = move |()| {
        services.looking_up.set(false);
        services.open(id.clone(), Some(FocusTarget::Heading));
    };
    view! {
        <p class="tio-lookup__answer">
            <bdi>{sentence}</bdi>
        </p>
        <div class="tio-lookup__ways">
            <Show when=move || !has_own && services.store.can_manage.get()>
                <AddOwn project=project.clone() />
            </Show>
            <Button appearance=Appearance::Link on_click=open>
                {label}
            </Button>
        </div>
    }
}

/// The way on for a project without a connection of its own.
#[component]
fn AddOwn(
    /// The project.
    project: ProjectName,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let add = move |()| {
        services.looking_up.set(false);
        services.adding.set(Some(AddFor::Project(project.clone())));
    };
    view! { <Button on_click=add>{i18n.list.add}</Button> }
}

fn sentence(i18n: I18n, project: &str, effective: &Effective) -> String {
    let texts = &i18n.dialogs().lookup;
    match effective {
        Effective::Own(Connection {
            status: Status::Connected,
            ..
        }) => texts.own.with(project),
        Effective::Own(connection) => texts
            .own_broken
            .with(project, words::status(i18n, connection).word),
        Effective::Global(_) => texts.global.with(project),
        Effective::None => texts.none.with(project),
    }
}
