//! A choice of one among a few: the browser's own select.

use leptos::prelude::*;

use super::id::unique_id;

/// One entry of a [`Select`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it stands for.
    pub value: String,
    /// How it reads.
    pub label: String,
}

/// A native select. Its label is for assistive technology: the chosen entry has to speak for itself.
#[component]
pub fn Select(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The entries.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value of the chosen entry.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value of the entry that the person chooses.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let id = unique_id();
    // Set at the entries: the select itself could not take a value whose entry comes later.
    let options = move || {
        let chosen = value.get();
        let option = |Choice { value, label }| {
            let is_chosen = value == chosen;
            view! {
                <option value=value prop:selected=is_chosen>
                    {label}
                </option>
            }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="tio-visually-hidden" for=id.clone()>
            {label}
        </label>
        <select class="tio-input" id=id on:change=move |ev| on_change.run(event_target_value(&ev))>
            {options}
        </select>
    }
}
