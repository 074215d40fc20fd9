//! The projects without a connection of their own that match the words in the list's filter, each with the way to add one.

use leptos::prelude::*;

use super::super::services::{AddFor, Services, use_services};
use crate::{
    components::{
        button::{Appearance, Button},
        dom::focus_around,
        id::unique_id,
        progress::Skeleton,
        subscription::{end_on_cleanup, outlived},
    },
    domain::{
        connection::Connection,
        failure::Failure,
        filter::ListFilter,
        project::{PickableProject, ProjectName, safe_avatar},
        unconnected::More,
    },
    i18n::use_i18n,
    pages::shared::failed::Failed,
    state::{load::Load, unconnected::UnconnectedSearch},
};

/// Searches for what the filter's words say, and again when connections have come or gone.
pub fn follow_filter(services: Services) -> UnconnectedSearch {
    let search = UnconnectedSearch::new(services.store);
    let (list, summary) = (services.store.list, services.store.summary);
    let typed = Memo::new(move |_| {
        list.query
            .with(|filter| ListFilter::words_alone(filter).to_owned())
    });
    let connections = Memo::new(move |_| summary.with(|summary| Some(summary.ready()?.connections.total)));
    Effect::new(move |_| {
        connections.track();
        services.returned.track();
        search.ask(typed.get());
    });
    search
}

/// How many were found, as far as is known.
pub fn count_of(search: UnconnectedSearch) -> u32 {
    search.answer.with(|answer| {
        let Some(Load::Ready(found)) = answer else {
            return 0;
        };
        let more = match found.more {
            More::Counted(more) => more,
            More::None | More::Unknown => 0,
        };
        u32::try_from(found.projects.len() + more).unwrap_or(u32::MAX)
    })
}

#[derive(Clone, PartialEq, Eq)]
enum Shows {
    Nothing,
    Waiting,
    Failure(Failure),
    Projects,
}

/// The projects, below the list of connections. Nothing while nothing is searched for, or none is found.
#[component]
pub fn WithoutOwn(
    /// What is searched for.
    search: UnconnectedSearch,
) -> impl IntoView {
    let i18n = use_i18n();
    let store = use_services().store;
    let shows = Memo::new(move |_| {
        search.answer.with(|answer| match answer {
            None => Shows::Nothing,
            Some(Load::Loading) => Shows::Waiting,
            Some(Load::Failed(failure)) => Shows::Failure(failure.clone()),
            Some(Load::Ready(found)) if found.projects.is_empty() && found.more == More::None => {
                Shows::Nothing
            }
            Some(Load::Ready(_)) => Shows::Projects,
        })
    });
    let id = unique_id();
    let is_there = Memo::new(move |_| shows.with(|shows| *shows != Shows::Nothing));
    let content = move || match outlived(shows).get() {
        Shows::Nothing => ().into_any(),
        Shows::Waiting => view! { <Skeleton lines=2 /> }.into_any(),
        Shows::Failure(failure) => view! { <NotSearched search failure /> }.into_any(),
        Shows::Projects => view! { <Projects search /> }.into_any(),
    };
    view! {
        <Show when=move || is_there.get()>
            <div
                class="tio-unconnected"
                role="group"
                aria-labelledby=id.clone()
                // Without buttons in it nothing else would let the keyboard scroll it.
                tabindex=move || (!outlived(store.can_manage).get()).then_some("0")
            >
                <h3 class="tio-list__heading" id=id.clone()>
                    {i18n.list.unconnected}
                </h3>
                {content}
            </div>
        </Show>
    }
}

/// The first of them, and how many more there are.
#[component]
fn Projects(
    /// What has found them.
    search: UnconnectedSearch,
) -> impl IntoView {
    let i18n = use_i18n();
    let projects = move || {
        search.answer.with(|answer| match answer {
            Some(Load::Ready(found)) => found.projects.clone(),
            _ => Vec::new(),
        })
    };
    let more = move || {
        search.answer.with(|answer| match answer.as_ref()?.ready()?.more {
            More::None => None,
            More::Counted(more) => Some(i18n.count(i18n.list.more, u32::try_from(more).unwrap_or(u32::MAX))),
            More::Unknown => Some(i18n.list.more_unknown.to_owned()),
        })
    };
    // Whatever a row shows of its project makes it another row.
    let key = |project: &PickableProject| {
        let texts = [project.id.as_str(), project.key.as_str(), &project.name];
        texts.map(ToOwned::to_owned)
    };
    view! {
        <ul class="tio-unconnected__projects">
            <For each=projects key let(project)>
                <ProjectRow project />
            </For>
        </ul>
        <p class="tio-hint">{more}</p>
    }
}

/// A project, what it uses instead, and the way to a connection of its own.
#[component]
fn ProjectRow(
    /// The project.
    project: PickableProject,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let uses = move || {
        end_on_cleanup();
        services.store.global.with(|global| {
            let is_served = Connection::serves_all_projects(global.ready()?);
            Some(if is_served {
                i18n.list.uses_global
            } else {
                i18n.list.uses_none
            })
        })
    };
    let avatar = safe_avatar(project.avatar_url.as_deref())
        .map(|url| view! { <img class="tio-avatar" src=url alt="" width="24" height="24" loading="lazy" /> });
    let title = project.name.clone();
    let name = project.name.clone();
    let picked = StoredValue::new(ProjectName {
        id: project.id,
        name: project.name,
    });
    let add = move |()| services.adding.set(Some(AddFor::Project(picked.get_value())));
    view! {
        <li class="tio-unconnected__project">
            <span class="tio-row__picture">{avatar}</span>
            <span class="tio-row__text">
                <span class="tio-row__name" title=title>
                    <bdi>{name}</bdi>
                </span>
                <span class="tio-row__detail" title=uses>
                    <span class="tio-row__key">{project.key.as_str().to_owned()}</span>
                    <span class="tio-row__label">{uses}</span>
                </span>
            </span>
            <Show when=move || services.can_manage()>
                <Button appearance=Appearance::Link on_click=add>
                    {i18n.list.add} " "
                    <bdi class="tio-visually-hidden">
                        {picked.with_value(|picked| i18n.list.add_for.with(&picked.name))}
                    </bdi>
                </Button>
            </Show>
        </li>
    }
}

/// Why they can't be told.
#[component]
fn NotSearched(
    /// What was searched for.
    search: UnconnectedSearch,
    /// What came instead.
    failure: Failure,
) -> impl IntoView {
    let retry = move |()| {
        focus_around();
        search.retry();
    };
    view! {
        <div role="alert">
            <Failed title=use_i18n().failure.not_loaded failure on_retry=retry />
        </div>
    }
}
