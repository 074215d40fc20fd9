//! The left column: the Global card, then the Jira Project specific connections.

mod filter;
mod project_list;
pub mod row;
mod unconnected;

use leptos::prelude::*;

use self::{project_list::ProjectList, row::ConnectionRow};
use super::services::{AddFor, Services, use_services};
use crate::{
    components::{anchors::Anchor, button::Button, icon::IconName, progress::Skeleton},
    i18n::use_i18n,
    state::{load::Load, paged_query::QueryState},
};

/// All connections.
#[component]
pub fn ConnectionList() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let summary = services.store.summary;
    let shown = shown(services);
    let heading = move || {
        let texts = &i18n.list;
        let total = summary.with(|summary| Some(i18n.number(summary.ready()?.connections.total)));
        match (total, shown.get()) {
            (Some(total), Some(shown)) => texts.project_heading_shown.with(&i18n.number(shown), &total),
            (Some(total), None) => texts.project_heading_count.with(&total),
            (None, _) => texts.project_heading.to_owned(),
        }
    };
    let read_only = Signal::derive(move || services.read_only_reason(i18n.read_only_reason));
    view! {
        <Anchor />
        <h2 class="tio-list__heading">{i18n.list.global_heading}</h2>
        <div class="tio-list__global">
            <GlobalCard />
        </div>
        <h2 class="tio-list__heading">{heading}</h2>
        <ProjectList />
        <div class="tio-list__add">
            <Button
                icon=IconName::Add
                disabled_reason=read_only
                on_click=move |()| services.adding.set(Some(AddFor::AnyProject))
            >
                {i18n.list.add}
            </Button>
        </div>
    }
}

/// How many connections a filter shows, while there is one. Until the answer to it is here, what was shown before.
fn shown(services: Services) -> Memo<Option<u32>> {
    let list = services.store.list;
    Memo::new(move |before: Option<&Option<u32>>| {
        let filtered = list.query.with(|filter| !filter.is_empty());
        let total = list.rows.with(|rows| rows.total());
        list.state.with(|state| match state {
            QueryState::Loading => before.copied().flatten(),
            QueryState::Ready => u32::try_from(total.filter(|_| filtered)?).ok(),
            QueryState::Failed(_) => None,
        })
    })
}

/// The Global (default) connection, which is always there.
#[component]
fn GlobalCard() -> impl IntoView {
    let i18n = use_i18n();
    let global = use_services().store.global;
    let connection = Signal::derive(move || global.with(|global| global.ready().cloned()));
    let progress = Memo::new(move |_| global.with(Load::progress));
    move || match progress.get() {
        Load::Ready(()) => view! { <ConnectionRow connection /> }.into_any(),
        Load::Loading => view! { <Skeleton lines=2 /> }.into_any(),
        // The pane beside it says why, and offers to try again.
        Load::Failed(_) => view! { <p class="tio-list__empty">{i18n.failure.not_loaded}</p> }.into_any(),
    }
}
