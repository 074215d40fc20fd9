//! A choice of one among a few: the browser's own select.

use web_sys::{Event, HtmlSelectElement};

use super::id::unique_id;
use crate::{
    reactive::{Callback, Signal},
    view::{NodeRef, View, dynamic, fragment, tags},
};

/// One entry of a [`select`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it stands for.
    pub value: String,
    /// How it reads.
    pub label: String,
}

/// A native select of `choices`, with that of `value` chosen. Its label is for assistive technology: the chosen
/// entry has to speak for itself. `on_change` gets the value of the entry that the person chooses.
pub fn select(
    label: &str,
    choices: Signal<Vec<Choice>>,
    value: Signal<String>,
    on_change: Callback<String>,
) -> View {
    let id = unique_id();
    let element = NodeRef::<HtmlSelectElement>::new();
    let options = dynamic(move || {
        let chosen = value.get();
        let option = |choice: Choice| {
            let is_chosen = choice.value == chosen;
            tags::option()
                .attr("value", choice.value)
                .attr("selected", is_chosen)
                .child(choice.label)
        };
        let options: Vec<_> = choices.get().into_iter().map(option).collect();
        options
    });
    fragment([
        tags::label()
            .class("tio-visually-hidden")
            .attr("for", id.clone())
            .child(label)
            .into(),
        tags::select()
            .class("tio-input")
            .attr("id", id)
            .node_ref(element)
            .on("change", move |_: Event| {
                if let Some(element) = element.get_untracked() {
                    on_change.run(element.value());
                }
            })
            .child(options)
            .into(),
    ])
}
