//! An on/off switch that takes effect at once.

use web_sys::MouseEvent;

use super::{
    button::reason_view,
    dom::{aria_flag, aria_state, described_by},
    id::unique_id,
};
use crate::{
    reactive::{Callback, Signal},
    view::{
        El,
        tags::{button, span},
    },
};

/// What governs a [`switch`].
#[derive(Clone, Copy)]
pub struct SwitchState {
    /// The state in force.
    pub checked: Signal<bool>,
    /// While true, a change is under way.
    pub busy: Signal<bool>,
    /// Why it cannot be switched now; `None` when it can.
    pub disabled_reason: Signal<Option<String>>,
}

/// A switch after the ARIA pattern: its label, which says what is on or off, never changes with its state.
///
/// It shows the state in force and nothing else: a change that the server refuses leaves it where it was.
/// `on_change` gets the state the person asks for; it is not called while the switch is busy or disabled.
pub fn switch(label: &str, state: SwitchState, on_change: Callback<bool>) -> El {
    let SwitchState {
        checked,
        busy,
        disabled_reason,
    } = state;
    let reason_id = unique_id();
    let blocked = Signal::derive(move || busy.get() || disabled_reason.with(Option::is_some));
    span()
        .class("tio-button-box")
        .child(
            button()
                .attr("type", "button")
                .attr("role", "switch")
                .class("tio-switch")
                .attr("aria-checked", aria_state(checked))
                .attr("aria-busy", aria_flag(busy))
                .attr("aria-disabled", aria_flag(blocked))
                .attr(
                    "aria-describedby",
                    described_by(vec![(disabled_reason, reason_id.clone())]),
                )
                .on("click", move |_: MouseEvent| {
                    if !blocked.get_untracked() {
                        on_change.run(!checked.get_untracked());
                    }
                })
                .child(span().class("tio-switch__track").attr("aria-hidden", "true"))
                .child(span().child(label)),
        )
        .child(reason_view(reason_id, disabled_reason))
}
