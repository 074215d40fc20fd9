//! The line below the title: which connection Jira's projects use.

use leptos::prelude::*;

use super::{
    super::services::use_services,
    coverage::{Legend, Picture},
};
use crate::{
    components::{
        button::{Appearance, Button},
        subscription::outlived,
    },
    domain::{failure::Failure, summary::Coverage},
    i18n::{use_i18n, words},
    pages::shared::jira_page::JiraPage,
    state::load::Load,
};

/// What is shown of the figures.
#[derive(Clone, PartialEq, Eq)]
enum Shows {
    Nothing,
    /// The projects, and how many connections are Jira Project specific.
    Figures(Coverage, u32),
    Failure(Failure),
}

/// The figures, with a picture of them.
#[component]
pub fn Overview() -> impl IntoView {
    let store = use_services().store;
    let shows = Memo::new(move |_| {
        let has_figures = store.has_figures();
        store.summary.with(|summary| match summary {
            Load::Ready(summary) if has_figures => {
                Shows::Figures(summary.projects, summary.connections.total)
            }
            Load::Ready(_) | Load::Loading => Shows::Nothing,
            Load::Failed(failure) => Shows::Failure(failure.clone()),
        })
    });
    let figures = move || match shows.get() {
        Shows::Nothing => ().into_any(),
        Shows::Failure(failure) => view! { <NotLoaded failure /> }.into_any(),
        Shows::Figures(projects, connections) => view! {
            <GlobalState />
            <Legend projects connections />
        }
        .into_any(),
    };
    let bar = move || match shows.get() {
        // Of nothing there is no picture.
        Shows::Figures(projects, _) if projects.own + projects.global > 0 => {
            Some(view! { <Picture projects /> })
        }
        Shows::Figures(..) | Shows::Nothing | Shows::Failure(_) => None,
    };
    view! {
        <p class="tio-header__overview">
            {figures}
        </p>
        {bar}
    }
}

/// Why there are no figures, and another attempt.
#[component]
fn NotLoaded(
    /// What came instead of them.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    let opening = use_services().opening;
    view! {
        {words::failure(i18n, &failure)}
        <JiraPage remedy=failure.remedy() />
        <Button appearance=Appearance::Link on_click=move |()| opening.retry()>
            {i18n.retry}
        </Button>
    }
}

/// Whether the Global connection is active; nothing while that is not known.
#[component]
fn GlobalState() -> impl IntoView {
    let i18n = use_i18n();
    let store = use_services().store;
    let is_active =
        Memo::new(move |_| outlived(store.global).with(|global| Some(global.ready()?.serves_all_projects())));
    let text = move |is_active: bool| {
        if is_active {
            i18n.overview.active
        } else {
            i18n.overview.inactive
        }
    };
    move || {
        is_active
            .get()
            .map(|is_active| view! { <span>{text(is_active)}</span> })
    }
}
