//! Something that can be folded away: the browser's own.

use leptos::prelude::*;
use web_sys::{Element, Event};

/// Whether a [`Disclosure`] shows what it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// It does.
    Open,
    /// It does not.
    #[default]
    Closed,
}

/// A summary, and what opens below it when it is pressed.
#[component]
pub fn Disclosure(
    /// Whether it is open at first.
    #[prop(optional)]
    fold: Fold,
    /// What it is about, in sight all the time.
    #[prop(into)]
    summary: ViewFnOnce,
    /// Called whenever the person folds or unfolds it.
    #[prop(optional, into)]
    on_fold: Option<Callback<Fold>>,
    /// What can be folded away.
    children: Children,
) -> impl IntoView {
    let mut last = fold;
    let toggled = move |ev: Event| {
        let now = if event_target::<Element>(&ev).has_attribute("open") {
            Fold::Open
        } else {
            Fold::Closed
        };
        // Browsers send the event for the first state too, and a little later than the change itself: the owner may
        // be gone by then.
        if std::mem::replace(&mut last, now) != now
            && let Some(on_fold) = on_fold
        {
            on_fold.try_run(now);
        }
    };
    view! {
        <details class="tio-disclosure" open=fold == Fold::Open on:toggle=toggled>
            <summary class="tio-disclosure__summary">{summary.run()}</summary>
            {children()}
        </details>
    }
}
