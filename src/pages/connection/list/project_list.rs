//! The Jira Project specific connections: filter, list, and what to say when there are none. Below them stand the projects
//! without one that match the filter's words (`unconnected.rs`).

use leptos::prelude::*;

use super::{
    super::{
        dialogs::shortcuts::is_shortcut,
        services::{Services, use_services},
    },
    filter::Filter,
    row::ConnectionRow,
    unconnected::{WithoutOwn, count_of, follow_filter},
};
use crate::{
    components::{
        button::Button,
        dom::{focus, focus_around},
        progress::Skeleton,
        section_message::SectionMessage,
        subscription::outlived,
        tone::Tone,
        windowed_list::{PressedKey, Row, WindowedList},
    },
    domain::{filter::ListFilter, summary::Summary},
    i18n::use_i18n,
    pages::shared::failed::Failed,
    state::{load::Load, open_row, paged_query::QueryState, type_ahead::TypeAhead},
};

/// Height of a row, in CSS pixels, where the browser draws text as large as it is meant.
const ROW_HEIGHT: f64 = 48.0;

/// Connections from which on the filter is offered.
const FILTER_FROM: usize = 2;

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
    let i18n = use_i18n();
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
    let can_filter = can_filter(services, filtered);
    let search = follow_filter(services);
    let found = move || {
        let found = total.get().filter(|_| filtered.get())?;
        let found = i18n.count(i18n.list.found, u32::try_from(found).ok()?);
        Some(match count_of(search) {
            0 => found,
            others => [&*found, ", ", &i18n.count(i18n.list.unconnected_found, others)].concat(),
        })
    };
    let is_doubtful =
        Memo::new(move |_| shows.get() != Shows::Failure && list.rows.with(|rows| !rows.is_whole()));
    let content = move || match shows.get() {
        Shows::Waiting => view! { <Skeleton lines=4 /> }.into_any(),
        Shows::Failure => view! { <NotLoaded /> }.into_any(),
        Shows::FirstSteps => view! { <NoConnections /> }.into_any(),
        Shows::Nothing => view! { <NothingFound /> }.into_any(),
        Shows::Rows => view! { <Rows /> }.into_any(),
    };
    view! {
        <Show when=move || can_filter.get()>
            <Filter />
        </Show>
        <p class="tio-visually-hidden" role="status">
            {found}
        </p>
        <Show when=move || is_doubtful.get()>
            <NotWhole />
        </Show>
        {content}
        <WithoutOwn search />
    }
}

/// That the filter hides every connection, and the way to see them again.
#[component]
fn NothingFound() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let clear = move |()| {
        // The button goes away, and where there is no connection at all the filter does too.
        focus_around();
        services.store.list.ask(ListFilter::default());
        let has_some = |summary: &Load<Summary>| {
            summary
                .ready()
                .is_none_or(|summary| summary.connections.total > 0)
        };
        if services.store.summary.with_untracked(has_some) {
            focus(services.filter_input);
        }
    };
    view! {
        <div class="tio-list__empty">
            <p>{i18n.list.nothing_found}</p>
            <div>
                <Button on_click=clear>{i18n.list.clear_filter}</Button>
            </div>
        </div>
    }
}

/// Whether the filter is shown. Once it is, it stays as long as there is anything to filter: it must not vanish from
/// under the hands that empty it after a connection has been deleted.
fn can_filter(services: Services, filtered: Memo<bool>) -> Memo<bool> {
    let (summary, list) = (services.store.summary, services.store.list);
    Memo::new(move |offered: Option<&bool>| {
        let offered = offered.copied().unwrap_or_default();
        let counted = summary.with(|summary| Some(summary.ready()?.connections.total as usize));
        // The list may come before the figures. What a filter leaves of it doesn't tell how many there are.
        let listed = || list.rows.with(|rows| rows.total()).filter(|_| !filtered.get());
        let worthwhile = if offered { 1 } else { FILTER_FROM };
        let is_worth_it = counted
            .or_else(listed)
            .map_or(offered, |total| total >= worthwhile);
        filtered.get() || is_worth_it
    })
}

#[component]
fn Rows() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let list = services.store.list;
    let current = Memo::new(move |_| {
        let id = outlived(services.navigation.current).get();
        list.rows.with(|rows| rows.position(|row| row.id == id))
    });
    let total = Memo::new(move |_| outlived(list.rows).with(|rows| rows.total()).unwrap_or_default());
    // What the rows are the answer to.
    let answered = Memo::new(move |newest: Option<&ListFilter>| {
        let is_ready = outlived(list.state).with(|state| *state == QueryState::Ready);
        match newest {
            Some(newest) if !is_ready => newest.clone(),
            _ => list.query.get(),
        }
    });
    open_row::find(services.store, services.navigation, services.opening);
    let type_ahead = TypeAhead::new(services.store);
    let on_key = move |PressedKey { key, at_ms, row }: PressedKey| {
        !is_shortcut(services, &key)
            && type_ahead.press(&key, at_ms, row.index, move |found| row.lead_to(found))
    };
    let row = move |row: Row| {
        let connection = Signal::derive(move || list.rows.with(|rows| rows.get(row.index).cloned()));
        view! { <ConnectionRow connection row /> }.into_any()
    };
    view! {
        <WindowedList
            label=i18n.list.project_heading
            total
            row_height=ROW_HEIGHT
            row
            on_range=move |range| list.show(range)
            on_key
            current
            others=Signal::derive(move || answered.with(|_| ()))
        />
    }
}

/// What a project connection is for, while there is none.
#[component]
fn NoConnections() -> impl IntoView {
    let texts = &use_i18n().list;
    view! {
        <div class="tio-list__empty">
            <p class="tio-list__empty-title">{texts.empty_title}</p>
            <p>{texts.empty_text}</p>
        </div>
    }
}

/// That some of the list is missing, or stands there twice.
#[component]
fn NotWhole() -> impl IntoView {
    let i18n = use_i18n();
    let list = use_services().store.list;
    let retry = move |()| {
        focus_around();
        list.retry();
    };
    view! {
        <div role="alert">
            <SectionMessage
                tone=Tone::Warning
                title=i18n.failure.not_whole
                actions=move || view! { <Button on_click=retry>{i18n.retry}</Button> }
            />
        </div>
    }
}

/// Why the list can't be had.
#[component]
fn NotLoaded() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let list = services.store.list;
    let failure = Memo::new(move |_| {
        list.state.with(|state| match state {
            QueryState::Failed(failure) => Some(failure.clone()),
            QueryState::Loading | QueryState::Ready => None,
        })
    });
    let retry = move |()| {
        focus_around();
        services.opening.retry();
    };
    let failed = move || {
        let failure = failure.get()?;
        Some(view! { <Failed title=i18n.failure.not_loaded failure on_retry=retry /> })
    };
    view! { <div role="alert">{failed}</div> }
}
