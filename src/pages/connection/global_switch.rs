//! Active or not: for the Global (default) connection alone, and apart from its key.

use super::{open::Open, services::use_services};
use crate::{
    components::switch::{SwitchState, switch},
    i18n::use_i18n,
    reactive::{Callback, Signal},
    state::editor::Attempt,
    view::{
        El,
        tags::{div, p},
    },
};

/// The switch. It shows what the server says, never what was merely asked for.
pub fn global_switch(open: Open) -> El {
    let i18n = use_i18n();
    let services = use_services();
    let checked = move || {
        open.editor
            .stored
            .with(|stored| stored.connection.serves_all_projects())
    };
    let has_key = move || open.editor.stored.with(|stored| stored.connection.key.is_some());
    let switching = move || matches!(open.editor.busy.get(), Some(Attempt::SetActive(_)));
    let reason = move || {
        services
            .read_only_reason(i18n.read_only_reason)
            .or_else(|| (!has_key()).then(|| i18n.global.needs_key.to_owned()))
            .or_else(|| {
                (open.editor.busy.get().is_some() && !switching())
                    .then(|| i18n.detail.busy_elsewhere.to_owned())
            })
    };
    let state = SwitchState {
        checked: Signal::derive(checked),
        busy: Signal::derive(switching),
        disabled_reason: Signal::derive(reason),
    };
    let on_change = Callback::new(move |active| open.attempt(Attempt::SetActive(active)));
    div()
        .class("tio-detail__switch")
        .child(switch(i18n.global.active, state, on_change))
        .child(p().class("tio-hint").child(i18n.global.active_hint))
}
