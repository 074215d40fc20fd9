//! The left column: the Global card, then the Jira Project specific connections.

use leptos::prelude::*;

use super::{project_list::ProjectList, row::ConnectionRow, services::use_services};
use crate::{
    components::{built::Build as _, button::Button, dynamic::dynamic, icon::IconName, progress::Skeleton},
    i18n::use_i18n,
    state::load::Load,
};

/// All connections.
#[component]
pub fn Sidebar() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let global = Signal::derive(move || {
        services
            .store
            .global
            .with(|global| global.ready().map(|global| global.connection.clone()))
    });
    let progress = Memo::new(move |_| services.store.global.with(Load::progress));
    let card = dynamic(move || match progress.get() {
        Load::Ready(()) => view! { <ConnectionRow connection=global /> }.built(),
        Load::Loading => view! { <Skeleton lines=2 /> }.built(),
        // The pane beside it says why, and offers to try again.
        Load::Failed(_) => view! { <p class="tio-list__empty">{i18n.failure.not_loaded}</p> }.built(),
    });
    let heading = Signal::derive(move || {
        services.store.summary.with(|summary| match summary.ready() {
            Some(summary) => i18n
                .list
                .project_heading_count
                .with(&i18n.number(summary.connections.total)),
            None => i18n.list.project_heading.to_owned(),
        })
    });
    view! {
        <h2 class="tio-list__heading">{i18n.list.global_heading}</h2>
        <div class="tio-list__global">{card}</div>
        <h2 class="tio-list__heading">{heading}</h2>
        <ProjectList />
        <div class="tio-list__add">
            <Button
                icon=IconName::Add
                disabled_reason=Signal::derive(move || services.read_only_reason(i18n.read_only_reason))
                on_click=Callback::new(move |()| services.adding.set(true))
            >
                {i18n.list.add}
            </Button>
        </div>
    }
    .built()
}
