//! What is asked before all connections are tested.

use leptos::prelude::*;

use super::super::super::services::{Services, use_services};
use crate::{
    components::select::{Choice, Select},
    domain::filter::ListFilter,
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
    let is_filtered = Scope::first(use_services()) == Scope::Filtered;
    view! {
        <p>{i18n.test_all.explain}</p>
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
    let summary = use_services().store.summary;
    let choice = |scope: Scope, label: String| Choice {
        value: scope.as_word().to_owned(),
        label,
    };
    let choices = move || {
        let project_connections =
            summary.with(|summary| summary.ready().map_or(0, |summary| summary.connections.total));
        let all = i18n.test_all.all.with(&i18n.number(project_connections + 1));
        vec![
            choice(Scope::Filtered, i18n.test_all.filtered.to_owned()),
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
            label=i18n.test_all.which
            choices=choices
            value=move || scope.get().as_word().to_owned()
            on_change=choose
        />
    }
}
