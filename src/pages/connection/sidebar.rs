//! The left column: the Global card, then the Jira Project specific connections.

use super::{project_list::project_list, row::connection_row, services::use_services};
use crate::{
    components::{button::Button, icon::IconName, progress::skeleton},
    i18n::use_i18n,
    reactive::{Signal, memo},
    state::load::Load,
    view::{
        View, dynamic, fragment,
        tags::{div, h2, p},
    },
};

/// All connections.
pub fn sidebar() -> View {
    let i18n = use_i18n();
    let services = use_services();
    let global = Signal::derive(move || {
        services
            .store
            .global
            .with(|global| global.ready().map(|global| global.connection.clone()))
    });
    let progress = memo(move || services.store.global.with(Load::progress));
    let card = dynamic(move || match progress.get() {
        Load::Ready(()) => connection_row(global, None),
        Load::Loading => skeleton(2).into(),
        // The pane beside it says why, and offers to try again.
        Load::Failed(_) => p().class("tio-list__empty").child(i18n.failure.not_loaded).into(),
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
    let add = Button::new(i18n.list.add)
        .icon(IconName::Add)
        .disabled_reason(Signal::derive(move || {
            services.read_only_reason(i18n.read_only_reason)
        }))
        .on_click(move |()| services.adding.set(true));
    fragment([
        h2().class("tio-list__heading")
            .child(i18n.list.global_heading)
            .into(),
        div().class("tio-list__global").child(card).into(),
        h2().class("tio-list__heading").child(heading).into(),
        project_list(),
        div().class("tio-list__add").child(add).into(),
    ])
}
