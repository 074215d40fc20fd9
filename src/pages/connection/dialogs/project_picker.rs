//! The combobox over all Jira projects.

use leptos::{html, prelude::*};

use super::super::services::use_services;
use crate::{
    components::{
        combobox::{Combobox, ComboboxTexts, OptionRow, Options, OptionsState},
        dom::fills,
        field::Requirement,
    },
    domain::{
        filter::MAX_QUERY_LENGTH,
        ids::ProjectId,
        paged::PagedList,
        project::{PickableProject, ProjectName, safe_avatar},
    },
    i18n::{I18n, use_i18n, words},
    state::{add::project_search, paged_query::QueryState},
};

/// Whether a project that has a connection already can be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connected {
    /// It is shown and says why it can't.
    Disabled,
    /// It can be picked like any other.
    Pickable,
}

/// Picks one of Jira's projects, searched on the server.
#[component]
pub fn ProjectPicker(
    /// The picked project, both ways. One may be picked beforehand.
    chosen: RwSignal<Option<OptionRow>>,
    /// What to do with projects that have a connection already.
    connected: Connected,
    /// Notifies when the projects at hand are no longer as they were.
    #[prop(optional, into)]
    changed: Signal<()>,
    /// What is wrong with the choice.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The input element, to move the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let i18n = use_i18n();
    let search = project_search(use_services().store);
    search.reload();
    Effect::watch(move || changed.get(), move |(), _, _| search.refresh(), false);
    let get = Callback::new(move |index: usize| {
        search
            .rows
            .with(|rows| rows.get(index).map(|project| option(i18n, project, connected)))
    });
    let options = move || Options {
        total: search.rows.with(|rows| rows.total()).unwrap_or_default(),
        get,
    };
    let state = move || {
        search.state.with(|state| match state {
            QueryState::Loading => OptionsState::Loading,
            QueryState::Ready if search.rows.with(PagedList::is_whole) => OptionsState::Ready,
            QueryState::Ready => OptionsState::Doubtful(i18n.failure.not_whole.to_owned()),
            QueryState::Failed(failure) => OptionsState::Failed(words::failure(i18n, failure)),
        })
    };
    let hint = move || {
        let full = search.query.with(|query| fills(query, MAX_QUERY_LENGTH));
        full.then(|| i18n.list.query_full.to_owned())
    };
    view! {
        <Combobox
            label=i18n.dialogs().add.project
            chosen
            options=Signal::derive(options)
            state=Signal::derive(state)
            on_query=move |query| search.ask(query)
            on_range=move |range| search.show(range)
            on_retry=move |()| search.retry()
            texts=texts(i18n)
            requirement=Requirement::Required
            hint
            error
            placeholder=Some(i18n.dialogs().add.placeholder.to_owned())
            autofocus=true
            max_length=MAX_QUERY_LENGTH
            node_ref
        />
    }
}

/// The project behind a picked option.
pub fn picked(option: &OptionRow) -> ProjectName {
    ProjectName {
        id: ProjectId::new(&*option.id),
        name: option.label.clone(),
    }
}

/// The option of a project that was picked elsewhere. It is shown by its name alone.
pub fn option_of(project: ProjectName) -> OptionRow {
    OptionRow {
        id: project.id.as_str().to_owned(),
        label: project.name,
        detail: String::new(),
        avatar_url: None,
        disabled_reason: None,
    }
}

fn option(i18n: I18n, project: &PickableProject, connected: Connected) -> OptionRow {
    let taken = connected == Connected::Disabled && project.connection_id.is_some();
    OptionRow {
        id: project.id.as_str().to_owned(),
        label: project.name.clone(),
        detail: project.key.as_str().to_owned(),
        avatar_url: safe_avatar(project.avatar_url.as_deref()),
        disabled_reason: taken.then(|| i18n.dialogs().add.already_connected.to_owned()),
    }
}

fn texts(i18n: I18n) -> ComboboxTexts {
    let texts = &i18n.dialogs().add;
    ComboboxTexts {
        toggle: texts.open_list.to_owned(),
        clear: texts.clear.to_owned(),
        loading: i18n.loading.to_owned(),
        nothing_found: texts.nothing_found.to_owned(),
        retry: i18n.retry.to_owned(),
        count: Callback::new(move |count: usize| {
            i18n.count(texts.matches, u32::try_from(count).unwrap_or(u32::MAX))
        }),
    }
}
