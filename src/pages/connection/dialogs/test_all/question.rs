//! What is asked before all connections are tested.

use leptos::prelude::*;

use super::super::super::services::{Services, use_services};
use crate::{
    components::{
        select::{Choice, Select},
        subscription::{end_on_cleanup, outlived},
    },
    domain::{filter::ListFilter, status::Status, test_round::minutes},
    i18n::use_i18n,
};

/// Which connections are tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    All,
    /// Those that the filter shows.
    Filtered,
}

impl Scope {
    /// What is asked about first.
    pub fn first(services: Services) -> Self {
        if services.store.list.query.with_untracked(ListFilter::is_empty) {
            Self::All
        } else {
            Self::Filtered
        }
    }

    /// The filter that lets through what is in it.
    pub fn filter(self, services: Services) -> ListFilter {
        match self {
            Self::Filtered => services.store.list.query.get_untracked(),
            Self::All => ListFilter::default(),
        }
    }

    /// How many connections are tested at most, if that is known: what the list says of those that the filter shows, and
    /// all but those that are known to have no key.
    fn at_most(self, services: Services) -> Option<u32> {
        let store = services.store;
        end_on_cleanup();
        match self {
            Self::Filtered => store.list.rows.with(|rows| u32::try_from(rows.total()?).ok()),
            Self::All => store.summary.with(|summary| {
                let connections = &summary.ready()?.connections;
                let projects = connections.total - connections.with(Status::KeyMissing);
                let global = store
                    .global
                    .with(|global| global.ready().is_none_or(|global| global.key.is_some()));
                Some(projects + u32::from(global))
            }),
        }
    }

    /// Its word in the choice.
    const fn as_word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Filtered => "filtered",
        }
    }
}

/// What will be done, and to which connections where that is a question.
#[component]
pub fn Question(
    /// What the person chooses.
    scope: RwSignal<Scope>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().test_all;
    let services = use_services();
    let is_filtered = Scope::first(services) == Scope::Filtered;
    let amount = move || {
        let count = scope.get().at_most(services)?;
        let minutes = minutes(usize::try_from(count).ok()?);
        let [amount, lasts] =
            [(texts.amount, count), (texts.lasts, minutes)].map(|(words, count)| i18n.count(words, count));
        Some([amount, lasts].join(" "))
    };
    view! {
        <p>{texts.explain}</p>
        <p>{amount}</p>
        {is_filtered.then(|| view! { <Which scope /> })}
    }
}

/// The choice between all connections and those that the filter shows.
#[component]
fn Which(
    /// What the person chooses.
    scope: RwSignal<Scope>,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.dialogs().test_all;
    let summary = use_services().store.summary;
    let choice = |scope: Scope, label: String| Choice {
        value: scope.as_word().to_owned(),
        label,
    };
    let choices = move || {
        let project_connections =
            outlived(summary).with(|summary| summary.ready().map_or(0, |summary| summary.connections.total));
        let all = texts.all.with(&i18n.number(project_connections + 1));
        vec![
            choice(Scope::Filtered, texts.filtered.to_owned()),
            choice(Scope::All, all),
        ]
    };
    let choose = move |word: String| {
        scope.set(if word == Scope::All.as_word() {
            Scope::All
        } else {
            Scope::Filtered
        });
    };
    view! {
        <Select
            label=texts.which
            choices=choices
            value=move || scope.get().as_word().to_owned()
            on_change=choose
        />
    }
}
