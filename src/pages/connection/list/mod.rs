//! The left column: the Global card, then the Jira Project specific connections.

mod filter;
mod project_list;
pub mod row;

use leptos::prelude::*;

use self::{project_list::ProjectList, row::ConnectionRow};
use super::services::use_services;
use crate::{
    components::{anchors::Anchor, button::Button, icon::IconName, progress::Skeleton},
    i18n::use_i18n,
    state::load::Load,
};

/// All connections.
#[component]
pub fn ConnectionList() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let summary = services.store.summary;
    let heading = move || {
        summary.with(|summary| match summary.ready() {
            Some(summary) => i18n
                .list
                .project_heading_count
                .with(&i18n.number(summary.connections.total)),
            None => i18n.list.project_heading.to_owned(),
        })
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
                on_click=move |()| services.adding.set(true)
            >
                {i18n.list.add}
            </Button>
        </div>
    }
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
