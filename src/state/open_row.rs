//! Gets hold of the row of the connection that is open, so that a deep link or a new connection shows its row.

use leptos::{prelude::*, task::spawn_local};

use super::{load::Load, navigation::Navigation, opening::Opening, paged_query::QueryState, store::Store};
use crate::domain::filter::ListFilter;

/// Loads the page of the list that has the open connection's row, whenever another one has been opened.
pub fn find(store: Store, navigation: Navigation, opening: Opening) {
    let list = store.list;
    Effect::new(move |_| {
        let id = navigation.current.get();
        let (of, opened) = opening.state.get();
        let ready = list.state.with(|state| *state == QueryState::Ready);
        // A filter may well leave the open connection out; then there is nothing to look for.
        let unfiltered = list.query.with(ListFilter::is_empty);
        if !ready || !unfiltered || id.is_global() || of != id || opened != Load::Ready(()) {
            return;
        }
        spawn_local(async move {
            // What it finds, it leaves in the list.
            let _ = store.find_row(&id).await;
        });
    });
}
