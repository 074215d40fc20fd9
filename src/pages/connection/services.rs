//! What the parts of the page share.

use leptos::prelude::expect_context;

use crate::{
    domain::{ids::ConnectionId, route},
    host::context::Host,
    reactive::RwSignal,
    state::{
        navigation::{Move, Navigation},
        opening::Opening,
        store::Store,
    },
};

/// Which of the two columns a narrow screen shows. A wide one shows both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// All connections.
    List,
    /// The open one.
    Detail,
}

/// Where the focus goes once the detail pane has something to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusWish {
    /// Nowhere: it stays where it is.
    None,
    /// Into the key field.
    Key,
    /// On the pane's heading.
    Heading,
}

/// The page's shared state. It lives as long as the page.
pub struct Services {
    /// The server's answers.
    pub store: &'static Store,
    /// What is open.
    pub navigation: Navigation,
    /// How it is got hold of.
    pub opening: Opening,
    /// What a narrow screen shows.
    pub column: RwSignal<Column>,
    /// Where the focus goes next.
    pub focus: RwSignal<FocusWish>,
    /// Whether the dialog that adds a connection is open.
    pub adding: RwSignal<bool>,
    /// Whether the dialog that looks a project up is open.
    pub looking_up: RwSignal<bool>,
    /// Where this deployment's parts are.
    pub host: Host,
}

impl Services {
    /// Starts where the address says.
    pub fn new(store: &'static Store, host: Host, fragment: &str) -> &'static Self {
        let start = route::connection_of(fragment);
        let column = if start.is_global() {
            Column::List
        } else {
            Column::Detail
        };
        let navigation = Navigation::new(start);
        Box::leak(Box::new(Self {
            store,
            navigation,
            opening: Opening::new(store, navigation),
            column: RwSignal::new(column),
            focus: RwSignal::new(FocusWish::None),
            adding: RwSignal::new(false),
            looking_up: RwSignal::new(false),
            host,
        }))
    }

    /// Opens a connection, unless unsaved input is asked about first.
    pub fn open(&'static self, id: ConnectionId, focus: FocusWish) {
        self.focus.set(focus);
        if self.navigation.go(id) == Move::Done {
            self.column.set(Column::Detail);
        }
    }

    /// Why nothing can be changed, if the person lacks the right.
    pub fn read_only_reason(&'static self, reason: &'static str) -> Option<String> {
        (!self.store.can_manage.get()).then(|| reason.to_owned())
    }
}

/// The page's shared state. [`super::ConnectionPage`] provides it.
pub fn use_services() -> &'static Services {
    expect_context()
}
