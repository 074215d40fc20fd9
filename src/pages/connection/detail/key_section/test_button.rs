//! The button that tests a key.

use leptos::prelude::*;

use super::super::open::Open;
use crate::{
    components::{
        button::{Appearance, Button},
        icon::IconName,
    },
    domain::{draft::KeyEntry, status::Status, test_report::Tested},
    i18n::use_i18n,
    pages::connection::services::use_services,
    state::editor::Attempt,
};

/// Tests the key that is shown beside it, and says which one that is.
#[component]
pub fn TestButton(
    /// The open connection.
    open: Open,
    /// Which key.
    tested: Tested,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let attempt = Attempt::Test(tested);
    let testing = Signal::derive(move || open.editor.busy.get() == Some(attempt));
    let no_key = move || tested == Tested::Typed && open.editor.key.get() != KeyEntry::Typed;
    let disabled_reason = move || {
        services
            .read_only_reason(i18n.read_only_reason)
            .or_else(|| no_key().then(|| i18n.test.no_key.to_owned()))
            .or_else(|| {
                (open.editor.busy.get().is_some() && !testing.get())
                    .then(|| i18n.detail.busy_elsewhere.to_owned())
            })
    };
    let label = match tested {
        Tested::Typed => i18n.test.test_typed,
        Tested::Saved => i18n.test.test_saved,
    };
    // What mends the connection is the main button.
    let appearance = Signal::derive(move || {
        let mends = |status| matches!(status, Status::Unreachable | Status::Unverified);
        if tested == Tested::Saved && open.connection.with(|connection| mends(connection.status)) {
            Appearance::Primary
        } else {
            Appearance::Default
        }
    });
    view! {
        <Button appearance icon=IconName::Refresh busy=testing disabled_reason on_click=move |()| open.attempt(attempt)>
            {label}
        </Button>
    }
}
