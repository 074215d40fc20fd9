//! A choice among a few, on the browser's own `<select>`.

use leptos::prelude::*;

use super::field::{ControlFn, Field, LabelVisibility};

/// One option of a [`SelectField`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// What the owner knows it by.
    pub value: String,
    /// Its name.
    pub label: String,
}

/// A drop-down list of a few options.
#[component]
pub fn SelectField(
    /// What is to be chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The value of the chosen option, both ways.
    value: RwSignal<String>,
    /// The options.
    #[prop(into)]
    options: Signal<Vec<SelectOption>>,
    /// Whether the label is on the screen.
    #[prop(optional)]
    label_visibility: LabelVisibility,
    /// Called with the new value after each change by the person.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
) -> impl IntoView {
    let option = move |option: SelectOption| {
        // Told option by option, because the options may come after the value.
        let selected = {
            let own = option.value.clone();
            Signal::derive(move || value.with(|value| *value == own))
        };
        view! {
            <option value=option.value prop:selected=selected>
                {option.label}
            </option>
        }
    };
    let control: ControlFn = Box::new(move |control| {
        view! {
            <select
                class="tio-input"
                id=control.id
                aria-describedby=control.described_by
                on:change=move |ev| {
                    let chosen = event_target_value(&ev);
                    value.set(chosen.clone());
                    if let Some(on_change) = on_change {
                        on_change.run(chosen);
                    }
                }
            >
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        }
        .into_any()
    });
    view! { <Field label label_visibility control /> }.into_any()
}
