//! The Connection page: all connections on the left, the open one on the right.

mod accounts;
mod add_dialog;
mod all_at_once;
mod columns;
mod copy_details;
mod detail;
mod export;
mod filter;
mod form;
mod global_switch;
mod header;
mod help;
mod jira_page;
mod key_section;
mod lookup_dialog;
mod menu;
mod new_tab;
mod open;
mod outcome;
mod pane;
mod print;
mod products;
mod project_list;
mod project_picker;
mod recovery_banner;
mod removal;
mod row;
mod services;
mod shortcuts;
mod sidebar;
mod status;
mod test_all;
mod unsaved_dialog;

use leptos::prelude::provide_context;

use self::{
    accounts::accounts_dialog,
    add_dialog::add_dialog,
    columns::columns,
    lookup_dialog::lookup_dialog,
    print::print_sheet,
    services::{Column, Services},
    shortcuts::{follow_shortcuts, shortcuts_dialog},
    test_all::test_all_dialog,
    unsaved_dialog::unsaved_dialog,
};
use crate::{
    domain::route,
    host::{attention, context::Host, location},
    reactive::{Callback, watch},
    state::{navigation::Move, store::Store},
    view::{Child as _, View, fragment},
};

/// The page, over a store that it fills.
pub fn connection_page(store: &'static Store, host: Host) -> View {
    let services = Services::new(store, host, &location::fragment());
    provide_context(services);
    store.load();
    follow_the_address(services);
    follow_shortcuts(services);
    attention::on_return(|| services.person_returned());
    fragment([
        columns(services).into(),
        accounts_dialog().into_view(),
        add_dialog().into_view(),
        lookup_dialog().into_view(),
        shortcuts_dialog().into_view(),
        test_all_dialog().into_view(),
        unsaved_dialog().into_view(),
        print_sheet(),
    ])
}

/// Keeps the address and the open connection in step, both ways.
fn follow_the_address(services: &'static Services) {
    let navigation = services.navigation;
    location::replace(&route::fragment_of(&navigation.current.get_untracked()));
    watch(navigation.current.into(), |current| {
        location::push(&route::fragment_of(&current))
    });
    location::on_change(Callback::new(move |fragment: String| {
        let id = route::connection_of(&fragment);
        let column = Column::at(&id);
        match navigation.go(id) {
            Move::Done => services.column.set(column),
            // The browser has moved already; the address follows the answer to the question.
            Move::Asked => location::push(&route::fragment_of(&navigation.current.get_untracked())),
        }
    }));
    location::guard(navigation.unsaved.into());
    location::on_leaving(Callback::new(move |()| services.person_leaves()));
}
