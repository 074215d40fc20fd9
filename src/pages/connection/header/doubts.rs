//! How many account labels are doubtful, and the way to them.

use leptos::prelude::*;

use super::super::{
    dialogs::accounts::doubt_count,
    services::{Tool, use_services},
};
use crate::{
    components::{
        icon::{Icon, IconName},
        tone::Tone,
    },
    domain::{
        accounts::{accounts, doubts as doubts_about},
        filter::ListFilter,
    },
    i18n::use_i18n,
    state::store::Store,
};

/// A button that shows the accounts. Nothing while no label is known to be doubtful.
///
/// It asks nothing: it only knows where the list has loaded every connection anyway, as it has in a Jira with few of
/// them. In others a person opens the accounts from the menu.
#[component]
pub fn Doubts() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    // While they are not all at hand, as when the list is filtered, what was last known stands.
    let count = Memo::new(move |last: Option<&usize>| {
        known_doubts(services.store).or(last.copied()).unwrap_or_default()
    });
    view! {
        <Show when=move || { count.get() > 0 }>
            <button
                type="button"
                class=["tio-chip ", Tone::Warning.class()].concat()
                on:click=move |_| services.tool.set(Some(Tool::Accounts))
            >
                <Icon name=IconName::Key />
                {move || doubt_count(i18n, count.get())}
            </button>
        </Show>
    }
}

/// How many there are, if all connections are at hand.
fn known_doubts(store: Store) -> Option<usize> {
    if !store.list.query.with(ListFilter::is_empty) {
        return None;
    }
    store.global.with(|global| {
        let global = global.ready()?;
        store.list.rows.with(|rows| {
            let all = std::iter::once(global).chain(rows.all()?);
            Some(doubts_about(&accounts(all)).len())
        })
    })
}
