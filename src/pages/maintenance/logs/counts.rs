//! How many lines there are, and how many of them are shown.

use leptos::prelude::*;

use crate::{
    domain::log::{LineFilter, LogLines},
    i18n::{I18n, use_i18n},
    state::maintenance::logs::Logs,
};

/// The range, and how many lines there are. The latter is read out whenever it changes: that is what came of the filter,
/// or of asking again.
#[component]
pub fn Counts(
    /// The lines.
    logs: Logs,
    /// Which of them are shown.
    filter: RwSignal<LineFilter>,
) -> impl IntoView {
    let i18n = use_i18n();
    let text = Memo::new(move |_| {
        logs.lines.with(|lines| {
            let lines = lines.ready().filter(|lines| !lines.lines.is_empty())?;
            Some(filter.with(|filter| words(i18n, lines, filter)))
        })
    });
    let range = Memo::new(move |_| {
        logs.lines.with(|lines| {
            let lines = lines.ready()?;
            let [from, to] = [&lines.from, &lines.to].map(|time| i18n.to_the_minute(time));
            Some(i18n.maintenance().logs.range_shown.with(&from, &to))
        })
    });
    view! {
        <p class="tio-hint">{range}</p>
        <p class="tio-hint" role="status">
            {text}
        </p>
    }
}

fn words(i18n: I18n, lines: &LogLines, filter: &LineFilter) -> String {
    let texts = &i18n.maintenance().logs;
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let at_hand = count(lines.lines.len());
    let shown = if filter.is_empty() {
        i18n.count(texts.all_shown, at_hand)
    } else {
        let shown = count(filter.apply(&lines.lines).len());
        texts.some_shown.with(&i18n.number(shown), &i18n.number(at_hand))
    };
    let older = lines.total.saturating_sub(at_hand);
    if lines.has_older && older > 0 {
        [shown.as_str(), " ", &i18n.count(texts.older, older)].concat()
    } else {
        shown
    }
}
