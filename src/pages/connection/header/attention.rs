//! How many connections need attention, and the way to them.

use leptos::prelude::*;

use super::super::{
    parts::walk,
    services::{Column, FocusTarget, Services, use_services},
};
use crate::{
    components::{chip::Chip, icon::IconName, subscription::outlived, tone::Tone},
    domain::{attention, filter::ListFilter, ids::ConnectionId},
    i18n::use_i18n,
    state::paged_query::QueryState,
};

/// A button that shows only the connections that need attention, and all of them again. Nothing while all is well.
#[component]
pub fn Attention() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let store = services.store;
    let listed = Memo::new(move |_| {
        store.summary.with(|summary| {
            summary
                .ready()
                .map_or(0, |summary| attention::count(&summary.connections))
        })
    });
    let global = Memo::new(move |_| {
        store.global.with(|global| {
            global
                .ready()
                .is_some_and(|global| attention::is_needed(global.status))
        })
    });
    let count = Memo::new(move |_| listed.get() + u32::from(global.get()));
    // Global alone is no list to be filtered: the button opens it.
    let pressed = Signal::derive(move || (outlived(listed).get() > 0).then(|| services.walks()));
    let press = move || {
        if listed.get_untracked() == 0 {
            services.open(ConnectionId::global(), Some(FocusTarget::Heading));
        } else if untrack(|| services.walks()) {
            services.column.set(Column::List);
            store.list.ask(ListFilter::default());
        } else {
            services.begin_walk();
        }
    };
    open_first(services);
    view! {
        <Show when=move || { count.get() > 0 }>
            <Chip tone=Tone::Warning icon=IconName::Warning pressed on_click=move |()| press()>
                {move || i18n.count(i18n.overview.attention, outlived(count).get())}
            </Chip>
        </Show>
    }
}

/// Opens the first connection that needs attention, once the list of them is there.
fn open_first(services: Services) {
    let store = services.store;
    Effect::new(move |_| {
        let is_there = store.list.state.with(|state| *state == QueryState::Ready);
        if !(services.walk_begins.get() && is_there) {
            return;
        }
        services.walk_begins.set(false);
        // Another list may have been asked for meanwhile.
        if !services.walks() {
            return;
        }
        if let Some(first) = untrack(|| walk::next(services, |_| false)) {
            services.open(first.id, Some(FocusTarget::Heading));
        }
    });
}
