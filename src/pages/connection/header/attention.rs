//! How many connections need attention, and the way to them.

use web_sys::MouseEvent;

use super::super::services::{Column, FocusWish, Services, use_services};
use crate::{
    components::{
        icon::{IconName, IconSize, icon},
        tone::Tone,
    },
    domain::{
        attention,
        filter::{ListFilter, StatusFilter},
        ids::ConnectionId,
    },
    i18n::use_i18n,
    reactive::{Signal, memo},
    view::{View, tags::button, when},
};

/// A button that shows only the connections that need attention, and all of them again. Nothing while all is well.
pub fn attention() -> View {
    let i18n = use_i18n();
    let services = use_services();
    let list = services.store.list;
    let listed = memo(move || {
        services.store.summary.with(|summary| {
            summary
                .ready()
                .map_or(0, |summary| attention::count(&summary.connections))
        })
    });
    let global = memo(move || {
        services.store.global.with(|global| {
            global
                .ready()
                .is_some_and(|global| attention::is_needed(global.connection.status))
        })
    });
    let count = memo(move || listed.get() + u32::from(global.get()));
    let is_on = move || {
        list.query
            .with(|filter| filter.status == StatusFilter::NeedsAttention)
    };
    // Global alone is no list to be filtered: the button opens it.
    let pressed = move || (listed.get() > 0).then(|| if is_on() { "true" } else { "false" });
    let label = Signal::derive(move || i18n.count(i18n.overview.attention, count.get()));
    when(Signal::derive(move || count.get() > 0), move || {
        button()
            .attr("type", "button")
            .class(["tio-chip ", Tone::Warning.class()].concat())
            .attr("aria-pressed", Signal::derive(pressed))
            .on("click", move |_: MouseEvent| {
                if listed.get_untracked() > 0 {
                    toggle(services);
                } else {
                    services.open(ConnectionId::global(), FocusWish::Heading);
                }
            })
            .child(icon(IconName::Warning, IconSize::Small))
            .child(label)
    })
}

fn toggle(services: &'static Services) {
    let list = services.store.list;
    let is_on = list
        .query
        .with_untracked(|filter| filter.status == StatusFilter::NeedsAttention);
    services.column.set(Column::List);
    list.ask(ListFilter::by_status(if is_on {
        StatusFilter::Any
    } else {
        StatusFilter::NeedsAttention
    }));
}
