//! What the parts of the page share.

use js_sys::Date;
use leptos::{html, prelude::*};
use web_sys::HtmlElement;

use crate::{
    components::{dom::focus_if_connected, subscription},
    domain::{
        connection::Connection,
        filter::{ListFilter, StatusFilter},
        ids::ConnectionId,
        project::ProjectName,
        route,
    },
    host::context::Host,
    state::{
        navigation::{Move, Navigation},
        opening::Opening,
        store::Store,
    },
};

/// After how long the page asks what others have changed, in milliseconds. Going to and fro asks nothing.
const CATCH_UP_AFTER_MS: f64 = 15_000.0;

/// Which of the two columns a narrow screen shows. A wide one shows both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// All connections.
    List,
    /// The open one.
    Detail,
}

impl Column {
    /// The one that an address asks for. That of the Global connection is where the page starts.
    pub fn at(id: &ConnectionId) -> Self {
        if id.is_global() { Self::List } else { Self::Detail }
    }

    /// The class of the page that shows it.
    pub const fn class(self) -> &'static str {
        match self {
            Self::List => "tio-page",
            Self::Detail => "tio-page tio-page--detail",
        }
    }
}

/// What of the detail pane takes the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The key field.
    Key,
    /// The pane's heading.
    Heading,
}

impl FocusTarget {
    /// What of a connection there is to be done next: to enter its key, if it has none.
    pub fn in_connection(connection: &Connection) -> Self {
        match connection.key {
            Some(_) => Self::Heading,
            None => Self::Key,
        }
    }
}

/// Where the focus goes once the detail pane shows the connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusWish {
    connection: ConnectionId,
    target: FocusTarget,
}

/// What the dialog that adds a connection is open for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddFor {
    /// A project that is still to be chosen.
    AnyProject,
    /// This one, unless another is chosen.
    Project(ProjectName),
}

/// Something of the page's menu that has a dialog of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Tests them.
    TestAll,
    /// Shows the Test IO accounts that they lead to.
    Accounts,
    /// Deletes those of archived and deleted projects.
    Archived,
    /// Shows which keys do what.
    Shortcuts,
}

/// The connections on paper.
#[derive(Clone)]
pub enum Printed {
    /// All of them, as a person asked for them in the page's menu.
    All(Vec<Connection>),
    /// Those at hand when the browser printed the window, which waits for nobody.
    AtHand(Vec<Connection>),
}

/// The page's shared state. It lives as long as the page.
#[derive(Clone, Copy)]
pub struct Services {
    /// The server's answers.
    pub store: Store,
    /// What is open.
    pub navigation: Navigation,
    /// How it is got hold of.
    pub opening: Opening,
    /// Whether the first connection that needs attention is to be opened, once the list of them is there.
    pub walk_begins: RwSignal<bool>,
    /// What a narrow screen shows.
    pub column: RwSignal<Column>,
    /// The connection whose key is to be replaced in all that hold it, once it is open.
    pub replacing: RwSignal<Option<ConnectionId>>,
    /// Where the focus goes next. It stays where it is without that.
    focus: RwSignal<Option<FocusWish>>,
    /// What the dialog that adds a connection is open for, while it is.
    pub adding: RwSignal<Option<AddFor>>,
    /// Whether the dialog that looks a project up is open.
    pub looking_up: RwSignal<bool>,
    /// Which dialog of the page's menu is open.
    pub tool: RwSignal<Option<Tool>>,
    /// Whether the report of a test of many connections is kept while those are looked after.
    pub report_kept: RwSignal<bool>,
    /// What is being printed.
    pub printed: RwSignal<Option<Printed>>,
    /// The field of the list's filter that takes words, while there is one. What is filtered by is `store.list.query`.
    pub filter_input: NodeRef<html::Input>,
    /// Notifies when the person has come back after a while: others may have changed things meanwhile.
    pub returned: RwSignal<()>,
    /// When the page was last in step with the server, in milliseconds of the browser's clock.
    in_step: StoredValue<f64>,
    /// Notifies when the browser leaves the page.
    pub leaving: RwSignal<()>,
    /// Where this deployment's parts are.
    pub host: StoredValue<Host>,
}

impl Services {
    /// Starts where the address says.
    pub fn new(store: Store, host: Host, fragment: &str) -> Self {
        let start = route::connection_of(fragment);
        let column = Column::at(&start);
        let navigation = Navigation::new(start);
        Self {
            store,
            navigation,
            opening: Opening::new(store, navigation),
            walk_begins: RwSignal::new(false),
            column: RwSignal::new(column),
            replacing: RwSignal::new(None),
            focus: RwSignal::new(None),
            adding: RwSignal::new(None),
            looking_up: RwSignal::new(false),
            tool: RwSignal::new(None),
            report_kept: RwSignal::new(false),
            printed: RwSignal::new(None),
            filter_input: NodeRef::new(),
            returned: RwSignal::new(()),
            in_step: StoredValue::new(Date::now()),
            leaving: RwSignal::new(()),
            host: StoredValue::new(host),
        }
    }

    /// The address of a connection for whoever opens it in a tab of its own: the admin page's, which has Jira around it.
    pub fn address_of(self, id: &ConnectionId) -> String {
        self.host
            .with_value(|host| [host.connection_url.as_str(), &route::fragment_of(id)].concat())
    }

    /// Opens a connection, unless unsaved input is asked about first, and moves the focus there if it has a target.
    pub fn open(self, id: ConnectionId, focus: Option<FocusTarget>) {
        if self.navigation.go(id.clone()) == Move::Done {
            self.column.set(Column::Detail);
        }
        self.focus.set(focus.map(|target| FocusWish {
            connection: id,
            target,
        }));
    }

    /// Moves the focus to something of a connection once that is shown, which may be so already.
    pub fn wish_focus(self, connection: ConnectionId, target: FocusTarget) {
        self.focus.set(Some(FocusWish { connection, target }));
    }

    /// Leaves the focus where it is.
    pub fn forget_focus(self) {
        self.focus.set(None);
    }

    /// Moves the focus to the `target` of the connection that is shown, now or whenever that is wished.
    pub fn grant_focus(self, target: FocusTarget, connection: &ConnectionId, element: &HtmlElement) {
        subscription::end_on_cleanup();
        let is_wished = self.focus.with(|wish| {
            wish.as_ref()
                .is_some_and(|wish| wish.target == target && wish.connection == *connection)
        });
        if is_wished && focus_if_connected(element) {
            self.focus.set(None);
        }
    }

    /// Whether the list is of those that need attention, so that the page leads from one to the next.
    pub fn walks(self) -> bool {
        subscription::end_on_cleanup();
        let needs_attention = |filter: &ListFilter| filter.status == StatusFilter::NeedsAttention;
        self.store.list.query.with(needs_attention)
    }

    /// Opens a connection to replace its key in all that hold the same one.
    pub fn replace_everywhere(self, id: ConnectionId) {
        self.open(id.clone(), Some(FocusTarget::Key));
        self.replacing.set(Some(id));
    }

    /// Lists those that need attention, and opens the first of them.
    pub fn begin_walk(self) {
        self.walk_begins.set(true);
        let needs_attention = ListFilter::by_status(StatusFilter::NeedsAttention);
        self.store.list.ask(needs_attention);
    }

    /// The person is back: what waited for that goes on, and what others have changed meanwhile is shown. Nothing that
    /// was typed is touched.
    pub fn person_returned(self) {
        self.store.recovery.person_returned();
        let now = Date::now();
        if now - self.in_step.get_value() >= CATCH_UP_AFTER_MS {
            self.in_step.set_value(now);
            self.store.catch_up();
            self.returned.set(());
        }
    }

    /// The browser leaves the page, which it may keep as it is to come back to: no key may stay in it, neither in its
    /// field nor in a request that waits to be sent again.
    pub fn person_leaves(self) {
        self.leaving.set(());
        self.store.recovery.give_up();
    }

    /// Whether the person may change anything.
    pub fn can_manage(self) -> bool {
        subscription::end_on_cleanup();
        self.store.can_manage.get()
    }

    /// Why nothing can be changed, if the person lacks the right.
    pub fn read_only_reason(self, reason: &'static str) -> Option<String> {
        (!self.can_manage()).then(|| reason.to_owned())
    }
}

/// The page's shared state. [`super::ConnectionPage`] provides it.
pub fn use_services() -> Services {
    expect_context()
}
