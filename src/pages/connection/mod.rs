//! The Connection page: all connections on the left, the open one on the right.

mod address;
mod columns;
mod detail;
mod dialogs;
mod header;
mod help;
mod list;
pub mod parts;
mod services;

use leptos::prelude::*;

use self::{
    columns::Columns,
    dialogs::{
        accounts::AccountsDialog,
        add::AddDialog,
        lookup::LookupDialog,
        shortcuts::{ShortcutsDialog, follow_shortcuts},
        test_all::TestAllDialog,
        unsaved::UnsavedDialog,
    },
    header::{Header, tools::print::PrintSheet},
    services::Services,
};
use crate::{
    host::{attention, context::Host, location},
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
    provide_context(services);
    store.load();
    address::follow(services);
    follow_shortcuts(services);
    attention::on_return(move || services.person_returned());
    view! {
        <div class=move || services.column.get().class()>
            <Header />
            <Columns />
        </div>
        <AccountsDialog />
        <AddDialog />
        <LookupDialog />
        <ShortcutsDialog />
        <TestAllDialog />
        <UnsavedDialog />
        <PrintSheet />
    }
}
