//! Something that can be folded away: the browser's own.

use std::cell::Cell;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

use crate::view::{Child, El, el};

/// Whether a [`disclosure`] shows what it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// It does.
    Open,
    /// It does not.
    #[default]
    Closed,
}

/// A summary, and what opens below it when it is pressed.
pub fn disclosure(fold: Fold, summary: impl Child, body: impl Child) -> El {
    el("details")
        .class("tio-disclosure")
        .attr("open", fold == Fold::Open)
        .child(el("summary").class("tio-disclosure__summary").child(summary))
        .child(body)
}

/// Calls `react` whenever the person folds or unfolds a [`disclosure`] that was built with `fold`.
pub fn on_fold(disclosure: El, fold: Fold, react: impl Fn(Fold) + 'static) -> El {
    let last = Cell::new(fold);
    disclosure.on("toggle", move |event: Event| {
        let element: Option<Element> = event.current_target().and_then(|target| target.dyn_into().ok());
        let now = if element.is_some_and(|element| element.has_attribute("open")) {
            Fold::Open
        } else {
            Fold::Closed
        };
        // Browsers send the event for the first state too.
        if last.replace(now) != now {
            react(now);
        }
    })
}
