//! The list's filter: by the project's name or key, by status, by account, by API key (`domain/filter.rs`).

use leptos::prelude::*;

use super::super::services::use_services;
use crate::{
    components::{
        dom::fills,
        field::{LabelVisibility, TextField, TextFieldKind},
        select::{Choice, Select},
    },
    domain::{
        connection::Connection,
        filter::{AccountFilter, ListFilter, MAX_QUERY_LENGTH, StatusFilter},
        status::Status,
        summary::Summary,
    },
    i18n::{I18n, use_i18n, words},
    state::paged_query::PagedQuery,
};

/// The filter. Each change asks the server at once; answers to older questions are dropped.
#[component]
pub fn Filter() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let list = services.store.list;
    // It may also be asked from elsewhere, as from the page's header.
    let query = Signal::derive(move || list.query.with(|filter| filter.query.clone()));
    let hint =
        move || query.with(|text| fills(text, MAX_QUERY_LENGTH).then(|| i18n.list.query_full.to_owned()));
    let on_query = move |query| ask(list, |filter| ListFilter { query, ..filter });
    let on_status = move |word: String| {
        let status = StatusFilter::from_word(&word);
        ask(list, |filter| ListFilter { status, ..filter });
    };
    let on_account = move |label| {
        let account = AccountFilter::by_label(label);
        ask(list, |filter| ListFilter { account, ..filter });
    };
    let summary = move || services.store.summary.with(|summary| summary.ready().cloned());
    let statuses = Signal::derive(move || {
        status_choices(i18n, summary().as_ref(), list.query.with(|filter| filter.status))
    });
    let chosen = Memo::new(move |_| list.query.with(|filter| filter.account.clone()));
    let accounts = Signal::derive(move || account_choices(i18n, summary().as_ref(), &chosen.get()));
    let status = Signal::derive(move || list.query.with(|filter| filter.status.as_word().to_owned()));
    let account = Signal::derive(move || chosen.with(|chosen| chosen.as_word().to_owned()));
    view! {
        <div class="tio-list__filter" role="search">
            <TextField
                label=i18n.list.filter
                label_visibility=LabelVisibility::Hidden
                kind=TextFieldKind::Search
                value=query
                placeholder=Some(i18n.list.filter_placeholder.to_owned())
                on_input=on_query
                hint
                max_length=MAX_QUERY_LENGTH
                node_ref=services.filter_input
            />
            <Select label=i18n.list.by_status choices=statuses value=status on_change=on_status />
            <Select label=i18n.list.by_account choices=accounts value=account on_change=on_account />
        </div>
    }
}

/// Asks for the list that the filter makes of the present one, if that is another.
fn ask(list: PagedQuery<ListFilter, Connection>, change: impl FnOnce(ListFilter) -> ListFilter) {
    let before = list.query.get_untracked();
    let filter = change(before.clone());
    if filter != before {
        list.ask(filter);
    }
}

/// Every status that some connection has, with how many; and the chosen one, even when no connection is left in it.
fn status_choices(i18n: I18n, summary: Option<&Summary>, chosen: StatusFilter) -> Vec<Choice> {
    let any = Choice {
        value: String::new(),
        label: i18n.list.any_status.to_owned(),
    };
    let choice = |filter: StatusFilter| {
        let (word, alone) = match filter {
            StatusFilter::Any => return Some(any.clone()),
            StatusFilter::Only(status) => (words::status_alone(i18n, status).word, Some(status)),
            StatusFilter::NeedsAttention => (i18n.list.needs_attention, None),
        };
        let states = filter.lists().unwrap_or(alone.as_slice());
        let count = summary.map_or(0, |summary| summary.connections.with_any(states));
        (count > 0 || filter == chosen).then(|| Choice {
            value: filter.as_word().to_owned(),
            label: [word, " (", &i18n.number(count), ")"].concat(),
        })
    };
    let single = Status::ALL.into_iter().map(StatusFilter::Only);
    [StatusFilter::Any]
        .into_iter()
        .chain(StatusFilter::TOGETHER)
        .chain(single)
        .filter_map(choice)
        .collect()
}

/// Every account label, with how many connections carry it.
fn account_choices(i18n: I18n, summary: Option<&Summary>, chosen: &AccountFilter) -> Vec<Choice> {
    let any = Choice {
        value: String::new(),
        label: i18n.list.any_account.to_owned(),
    };
    let accounts = summary
        .map(|summary| summary.accounts.as_slice())
        .unwrap_or_default();
    let labelled = accounts.iter().map(|account| Choice {
        value: account.label.clone(),
        label: [
            account.label.as_str(),
            " (",
            &i18n.number(account.connections),
            ")",
        ]
        .concat(),
    });
    // It is there while it is chosen: the overview of the accounts leads to it.
    let is_by_key = matches!(chosen, AccountFilter::KeyOf(_));
    let same_key = is_by_key.then(|| Choice {
        value: chosen.as_word().to_owned(),
        label: i18n.list.same_key.to_owned(),
    });
    std::iter::once(any).chain(same_key).chain(labelled).collect()
}
