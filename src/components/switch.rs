//! An on/off switch that takes effect at once.

use leptos::prelude::*;

use super::{
    button::Reason,
    dom::{aria_flag, aria_state, described_by},
    field::LabelVisibility,
    id::unique_id,
};

/// A switch after the ARIA pattern: its label never changes with its state.
///
/// It shows the state in force and nothing else: a change that the server refuses leaves it where it was.
#[component]
pub fn Switch(
    /// What is on or off.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is on the screen.
    #[prop(optional)]
    label_visibility: LabelVisibility,
    /// The state in force.
    #[prop(into)]
    checked: Signal<bool>,
    /// While true, a change is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it cannot be switched now; `None` when it can.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Called with the state the person asks for. Not called while busy or disabled.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    let label_class = match label_visibility {
        LabelVisibility::Shown => None,
        LabelVisibility::Hidden => Some("tio-visually-hidden"),
    };
    let reason_id = unique_id();
    let blocked = Signal::derive(move || busy.get() || disabled_reason.with(Option::is_some));
    view! {
        <span class="tio-button-box">
            <button
                type="button"
                role="switch"
                class="tio-switch"
                aria-checked=aria_state(checked)
                aria-busy=aria_flag(busy)
                aria-disabled=aria_flag(blocked)
                aria-describedby=described_by(vec![(disabled_reason, reason_id.clone())])
                on:click=move |_| {
                    if !blocked.get_untracked() {
                        on_change.run(!checked.get_untracked());
                    }
                }
            >
                <span class:tio-switch__track=true aria-hidden="true"></span>
                <span class=label_class>{label}</span>
            </button>
            <Reason id=reason_id reason=disabled_reason />
        </span>
    }
}
