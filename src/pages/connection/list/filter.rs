//! The list's filter: by name or key, by status, by account. The server does the filtering (`domain/filter.rs`).

use leptos::prelude::*;

use super::super::services::use_services;
use crate::{
    components::{
        dom::fills,
        field::{LabelVisibility, TextField, TextFieldKind},
        select::{Choice, Select},
    },
    domain::{
        attention,
        filter::{ListFilter, MAX_QUERY_LENGTH, StatusFilter},
        status::Status,
        summary::Summary,
    },
    i18n::{I18n, use_i18n, words},
};

/// What the choice of accounts calls those that hold one key. No label is blank.
const SAME_KEY: &str = " ";

/// The filter. Each change asks the server at once; answers to older questions are dropped.
#[component]
pub fn Filter() -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let list = services.store.list;
    let ask = move |change: &dyn Fn(&mut ListFilter)| {
        let mut filter = list.query.get_untracked();
        change(&mut filter);
        if filter != list.query.get_untracked() {
            list.ask(filter);
        }
    };
    // It may also be asked from elsewhere, as from the page's header.
    let query = Signal::derive(move || list.query.with(|filter| filter.query.clone()));
    let hint =
        move || query.with(|text| fills(text, MAX_QUERY_LENGTH).then(|| i18n.list.query_full.to_owned()));
    let on_query = move |text: String| ask(&|filter| filter.query.clone_from(&text));
    let on_status = move |word: String| {
        let status = StatusFilter::from_word(&word);
        ask(&|filter| filter.status = status);
    };
    let on_account = move |label: String| {
        ask(&|filter| {
            filter.account = Some(label.clone()).filter(|label| !label.is_empty());
            filter.key_of = None;
        });
    };
    let summary = move || services.store.summary.with(|summary| summary.ready().cloned());
    let statuses = Signal::derive(move || {
        status_choices(i18n, summary().as_ref(), list.query.with(|filter| filter.status))
    });
    let same_key = Memo::new(move |_| list.query.with(|filter| filter.key_of.is_some()));
    let accounts = Signal::derive(move || account_choices(i18n, summary().as_ref(), same_key.get()));
    let status = Signal::derive(move || list.query.with(|filter| filter.status.as_word().to_owned()));
    let account = Signal::derive(move || {
        list.query.with(|filter| match filter.key_of {
            Some(_) => SAME_KEY.to_owned(),
            None => filter.account.clone().unwrap_or_default(),
        })
    });
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

/// Every status that some connection has, with how many; and the chosen one, even when no connection is left in it.
fn status_choices(i18n: I18n, summary: Option<&Summary>, chosen: StatusFilter) -> Vec<Choice> {
    let any = Choice {
        value: String::new(),
        label: i18n.list.any_status.to_owned(),
    };
    let choice = |filter: StatusFilter, word: &str, count: u32| {
        (count > 0 || filter == chosen).then(|| Choice {
            value: filter.as_word().to_owned(),
            label: [word, " (", &i18n.number(count), ")"].concat(),
        })
    };
    let attention = choice(
        StatusFilter::NeedsAttention,
        i18n.list.needs_attention,
        summary.map_or(0, |summary| attention::count(&summary.connections)),
    );
    let single = Status::ALL.into_iter().filter_map(|status| {
        choice(
            StatusFilter::Only(status),
            words::status_alone(i18n, status).word,
            summary.map_or(0, |summary| summary.connections.with(status)),
        )
    });
    std::iter::once(any).chain(attention).chain(single).collect()
}

/// Every account label, with how many connections carry it.
fn account_choices(i18n: I18n, summary: Option<&Summary>, same_key: bool) -> Vec<Choice> {
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
    let same_key = same_key.then(|| Choice {
        value: SAME_KEY.to_owned(),
        label: i18n.list.same_key.to_owned(),
    });
    std::iter::once(any).chain(same_key).chain(labelled).collect()
}
