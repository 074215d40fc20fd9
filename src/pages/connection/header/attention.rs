//! How many connections need attention, and the way to them.

use leptos::prelude::*;

use super::super::services::{Column, FocusWish, Services, use_services};
use crate::{
    components::{
        icon::{Icon, IconName},
        tone::Tone,
    },
    domain::{
        attention,
        filter::{ListFilter, StatusFilter},
        ids::ConnectionId,
    },
    i18n::use_i18n,
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
    let pressed = move || {
        let is_on = || store.list.query.with(shows_attention_alone);
        (listed.get() > 0).then(|| if is_on() { "true" } else { "false" })
    };
    let press = move || {
        if listed.get_untracked() > 0 {
            toggle(services);
        } else {
            services.open(ConnectionId::global(), FocusWish::Heading);
        }
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <button
                type="button"
                class=["tio-chip ", Tone::Warning.class()].concat()
                aria-pressed=pressed
                on:click=move |_| press()
            >
                <Icon name=IconName::Warning />
                {move || i18n.count(i18n.overview.attention, count.get())}
            </button>
        </Show>
    }
}

fn shows_attention_alone(filter: &ListFilter) -> bool {
    filter.status == StatusFilter::NeedsAttention
}

fn toggle(services: Services) {
    let list = services.store.list;
    let is_on = list.query.with_untracked(shows_attention_alone);
    services.column.set(Column::List);
    list.ask(ListFilter::by_status(if is_on {
        StatusFilter::Any
    } else {
        StatusFilter::NeedsAttention
    }));
}
