//! Something that can be folded away: the browser's own.

use std::cell::Cell;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

use crate::{
    reactive::Callback,
    view::{Child, El, el},
};

/// Whether a [`disclosure`] shows what it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// It does.
    Open,
    /// It does not.
    #[default]
    Closed,
}

/// A summary, and what opens below it when it is pressed. `on_fold` hears of each change.
pub fn disclosure(fold: Fold, summary: impl Child, body: impl Child, on_fold: Callback<Fold>) -> El {
    let last = Cell::new(fold);
    el("details")
        .class("tio-disclosure")
        .attr("open", fold == Fold::Open)
        .on("toggle", move |event: Event| {
            let element: Option<Element> = event.current_target().and_then(|target| target.dyn_into().ok());
            let now = match element.is_some_and(|element| element.has_attribute("open")) {
                true => Fold::Open,
                false => Fold::Closed,
            };
            // Browsers send the event for the first state too.
            if last.replace(now) != now {
                on_fold.run(now);
            }
        })
        .child(el("summary").class("tio-disclosure__summary").child(summary))
        .child(body)
}
