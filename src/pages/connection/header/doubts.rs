//! How many accounts have odd labels, and the way to them.

use leptos::prelude::*;

use super::super::services::{Tool, use_services};
use crate::{
    components::{chip::Chip, icon::IconName, subscription::outlived, tone::Tone},
    domain::{
        account::{odd_count, oddities},
        accounts::labels_by_account,
        filter::ListFilter,
    },
    i18n::use_i18n,
    state::store::Store,
};

/// A button that shows the accounts. Nothing while no label is known to be odd.
///
/// It asks nothing: it only knows where the list has loaded every connection anyway, as it has in a Jira with few of
/// them. In others a person opens the accounts from the menu. Both go by the keys, and by the same rule.
#[component]
pub fn Doubts() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    // While they are not all at hand, as when the list is filtered, what was last known stands.
    let count =
        Memo::new(move |last: Option<&u32>| known_odd(services.store).or(last.copied()).unwrap_or_default());
    view! {
        <Show when=move || { count.get() > 0 }>
            <Chip
                tone=Tone::Warning
                icon=IconName::Key
                on_click=move |()| services.tool.set(Some(Tool::Accounts))
            >
                {move || i18n.count(i18n.overview.doubt, outlived(count).get())}
            </Chip>
        </Show>
    }
}

/// How many there are, if all connections are at hand.
fn known_odd(store: Store) -> Option<u32> {
    if !store.list.query.with(ListFilter::is_empty) {
        return None;
    }
    store.global.with(|global| {
        let global = global.ready()?;
        store.list.rows.with(|rows| {
            let all = std::iter::once(global).chain(rows.all()?);
            let labels = labels_by_account(all)?;
            let labels: Vec<_> = labels.iter().map(Vec::as_slice).collect();
            Some(odd_count(&oddities(&labels)))
        })
    })
}
