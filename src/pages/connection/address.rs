//! Keeps the address and the open connection in step, both ways.

use leptos::prelude::*;

use super::services::{Column, Services};
use crate::{domain::route, host::location, state::navigation::Move};

/// Opens what the address names, and names what is open. Unsaved input is guarded on the way.
pub fn follow(services: Services) {
    let navigation = services.navigation;
    location::replace(&route::fragment_of(&navigation.current.get_untracked()));
    Effect::watch(
        move || navigation.current.get(),
        |current, _, _| location::push(&route::fragment_of(current)),
        false,
    );
    location::on_change(Callback::new(move |fragment: String| {
        let id = route::connection_of(&fragment);
        let column = Column::at(&id);
        services.forget_focus();
        match navigation.go(id) {
            Move::Done => services.column.set(column),
            // The browser has moved already; the address follows the answer to the question.
            Move::Asked => location::replace(&route::fragment_of(&navigation.current.get_untracked())),
        }
    }));
    location::guard(Signal::derive(move || navigation.is_unsaved()));
    location::on_leaving(Callback::new(move |()| services.person_leaves()));
}
