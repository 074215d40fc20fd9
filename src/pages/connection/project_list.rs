//! The Jira Project specific connections: filter, list, and what to say when there are none.

use std::cell::Cell;

use super::{
    copy_details::copy_details,
    filter::filter,
    jira_page::jira_page,
    row::connection_row,
    services::{Services, use_services},
};
use crate::{
    components::{
        button::Button,
        dom::focus_around,
        progress::skeleton,
        section_message::SectionMessage,
        tone::Tone,
        windowed_list::{ListModel, Row, windowed_list},
    },
    i18n::{use_i18n, words},
    reactive::{Callback, Signal, memo},
    state::{open_row, paged_query::QueryState},
    view::{
        Child as _, El, View, dynamic, fragment,
        tags::{div, p},
        when,
    },
};

/// Height of a row, in CSS pixels; `style/page.css` has the same.
const ROW_HEIGHT: f64 = 56.0;

/// Connections from which on the filter is offered.
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
pub fn project_list() -> View {
    let services = use_services();
    let list = services.store.list;
    let total = memo(move || list.rows.with(|rows| rows.total()));
    let filtered = memo(move || list.query.with(|filter| !filter.is_empty()));
    let shows = memo(move || {
        let failed = list.state.with(|state| matches!(state, QueryState::Failed(_)));
        match total.get() {
            _ if failed => Shows::Failure,
            None => Shows::Waiting,
            Some(0) if filtered.get() => Shows::Nothing,
            Some(0) => Shows::FirstSteps,
            Some(_) => Shows::Rows,
        }
    });
    let can_filter = can_filter(services, filtered);
    let i18n = use_i18n();
    let found = Signal::derive(move || {
        let found = total
            .get()
            .filter(|_| filtered.get())
            .and_then(|total| u32::try_from(total).ok());
        found.map(|found| i18n.count(i18n.list.found, found))
    });
    let content = dynamic(move || match shows.get() {
        Shows::Waiting => skeleton(4),
        Shows::Failure => not_loaded(),
        Shows::FirstSteps => first_steps(),
        Shows::Nothing => p().class("tio-list__empty").child(i18n.list.nothing_found),
        Shows::Rows => rows(),
    });
    fragment([
        when(can_filter, filter),
        p().class("tio-visually-hidden")
            .attr("role", "status")
            .child(found)
            .into(),
        content,
    ])
}

/// Whether the filter is shown. Once it is, it stays as long as there is anything to filter: it must not vanish from
/// under the hands that empty it after a connection has been deleted.
fn can_filter(services: &'static Services, filtered: Signal<bool>) -> Signal<bool> {
    let summary = services.store.summary;
    let offered = Cell::new(false);
    memo(move || {
        let total = summary.with(|summary| summary.ready().map(|summary| summary.connections.total));
        let worthwhile = if offered.get() { 1 } else { FILTER_FROM };
        let is_worth_it = total.map_or(offered.get(), |total| total >= worthwhile);
        offered.set(filtered.get() || is_worth_it);
        offered.get()
    })
}

fn rows() -> El {
    let i18n = use_i18n();
    let services = use_services();
    let list = services.store.list;
    let current = memo(move || {
        let id = services.navigation.current.get();
        list.rows.with(|rows| rows.position(|row| row.id == id))
    });
    open_row::find(services.store, services.navigation, services.opening);
    let row = move |row: Row| {
        let connection = Signal::derive(move || list.rows.with(|rows| rows.get(row.index).cloned()));
        connection_row(connection, Some(row))
    };
    windowed_list(
        i18n.list.project_heading,
        ListModel {
            total: memo(move || list.rows.with(|rows| rows.total()).unwrap_or_default()),
            row_height: ROW_HEIGHT,
            row: Callback::new(row),
            on_range: Callback::new(move |range| list.show(range)),
            current,
        },
    )
}

fn first_steps() -> El {
    let i18n = use_i18n();
    div()
        .class("tio-list__empty")
        .child(p().class("tio-list__empty-title").child(i18n.list.empty_title))
        .child(p().child(i18n.list.empty_text))
}

fn not_loaded() -> El {
    let i18n = use_i18n();
    let list = use_services().store.list;
    let text = Signal::derive(move || {
        list.state.with(|state| match state {
            QueryState::Failed(failure) => words::failure(i18n, failure),
            QueryState::Loading | QueryState::Ready => String::new(),
        })
    });
    let ways_on = dynamic(move || {
        list.state.with(|state| match state {
            QueryState::Failed(failure) => fragment([
                jira_page(failure.remedy()).into_view(),
                Button::new(i18n.retry)
                    .on_click(move |()| {
                        focus_around();
                        list.retry();
                    })
                    .into_view(),
                copy_details(i18n.failure.not_loaded, failure),
            ]),
            QueryState::Loading | QueryState::Ready => View::empty(),
        })
    });
    div().attr("role", "alert").child(
        SectionMessage::new(Tone::Danger, i18n.failure.not_loaded)
            .body(text)
            .actions(ways_on),
    )
}
