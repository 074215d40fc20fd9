//! Finds the row that letters typed in the list lead to, whether it is loaded or not.

use leptos::{prelude::*, task::spawn_local};

use super::{
    latest::Latest,
    paged_query::QueryState,
    store::{Rows, Store},
};
use crate::{
    api::{connections, request::Cancel},
    domain::type_ahead::{Sought, TypeAhead as Typed},
};

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
                let row = self.ask(sought, now).await;
                if let Some(row) = row.filter(|_| self.searches.is_current(&turn)) {
                    found(row);
                }
            });
        }
        true
    }

    /// Asks the server, which alone knows its order, for the page of the next name that begins so.
    async fn ask(self, sought: Sought, now: usize) -> Option<usize> {
        let list = self.store.list;
        let lists = list.query.try_with_untracked(|filter| filter.status.lists())?;
        if lists.is_some() {
            // There is no such list on the server, but one for each of the states that it is made of.
            return None;
        }
        let id = |rows: &Rows| rows.get(now).map(|row| row.id.clone());
        let here = list.rows.try_with_untracked(id)??;
        let client = self.store.client();
        let next = connections::Sought::Next {
            name: sought.text(),
            behind: &here,
        };
        let found = list
            .take_in(async |filter, size, cancel: &Cancel| {
                connections::list_with(&client, &filter, next, size, cancel).await
            })
            .await?;
        list.rows
            .try_with_untracked(|rows| sought.within(rows, found, now))?
    }
}
