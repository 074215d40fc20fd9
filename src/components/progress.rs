//! Signs that something is on its way.

use leptos::prelude::*;

/// A spinner with words for those who do not see it. They are read out if it is put into a live region that was there before.
#[component]
pub fn Spinner(
    /// What is on its way.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <span class="tio-spinner">
            <span class="tio-visually-hidden">{label}</span>
        </span>
    }
}

/// Grey lines in place of text that is still loading. Say so elsewhere: it is hidden from assistive technology.
#[component]
pub fn Skeleton(
    /// How many lines.
    lines: usize,
) -> impl IntoView {
    view! {
        // Not a `div`, which Leptos would make into the next one that takes its place: what has another place there counts
        // as having moved.
        <p class="tio-skeleton" aria-hidden="true">
            {(0..lines).map(|_| view! { <span class="tio-skeleton__line"></span> }).collect_view()}
        </p>
    }
}

/// How much of something is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Steps that are done.
    pub done: usize,
    /// All steps.
    pub total: usize,
}

impl Progress {
    /// The whole percentage that is done; all of it when there is nothing to do.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.done * 100).checked_div(self.total).unwrap_or(100)
    }
}

/// A bar that fills while something long is being done. It is not read out while it moves: put what is worth hearing
/// into a live region.
#[component]
pub fn ProgressBar(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// How much of it is done.
    #[prop(into)]
    progress: Signal<Progress>,
) -> impl IntoView {
    let percent = move || progress.get().percent().to_string();
    view! {
        <div
            class="tio-progress"
            role="progressbar"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=percent
        >
            <div class="tio-progress__bar" style:width=move || [&percent(), "%"].concat()></div>
        </div>
    }
}
