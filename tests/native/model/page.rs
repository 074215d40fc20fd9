//! The page without its views: the same parts, wired as `src/pages/connection` wires them.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use testio_connection::{
    domain::{
        connection::Connection,
        failure::Failure,
        ids::{ConnectionId, ProjectId},
        project::PickableProject,
    },
    state::{
        add::{Add, Adding, project_search},
        known_accounts::KnownAccounts,
        load::Load,
        lookup::Lookup,
        navigation::Navigation,
        open_row,
        opening::Opening,
        paged_query::PagedQuery,
        store::Store,
        test_all::TestAll,
    },
};

use super::{
    dialogs::{First, Then},
    pane::Pane,
    tools::{Opened, Tool},
    wire::Wire,
};
use crate::server::render_effect;

/// What the right column shows.
#[derive(Clone)]
pub enum Shown {
    Waiting,
    NotLoaded,
    /// The connection does not exist.
    Gone,
    Pane(Box<Pane>),
}

/// The page.
pub struct Page {
    owner: Owner,
    pub wire: Wire,
    pub store: Store,
    pub navigation: Navigation,
    pub opening: Opening,
    pub returned: RwSignal<()>,
    pub adding: RwSignal<bool>,
    pub add: Add,
    pub chosen: RwSignal<Option<ProjectId>>,
    pub lookup: Lookup,
    pub looking_up: RwSignal<bool>,
    pub first: Rc<First>,
    pub tool: RwSignal<Option<Tool>>,
    /// The connection whose key is to be replaced everywhere, once it is open.
    pub replacing: RwSignal<Option<ConnectionId>>,
    pub test_all: TestAll,
    shown: Rc<RefCell<Shown>>,
    picker: Rc<RefCell<Option<PagedQuery<String, PickableProject>>>>,
    pub opened: Rc<RefCell<Option<Opened>>>,
}

impl Page {
    /// Opens the page; its first requests are on their way.
    pub fn open(wire: Wire) -> Self {
        let owner = crate::server::runtime();
        let store = Store::new(wire.client());
        let navigation = Navigation::new(ConnectionId::global());
        let opening = Opening::new(store, navigation);
        let adding = RwSignal::new(false);
        let chosen = RwSignal::new(None);
        let first = Rc::<First>::default();
        let add = adder(
            &wire,
            (store, navigation, opening),
            (adding, chosen),
            first.clone(),
        );
        let opened_anew = first.clone();
        Effect::new(move |_| {
            if adding.get() {
                chosen.set(None);
                opened_anew.begin();
                add.progress.set(Adding::Idle);
            }
        });
        let returned = RwSignal::new(());
        let page = Self {
            owner,
            store,
            navigation,
            opening,
            returned,
            adding,
            add,
            chosen,
            lookup: Lookup::new(store),
            looking_up: RwSignal::new(false),
            first,
            tool: RwSignal::new(None),
            replacing: RwSignal::new(None),
            test_all: TestAll::new(store, Callback::new(move |()| returned.set(()))),
            opened: Rc::default(),
            shown: Rc::new(RefCell::new(Shown::Waiting)),
            picker: Rc::default(),
            wire,
        };
        page.mount_pane();
        page.mount_picker();
        page.mount_tools();
        open_row::find(store, navigation, page.opening);
        store.load();
        page
    }

    /// The right column: it is built anew whenever something else is to be shown.
    fn mount_pane(&self) {
        let (store, navigation, opening, returned) =
            (self.store, self.navigation, self.opening, self.returned);
        let (shown, wire, replacing) = (self.shown.clone(), self.wire.clone(), self.replacing);
        render_effect(move || {
            let content = match opening.state.get() {
                (_, Load::Loading) => Shown::Waiting,
                (_, Load::Failed(Failure::ConnectionGone)) => Shown::Gone,
                (_, Load::Failed(_)) => Shown::NotLoaded,
                (id, Load::Ready(())) => match opening.shown(&id) {
                    Some(known) => Shown::Pane(Box::new(Pane::open(
                        store,
                        navigation,
                        (returned, opening, replacing),
                        known,
                        &wire,
                    ))),
                    None => Shown::Waiting,
                },
            };
            shown.replace(content);
        });
    }

    /// The body of the dialog is there while the dialog is open.
    fn mount_picker(&self) {
        let (store, adding, picker) = (self.store, self.adding, self.picker.clone());
        let first = self.first.clone();
        render_effect(move || {
            let search = adding.get().then(|| project_search(store));
            if let Some(search) = search {
                search.reload();
            }
            picker.replace(search);
            first.accounts.replace(search.map(|_| KnownAccounts::read(store)));
        });
    }

    /// What the right column shows.
    pub fn shown(&self) -> Shown {
        self.shown.borrow().clone()
    }

    /// The open connection, if one can be shown.
    pub fn pane(&self) -> Option<Pane> {
        match &*self.shown.borrow() {
            Shown::Pane(pane) => Some(Pane::clone(pane)),
            _ => None,
        }
    }

    pub fn picker(&self) -> Option<PagedQuery<String, PickableProject>> {
        *self.picker.borrow()
    }

    /// The person is back at the window, perhaps after so long that others may have changed things.
    pub fn person_returned(&self, after_a_while: bool) {
        self.store.recovery.person_returned();
        if after_a_while {
            self.store.catch_up();
            self.returned.set(());
        }
    }

    /// Leaves the page.
    pub fn close(self) {
        self.store.recovery.give_up();
        self.owner.cleanup();
    }
}

fn adder(
    wire: &Wire,
    (store, navigation, opening): (Store, Navigation, Opening),
    (adding, chosen): (RwSignal<bool>, RwSignal<Option<ProjectId>>),
    first: Rc<First>,
) -> Add {
    let show = move |added: Connection| {
        let id = added.id.clone();
        opening.remember(added);
        adding.set(false);
        navigation.go(id);
    };
    // What is called back may come from anywhere, but the wire and the dialog are here.
    let kept = StoredValue::new_local((wire.clone(), first));
    let on_added = Callback::new(move |added: Connection| {
        let (wire, first) = kept.get_value();
        first.check(&wire, &added);
        if first.then.get() == Then::Another {
            opening.remember(added.clone());
            chosen.set(None);
            first.go_on_with(&added.id);
        } else {
            show(added);
        }
    });
    Add::new(store, on_added, Callback::new(show))
}
