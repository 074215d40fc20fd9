//! Active or not: for the Global (default) connection alone, and apart from its key.

use leptos::prelude::*;

use super::{
    super::services::use_services,
    open::{Asking, Open},
    switch_off::losing,
};
use crate::{
    components::switch::Switch, domain::connection::Connection, i18n::use_i18n, state::editor::Attempt,
};

/// The switch. It shows what the server says, never what was merely asked for. Off asks first while projects use it.
#[component]
pub fn GlobalSwitch(
    /// The Global (default) connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let switching = Signal::derive(move || matches!(open.editor.busy.get(), Some(Attempt::SetActive(_))));
    let disabled_reason = move || {
        services
            .read_only_reason(i18n.read_only_reason)
            .or_else(|| (!open.has_key()).then(|| i18n.global.needs_key.to_owned()))
            .or_else(|| {
                (open.editor.busy.get().is_some() && !switching.get())
                    .then(|| i18n.detail.busy_elsewhere.to_owned())
            })
    };
    let change = move |active: bool| {
        if active || untrack(|| losing(services.store)) == Some(0) {
            open.attempt(Attempt::SetActive(active));
        } else {
            open.ask(Asking::SwitchOff);
        }
    };
    view! {
        <div class="tio-detail__switch">
            <Switch
                label=i18n.global.active
                checked=move || open.connection.with(Connection::serves_all_projects)
                busy=switching
                disabled_reason
                on_change=change
            />
            <p class="tio-hint">{i18n.global.active_hint}</p>
        </div>
    }
}
