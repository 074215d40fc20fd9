//! A choice among a few, on the browser's own `<select>`.

use leptos::prelude::*;

use super::field::{ControlFn, Field, LabelVisibility};

/// One option of a [`Select`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the owner knows it by.
    pub value: String,
    /// Its name.
    pub label: String,
}

/// A drop-down list of a few options.
#[component]
pub fn Select(
    /// What is to be chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The options.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value of the chosen option.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that the person chooses.
    #[prop(into)]
    on_change: Callback<String>,
    /// Whether the label is on the screen; beside a list that it filters, the chosen option says enough.
    #[prop(default = LabelVisibility::Hidden)]
    label_visibility: LabelVisibility,
) -> impl IntoView {
    let option = move |choice: Choice| {
        // Told option by option, because the options may come after the value.
        let own = choice.value.clone();
        let selected = Signal::derive(move || value.with(|value| *value == own));
        view! {
            <option value=choice.value prop:selected=selected>
                {choice.label}
            </option>
        }
    };
    let control: ControlFn = Box::new(move |control| {
        view! {
            <select
                class="tio-input"
                id=control.id
                on:change=move |ev| on_change.run(event_target_value(&ev))
            >
                {move || choices.get().into_iter().map(option).collect_view()}
            </select>
        }
        .into_any()
    });
    view! { <Field label label_visibility control /> }.into_any()
}
