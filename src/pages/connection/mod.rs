//! The Connection page: all connections on the left, the open one on the right.

mod add_dialog;
mod detail;
mod filter;
mod form;
mod global_switch;
mod header;
mod key_section;
mod lookup_dialog;
mod menu;
mod new_tab;
mod open;
mod outcome;
mod pane;
mod products;
mod project_list;
mod project_picker;
mod removal;
mod row;
mod services;
mod sidebar;
mod status;
mod unsaved_dialog;

use leptos::prelude::*;

use self::{
    add_dialog::AddDialog,
    header::Header,
    lookup_dialog::LookupDialog,
    pane::Pane,
    services::{Column, Services},
    sidebar::Sidebar,
    unsaved_dialog::UnsavedDialog,
};
use crate::{
    domain::route,
    host::{context::Host, location},
    i18n::use_i18n,
    state::{navigation::Move, store::Store},
};

/// The page, over a store that it fills.
#[component]
pub fn ConnectionPage(
    /// Where the server's answers are kept.
    store: Store,
    /// Where this deployment's parts are.
    host: Host,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = Services::new(store, host, &location::fragment());
    provide_context(services);
    store.load();
    follow_the_address(services);
    let class = move || match services.column.get() {
        Column::List => "tio-page",
        Column::Detail => "tio-page tio-page--detail",
    };
    view! {
        <div class=class>
            <Header />
            <nav class="tio-page__list" aria-label=i18n.list.navigation>
                <Sidebar />
            </nav>
            <main class="tio-page__detail">
                <Pane />
            </main>
        </div>
        <AddDialog />
        <LookupDialog />
        <UnsavedDialog />
    }
}

/// Keeps the address and the open connection in step, both ways.
fn follow_the_address(services: Services) {
    let navigation = services.navigation;
    location::replace(&route::fragment_of(&navigation.current.get_untracked()));
    Effect::watch(
        move || navigation.current.get(),
        move |current, _, _| location::push(&route::fragment_of(current)),
        false,
    );
    location::on_change(Callback::new(move |fragment: String| {
        if navigation.go(route::connection_of(&fragment)) == Move::Asked {
            // The browser has moved already; the address follows the answer to the question.
            location::push(&route::fragment_of(&navigation.current.get_untracked()));
        }
    }));
    location::guard(navigation.unsaved.into());
}
