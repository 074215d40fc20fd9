//! The Jira Project specific connections: filter, list, and what to say when there are none.

use std::ops::Range;

use leptos::{prelude::*, task::spawn_local};

use super::{
    filter::Filter,
    row::ConnectionRow,
    services::{Services, use_services},
};
use crate::{
    components::{
        built::Build as _,
        button::Button,
        dynamic::{dynamic, dynamic_if, effect},
        progress::Skeleton,
        section_message::SectionMessage,
        tone::Tone,
        windowed_list::{Row, WindowedList},
    },
    domain::filter::ListFilter,
    i18n::{use_i18n, words},
    state::paged_query::QueryState,
};

/// Height of a row, in CSS pixels; `style/page.css` has the same.
const ROW_HEIGHT: f64 = 56.0;

/// Connections from which on the list can be filtered.
const FILTER_FROM: u32 = 2;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    Waiting,
    Failure,
    FirstSteps,
    Nothing,
    Rows,
}

/// The list below the Global card.
#[component]
pub fn ProjectList() -> impl IntoView {
    let services = use_services();
    let list = services.store.list;
    let total = Memo::new(move |_| list.rows.with(|rows| rows.total()));
    let filtered = Memo::new(move |_| list.query.with(|filter| !filter.is_empty()));
    let shows = Memo::new(move |_| {
        let failed = list.state.with(|state| matches!(state, QueryState::Failed(_)));
        match total.get() {
            _ if failed => Shows::Failure,
            None => Shows::Waiting,
            Some(0) if filtered.get() => Shows::Nothing,
            Some(0) => Shows::FirstSteps,
            Some(_) => Shows::Rows,
        }
    });
    let can_filter = Memo::new(move |_| {
        let connections = services
            .store
            .summary
            .with(|summary| summary.ready().map(|summary| summary.connections.total));
        filtered.get() || connections.is_some_and(|total| total >= FILTER_FROM)
    });
    let i18n = use_i18n();
    let found = Signal::derive(move || {
        let found = total
            .get()
            .filter(|_| filtered.get())
            .and_then(|total| u32::try_from(total).ok());
        found.map(|found| i18n.count(i18n.list.found, found))
    });
    view! {
        {dynamic_if(can_filter.into(), || view! { <Filter /> }.built())}
        <p class="tio-visually-hidden" role="status">
            {found}
        </p>
        {dynamic(move || match shows.get() {
            Shows::Waiting => view! { <Skeleton lines=4 /> }.built(),
            Shows::Failure => view! { <NotLoaded /> }.built(),
            Shows::FirstSteps => view! { <FirstSteps /> }.built(),
            Shows::Nothing => view! { <p class="tio-list__empty">{i18n.list.nothing_found}</p> }.built(),
            Shows::Rows => view! { <Rows /> }.built(),
        })}
    }
    .built()
}

#[component]
fn Rows() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let list = services.store.list;
    let current = Memo::new(move |_| {
        let id = services.navigation.current.get();
        list.rows.with(|rows| rows.position(|row| row.id == id))
    });
    find_the_open_row(services, current);
    let row = Callback::new(move |row: Row| {
        let connection = Signal::derive(move || list.rows.with(|rows| rows.get(row.index).cloned()));
        view! { <ConnectionRow connection=connection tab_index=row.tab_index /> }.built()
    });
    view! {
        <WindowedList
            label=i18n.list.project_heading
            total=Signal::derive(move || list.rows.with(|rows| rows.total()).unwrap_or_default())
            row_height=ROW_HEIGHT
            row=row
            on_range=Callback::new(move |range: Range<usize>| list.show(range))
            current=current
        />
    }
    .built()
}

/// Loads pages until the open connection's row is among them, so that a deep link or a new connection shows its row.
fn find_the_open_row(services: Services, current: Memo<Option<usize>>) {
    let list = services.store.list;
    effect(move || {
        let id = services.navigation.current.get();
        let ready = list.state.with(|state| *state == QueryState::Ready);
        // A filter may well leave the open connection out; then there is nothing to look for.
        let unfiltered = list.query.with(ListFilter::is_empty);
        if ready && unfiltered && !id.is_global() && current.get_untracked().is_none() {
            spawn_local(async move {
                // What it finds, it leaves in the list, where `current` sees it.
                let _ = list.find(|row| row.id == id).await;
            });
        }
    });
}

#[component]
fn FirstSteps() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="tio-list__empty">
            <p class="tio-list__empty-title">{i18n.list.empty_title}</p>
            <p>{i18n.list.empty_text}</p>
        </div>
    }
    .built()
}

#[component]
fn NotLoaded() -> impl IntoView {
    let i18n = use_i18n();
    let list = use_services().store.list;
    let text = Signal::derive(move || {
        list.state.with(|state| match state {
            QueryState::Failed(failure) => words::failure(i18n, failure),
            QueryState::Loading | QueryState::Ready => String::new(),
        })
    });
    let actions =
        move || view! { <Button on_click=Callback::new(move |()| list.retry())>{i18n.retry}</Button> };
    view! {
        <div role="alert">
            <SectionMessage tone=Tone::Danger title=i18n.failure.not_loaded actions=ViewFnOnce::from(actions)>
                {text}
            </SectionMessage>
        </div>
    }
    .built()
}
