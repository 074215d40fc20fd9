//! Finds the row that letters typed in the list lead to, whether it is loaded or not.

use leptos::{prelude::*, task::spawn_local};

use super::{latest::Latest, paged_query::QueryState, store::Store};
use crate::{
    api::{connections, request::Cancel},
    domain::{
        connection::Connection,
        filter::{ListFilter, StatusFilter},
        ids::ConnectionId,
        type_ahead::{Sought, TypeAhead as Typed},
    },
};

/// How many names that might begin with what was typed are looked at: the most that the contract gives at a time.
const CANDIDATES: usize = 200;

/// What has been typed, and the search for it.
#[derive(Clone, Copy)]
pub struct TypeAhead {
    store: Store,
    typed: StoredValue<Typed>,
    searches: Latest,
}

impl TypeAhead {
    /// A search among the rows of the list.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            typed: StoredValue::new(Typed::default()),
            searches: Latest::default(),
        }
    }

    /// Takes a key pressed on the row with the index `now`, at `at_ms` in milliseconds, and calls `found` with the index
    /// of the row that it leads to, once that is loaded; never if there is none, or if more is typed before. Returns
    /// whether the key is part of a name.
    pub fn press(self, key: &str, at_ms: f64, now: usize, found: impl FnOnce(usize) + 'static) -> bool {
        let press = |typed: &mut Typed| typed.press(key, at_ms);
        let Some(sought) = self.typed.try_update_value(press).flatten() else {
            return false;
        };
        let turn = self.searches.begin();
        let known = self
            .store
            .list
            .rows
            .with_untracked(|rows| sought.among(rows, now));
        if let Some(row) = known {
            found(row);
        } else if self.store.list.state.get_untracked() == QueryState::Ready {
            spawn_local(async move {
                let row = self.ask(sought, now, &turn.cancel).await;
                if let Some(row) = row.filter(|_| self.searches.is_current(&turn)) {
                    found(row);
                }
            });
        }
        true
    }

    /// Asks the server, which alone knows its order: first for the name, then for the page that has it.
    async fn ask(self, sought: Sought, now: usize, cancel: &Cancel) -> Option<usize> {
        let filter = self.store.list.query.try_get_untracked()?;
        // There is no such list on the server, but one for each of the states that it is made of.
        if filter.status == StatusFilter::NeedsAttention {
            return None;
        }
        let row = |rows: &super::store::Rows| rows.get(now).map(|row| row.id.clone());
        let here = self.store.list.rows.try_with_untracked(row)?;
        let query = [filter.query.as_str(), sought.text()].join(" ");
        let filter = ListFilter { query, ..filter };
        let client = self.store.client();
        let page = connections::list(&client, &filter, 0, CANDIDATES, cancel)
            .await
            .ok()?;
        let id = next(&sought, &page.values, here.as_ref())?;
        self.store.find_row(&id).await
    }
}

/// Of the names that begin with what was typed the one behind the present row, or the first.
fn next(sought: &Sought, found: &[Connection], here: Option<&ConnectionId>) -> Option<ConnectionId> {
    let mut begin = found.iter().filter(|row| sought.fits(row));
    let first = begin.clone().next();
    let behind = match here {
        Some(here) if begin.any(|row| row.id == *here) => begin.next(),
        _ => None,
    };
    Some(behind.or(first)?.id.clone())
}
