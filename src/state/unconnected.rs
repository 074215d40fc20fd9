//! Which projects without a connection of their own match what is typed in the list's filter.

use leptos::{prelude::*, task::spawn_local};

use super::{latest::Latest, load::Load, store::Store};
use crate::{
    api::projects,
    domain::unconnected::{Unconnected, unconnected},
};

/// Projects asked for. The server has no list of those without a connection, so that many are looked at.
const ASKED: usize = 100;

/// A search for such projects.
#[derive(Clone, Copy)]
pub struct UnconnectedSearch {
    store: Store,
    /// The words that were asked about last.
    typed: StoredValue<String>,
    /// What the last answer has; nothing as long as nothing is searched for. While more is typed it stays until the next
    /// answer.
    pub answer: RwSignal<Option<Load<Unconnected>>>,
    reads: Latest,
}

impl UnconnectedSearch {
    /// Nothing asked yet.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            typed: StoredValue::new(String::new()),
            answer: RwSignal::new(None),
            reads: Latest::default(),
        }
    }

    /// Asks for the projects that match; nothing, if there is nothing to search for. Where the same is shown already, nobody
    /// has asked for it: a failure leaves it as it is.
    pub fn ask(self, typed: String) {
        let turn = self.reads.begin();
        let is_same = self.typed.with_value(|last| *last == typed);
        self.typed.set_value(typed.clone());
        if typed.is_empty() {
            if self.answer.with_untracked(Option::is_some) {
                self.answer.set(None);
            }
            return;
        }
        let is_shown = |answer: &Option<Load<Unconnected>>| matches!(answer, Some(Load::Ready(_)));
        let shows_something = self.answer.with_untracked(is_shown);
        if !shows_something {
            self.answer.set(Some(Load::Loading));
        }
        spawn_local(async move {
            let found = projects::search(&self.store.client(), &typed, 0, ASKED, &turn.cancel).await;
            let is_unasked = is_same && shows_something;
            if self.reads.is_current(&turn) && !(is_unasked && found.is_err()) {
                let found = found.map(|page| unconnected(page, &typed));
                self.answer.set(Some(found.into()));
            }
        });
    }

    /// Asks the same again.
    pub fn retry(self) {
        self.ask(self.typed.get_value());
    }
}
