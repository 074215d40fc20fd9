//! How many account labels are doubtful, and the way to them.

use web_sys::MouseEvent;

use super::super::{
    accounts::doubt_count,
    services::{Services, Tool, use_services},
};
use crate::{
    components::{
        icon::{IconName, IconSize, icon},
        tone::Tone,
    },
    domain::{
        accounts::{accounts, doubts as doubts_about},
        filter::ListFilter,
    },
    i18n::use_i18n,
    reactive::{RwSignal, Signal, effect},
    view::{View, tags::button, when},
};

/// A button that shows the accounts. Nothing while no label is known to be doubtful.
///
/// It asks nothing: it only knows where the list has loaded every connection anyway, as it has in a Jira with few of
/// them. In others a person opens the accounts from the menu.
pub fn doubts() -> View {
    let i18n = use_i18n();
    let services = use_services();
    let count = RwSignal::new(0);
    effect(move || {
        if let Some(known) = known_doubts(services) {
            count.set(known);
        }
    });
    let label = Signal::derive(move || doubt_count(i18n, count.get()));
    when(Signal::derive(move || count.get() > 0), move || {
        button()
            .attr("type", "button")
            .class(["tio-chip ", Tone::Warning.class()].concat())
            .on("click", move |_: MouseEvent| {
                services.tool.set(Some(Tool::Accounts))
            })
            .child(icon(IconName::Key, IconSize::Small))
            .child(label)
    })
}

/// How many there are, if all connections are at hand.
fn known_doubts(services: &'static Services) -> Option<usize> {
    let store = services.store;
    if !store.list.query.with(ListFilter::is_empty) {
        return None;
    }
    store.global.with(|global| {
        let global = &global.ready()?.connection;
        store.list.rows.with(|rows| {
            let all = std::iter::once(global).chain(rows.all()?);
            Some(doubts_about(&accounts(all)).len())
        })
    })
}
