//! A box to tick, with its label.

use leptos::prelude::*;

/// A native checkbox. It decides nothing until what it belongs to is sent.
#[component]
pub fn Checkbox(
    /// What ticking it means.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Whether it can't be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Called with whether the person ticks it.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="tio-checkbox">
            <input
                type="checkbox"
                prop:checked=checked
                disabled=disabled
                on:change=move |ev| on_change.run(event_target_checked(&ev))
            />
            <span>{label}</span>
        </label>
    }
}
