//! Active or not: for the Global (default) connection alone, and apart from its key.

use leptos::prelude::*;

use super::{open::Open, services::use_services};
use crate::{
    components::{built::Build as _, switch::Switch},
    i18n::use_i18n,
    state::editor::Attempt,
};

/// The switch. It shows what the server says, never what was merely asked for.
#[component]
pub fn GlobalSwitch(
    /// The Global (default) connection.
    open: Open,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let checked = move || open.stored.with(|stored| stored.connection.serves_all_projects());
    let has_key = move || open.stored.with(|stored| stored.connection.key.is_some());
    let switching = move || matches!(open.busy.get(), Some(Attempt::SetActive(_)));
    let reason = move || {
        services
            .read_only_reason(i18n.read_only_reason)
            .or_else(|| (!has_key()).then(|| i18n.global.needs_key.to_owned()))
            .or_else(|| {
                (open.busy.get().is_some() && !switching()).then(|| i18n.detail.busy_elsewhere.to_owned())
            })
    };
    let on_change = Callback::new(move |active| open.attempt(Attempt::SetActive(active)));
    view! {
        <div class="tio-detail__switch">
            <Switch
                label=i18n.global.active
                checked=Signal::derive(checked)
                on_change=on_change
                busy=Signal::derive(switching)
                disabled_reason=Signal::derive(reason)
            />
            <p class="tio-hint">{i18n.global.active_hint}</p>
        </div>
    }
    .built()
}
