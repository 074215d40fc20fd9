//! The Connection page: all connections on the left, the open one on the right.
//!
//! `docs/architecture.md` has a table of the parts of the screen: their files, their texts, and where what they show is from.

mod address;
mod columns;
mod detail;
mod dialogs;
mod header;
mod help;
mod later;
mod list;
mod parts;
mod services;

use leptos::prelude::*;

use self::{
    columns::Columns,
    dialogs::{Dialogs, shortcuts::follow_shortcuts},
    header::{Header, tools::print::PrintSheet},
    later::LaterParts,
    services::Services,
};
use crate::{
    host::{context::Host, location, presence},
    pages::{later::fetch_when_idle, shared::surroundings::Surroundings},
    state::store::Store,
};

/// The page, over a store that it fills.
#[component]
pub fn ConnectionPage(
    /// Where the server's answers are kept.
    store: Store,
    /// Where this deployment's parts are.
    host: Host,
) -> impl IntoView {
    let services = Services::new(store, host, &location::fragment());
    let parts = LaterParts::new();
    provide_context(services);
    provide_context(parts);
    provide_context(Surroundings {
        host: services.host,
        recovery: store.recovery,
        open: Signal::derive(move || Some(services.navigation.current.get())),
    });
    store.load();
    address::follow(services);
    follow_shortcuts(services);
    presence::on_return(move || services.person_returned());
    fetch_when_idle(parts.all(), Memo::new(move |_| store.has_loaded()));
    view! {
        <div class=move || services.column.get().class()>
            <Header />
            <Columns />
        </div>
        <Dialogs />
        <PrintSheet />
    }
}
