//! Points in time, in a few words that stay true while they are looked at, and exactly on demand.

use std::time::Duration;

use leptos::prelude::*;

use crate::{domain::time::Timestamp, i18n::use_i18n};

/// How often it is looked whether the words are still true.
const TICK: Duration = Duration::from_secs(15);

/// How a point in time is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// How long ago it was.
    #[default]
    Ago,
    /// For how long it has been so since then, or since which day.
    Since,
    /// The day.
    Day,
}

/// A point in time. The exact one is in its title, and in `datetime` for programs.
#[component]
pub fn Time(
    /// When.
    #[prop(into)]
    time: Signal<Timestamp>,
    /// How it is told.
    #[prop(optional)]
    told: Told,
) -> impl IntoView {
    let i18n = use_i18n();
    let tick = RwSignal::new(());
    if told != Told::Day {
        // Without timers the page has more to worry about than a time that stands still.
        if let Ok(timer) = set_interval_with_handle(move || _ = tick.try_set(()), TICK) {
            on_cleanup(move || timer.clear());
        }
    }
    let words = Memo::new(move |_| {
        tick.track();
        time.with(|time| match told {
            Told::Ago => i18n.ago(time),
            Told::Since => i18n.since(time),
            Told::Day => i18n.date(time),
        })
    });
    let exact = Memo::new(move |_| time.with(|time| i18n.exact(time)));
    // What can't be read as a time is none for programs either.
    let machine = move || {
        exact
            .with(Option::is_some)
            .then(|| time.with(|time| time.as_str().to_owned()))
    };
    view! {
        <time datetime=machine title=exact>
            {words}
        </time>
    }
}
