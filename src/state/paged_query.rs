//! A searchable list that lives on the server and is loaded page by page, as rows come into view.

use std::{ops::Range, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use super::{
    connection_pages::Coming,
    latest::{Latest, Turn},
};
use crate::{
    api::request::Cancel,
    domain::{
        failure::Failure,
        paged::{Page, PagedList},
    },
};

/// How a page is fetched: the query, the index of the first row, the number of rows.
pub type FetchPage<Q, T> = dyn Fn(Q, usize, usize, Cancel) -> Coming<T>;

/// Where the current question stands. Until its first page is here, the rows of the last question stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryState {
    /// The first page is on its way.
    Loading,
    /// The rows are the answer.
    Ready,
    /// A page could not be had; [`PagedQuery::retry`] asks again.
    Failed(Failure),
}

/// A searchable, paged list.
pub struct PagedQuery<Q: 'static, T: 'static> {
    /// What was asked last.
    pub query: RwSignal<Q>,
    /// The rows, with holes.
    pub rows: RwSignal<PagedList<T>>,
    /// Where the question stands.
    pub state: RwSignal<QueryState>,
    latest: Latest,
    in_view: StoredValue<Range<usize>>,
    on_the_way: StoredValue<Vec<usize>>,
    fetch: StoredValue<Rc<FetchPage<Q, T>>, LocalStorage>,
}

impl<Q, T> Clone for PagedQuery<Q, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q, T> Copy for PagedQuery<Q, T> {}

impl<Q, T> PagedQuery<Q, T>
where
    Q: Clone + Default + PartialEq + Send + Sync + 'static,
    T: Clone + Send + Sync + 'static,
{
    /// A list that has not been asked for yet.
    pub fn new(page_size: usize, fetch: impl Fn(Q, usize, usize, Cancel) -> Coming<T> + 'static) -> Self {
        Self {
            query: RwSignal::new(Q::default()),
            rows: RwSignal::new(PagedList::new(page_size)),
            state: RwSignal::new(QueryState::Loading),
            latest: Latest::default(),
            in_view: StoredValue::new(0..page_size),
            on_the_way: StoredValue::new(Vec::new()),
            fetch: StoredValue::new_local(Rc::new(fetch)),
        }
    }

    /// Asks something else. Answers to older questions are dropped.
    pub fn ask(self, query: Q) {
        self.in_view.set_value(0..self.page_size());
        self.query.set(query);
        self.reload();
    }

    /// Asks the same again, for the rows in view; what is shown stays until the answer is here.
    pub fn reload(self) {
        self.state.set(QueryState::Loading);
        self.load_first(First::Yes);
    }

    /// Like [`Self::reload`], but nobody asked for it: a failure leaves everything as it is.
    pub fn refresh(self) {
        if self.state.get_untracked() == QueryState::Ready {
            self.load_first(First::Unasked);
        } else {
            self.reload();
        }
    }

    /// Asks again for what is on its way, because it may be out of date by now.
    pub fn ask_again_if_under_way(self) {
        if self.on_the_way.with_value(|starts| !starts.is_empty()) {
            self.refresh();
        }
    }

    fn load_first(self, first: First) {
        let turn = self.latest.begin();
        self.on_the_way.try_update_value(Vec::clear);
        let start = self.in_view.with_value(|range| range.start) / self.page_size() * self.page_size();
        self.load(start, turn, first);
    }

    /// Loads what is missing of the rows that are in view now.
    pub fn show(self, rows: Range<usize>) {
        self.in_view.set_value(rows.clone());
        // While the first page of a question is on its way, it is not known yet which rows there will be.
        let Some(turn) = self
            .latest
            .last()
            .filter(|_| self.state.get_untracked() == QueryState::Ready)
        else {
            return;
        };
        for start in self.rows.with_untracked(|list| list.missing(rows)) {
            if !self.on_the_way.with_value(|starts| starts.contains(&start)) {
                self.load(start, turn.clone(), First::No);
            }
        }
    }

    /// Whether something could not be had.
    pub fn has_failed(self) -> bool {
        self.state
            .with_untracked(|state| matches!(state, QueryState::Failed(_)))
    }

    /// Asks again for what could not be had.
    pub fn retry(self) {
        self.reload();
    }

    /// Takes in a page that was asked for in another way than by its start, if it is one of those that the list is made
    /// of, and tells which rows it has. What is asked meanwhile wins.
    pub async fn take_in(
        self,
        page: impl AsyncFnOnce(Q, usize, &Cancel) -> Result<Page<T>, Failure>,
    ) -> Option<Range<usize>> {
        let (turn, query) = (self.latest.last()?, self.query.try_get_untracked()?);
        let size = self.page_size();
        let page = page(query, size, &turn.cancel).await.ok()?;
        if !self.latest.is_current(&turn) || !page.start_at.is_multiple_of(size) {
            return None;
        }
        let taken_in = page.start_at..page.start_at + page.values.len();
        self.rows.update(|list| list.insert(page));
        Some(taken_in)
    }

    fn page_size(self) -> usize {
        self.rows.with_untracked(PagedList::page_size)
    }

    fn fetch_page(self, start: usize, turn: &Turn) -> Coming<T> {
        let query = self.query.get_untracked();
        let (size, cancel) = (self.page_size(), turn.cancel.clone());
        self.fetch.with_value(|fetch| fetch(query, start, size, cancel))
    }

    fn load(self, start: usize, turn: Turn, first: First) {
        self.on_the_way.try_update_value(|starts| starts.push(start));
        let page = self.fetch_page(start, &turn);
        spawn_local(async move {
            let page = page.await;
            if self.latest.is_current(&turn) {
                self.on_the_way
                    .try_update_value(|starts| starts.retain(|other| *other != start));
                self.take(page, first);
            }
        });
    }

    fn take(self, page: Result<Page<T>, Failure>, first: First) {
        let page = match page {
            Ok(page) => page,
            Err(_) if first == First::Unasked => return,
            Err(failure) => return self.state.set(QueryState::Failed(failure)),
        };
        self.rows.update(|list| {
            if first != First::No {
                *list = PagedList::new(list.page_size());
            }
            list.insert(page);
        });
        if first != First::No {
            self.state.set(QueryState::Ready);
            self.show(self.in_view.with_value(Clone::clone));
        }
    }
}

/// Whether a page is the first of a new question, so that it replaces the rows of the last one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Yes,
    /// As `Yes`, but the rows are shown already.
    Unasked,
    No,
}
