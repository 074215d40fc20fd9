//! Signs that something is on its way.

use crate::{
    reactive::Signal,
    view::{
        El,
        tags::{div, span},
    },
};

/// A spinner with words for those who do not see it.
pub fn spinner(label: &str) -> El {
    span()
        .class("tio-spinner")
        .attr("role", "status")
        .child(span().class("tio-visually-hidden").child(label))
}

/// Grey lines in place of text that is still loading. Say so elsewhere: it is hidden from assistive technology.
pub fn skeleton(lines: usize) -> El {
    let lines: Vec<_> = (0..lines).map(|_| span().class("tio-skeleton__line")).collect();
    div()
        .class("tio-skeleton")
        .attr("aria-hidden", "true")
        .child(lines)
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

/// A bar that fills while something long is being done; `label` says what. It is not read out while it moves: put what
/// is worth hearing into a live region.
pub fn progress_bar(label: &str, progress: Signal<Progress>) -> El {
    let percent = Signal::derive(move || progress.get().percent());
    div()
        .class("tio-progress")
        .attr("role", "progressbar")
        .attr("aria-label", label.to_owned())
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", "100")
        .attr("aria-valuenow", Signal::derive(move || percent.get().to_string()))
        .child(div().class("tio-progress__bar").style(
            "width",
            Signal::derive(move || [&percent.get().to_string(), "%"].concat()),
        ))
}
