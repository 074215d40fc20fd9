//! The way from one connection that needs attention to the next.

use leptos::prelude::*;

use super::super::services::{FocusTarget, Services, use_services};
use crate::{
    components::{
        button::{Appearance, Button},
        dom::focus_around,
        section_message::SectionMessage,
        subscription,
        tone::Tone,
    },
    domain::{
        attention::{self, is_needed},
        connection::Connection,
        filter::{ListFilter, StatusFilter},
        ids::ConnectionId,
    },
    i18n::{I18n, use_i18n, words},
    state::store::Rows,
};

/// Where the walk leads.
#[derive(Clone, PartialEq, Eq)]
enum Ahead {
    /// To this connection, of this name.
    Connection(ConnectionId, String),
    /// To one that has not been read yet.
    Further,
    /// Nowhere: all is well.
    End,
}

/// The connection that needs attention next, of those that have been read and are not passed over.
pub fn next(services: Services, is_passed_over: impl Fn(&Connection) -> bool) -> Option<Connection> {
    subscription::end_on_cleanup();
    let store = services.store;
    store.global.with(|global| {
        let rows = |rows: &Rows| attention::next(global.ready(), rows.loaded(), &is_passed_over).cloned();
        store.list.rows.with(rows)
    })
}

/// What is opened when a connection has been deleted: the next one that needs attention while those are listed, else the
/// Global (default) one.
pub fn after_deletion(services: Services, is_passed_over: impl Fn(&Connection) -> bool) -> ConnectionId {
    let next = untrack(|| next(services, is_passed_over).filter(|_| services.walks()));
    next.map_or_else(ConnectionId::global, |next| next.id)
}

fn ahead(i18n: I18n, services: Services, open: &ConnectionId) -> Ahead {
    match next(services, |other| other.id == *open) {
        Some(next) => Ahead::Connection(next.id.clone(), words::name(i18n, &next)),
        None if services.store.list.rows.with(|rows| rows.all().is_none()) => Ahead::Further,
        None => Ahead::End,
    }
}

/// What leads on from a connection that needs no attention any more, while those that do are listed.
#[component]
pub fn WalkOn(
    /// The server's last word on the open connection.
    connection: Memo<Connection>,
) -> impl IntoView {
    let services = use_services();
    let walks = Memo::new(move |_| services.walks());
    view! {
        <Show when=move || walks.get()>
            <Way connection />
        </Show>
    }
}

#[component]
fn Way(
    /// The server's last word on the open connection.
    connection: Memo<Connection>,
) -> impl IntoView {
    let i18n = use_i18n();
    let services = use_services();
    let ahead = Memo::new(move |_| {
        let is_mended = |connection: &Connection| !is_needed(connection.status);
        let id = connection.with(|connection| is_mended(connection).then(|| connection.id.clone()))?;
        Some(ahead(i18n, services, &id))
    });
    let on = move || match ahead.get()? {
        Ahead::Connection(id, name) => {
            let open = move |()| services.open(id.clone(), Some(FocusTarget::Heading));
            Some(view! { <On label=i18n.overview.next.with(&name) on_click=open /> }.into_any())
        }
        Ahead::Further => {
            let open = move |()| services.begin_walk();
            Some(view! { <On label=i18n.overview.further.to_owned() on_click=open /> }.into_any())
        }
        Ahead::End => None,
    };
    let end = move || (ahead.get() == Some(Ahead::End)).then(|| view! { <WalkEnd /> });
    view! {
        <div class="tio-walk">
            {on} <div role="status">{end}</div>
        </div>
    }
}

#[component]
fn On(
    /// Where to.
    label: String,
    /// Goes there.
    #[prop(into)]
    on_click: Callback<()>,
) -> impl IntoView {
    view! {
        <Button appearance=Appearance::Primary on_click>
            <bdi>{label}</bdi>
        </Button>
    }
}

/// Nothing is left to be looked at.
#[component]
fn WalkEnd() -> impl IntoView {
    let i18n = use_i18n();
    let list = use_services().store.list;
    let all = ListFilter::by_status(StatusFilter::NeedsAttention);
    let title = list.query.with_untracked(|filter| {
        if *filter == all {
            i18n.overview.all_well
        } else {
            i18n.overview.none_shown
        }
    });
    let show_all = move |()| {
        focus_around();
        list.ask(ListFilter::default());
    };
    view! {
        <SectionMessage
            tone=Tone::Success
            title
            actions=move || view! { <Button on_click=show_all>{i18n.overview.show_all}</Button> }
        />
    }
}
