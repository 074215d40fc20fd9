//! Which connection the right column shows.

use leptos::prelude::*;
use testio_connection::{
    domain::{connection::Connection, filter::ListFilter, ids::ConnectionId},
    state::{load::Load, navigation::Navigation, open_row, opening::Opening, store::Store},
};

use super::server::{Server, connection_from, runtime, settle};

const PROJECT: &str = include_str!("../fixtures/connection-project.json");

struct Page {
    _owner: Owner,
    server: Server,
    store: Store,
    navigation: Navigation,
    opening: Opening,
}

fn page() -> Page {
    let owner = runtime();
    let server = Server::default();
    let store = Store::new(server.client());
    let navigation = Navigation::new(ConnectionId::new("42"));
    let opening = Opening::new(store, navigation);
    settle();
    Page {
        _owner: owner,
        server,
        store,
        navigation,
        opening,
    }
}

fn added() -> Connection {
    let json = PROJECT.replace("\"id\": \"42\"", "\"id\": \"43\"");
    connection_from(&json)
}

/// Adding a connection beside unsaved input used to close the pane that had it, and it stayed empty for ever.
#[test]
fn what_was_just_added_does_not_close_what_is_open() {
    let page = page();
    page.server.next().json(200, PROJECT);
    page.navigation.guard(Signal::stored(true));
    page.opening.remember(added());
    page.navigation.go(ConnectionId::new("43"));
    settle();
    assert_eq!(
        page.opening.state.get_untracked(),
        (ConnectionId::new("42"), Load::Ready(()))
    );
    page.navigation.discard();
    settle();
    assert_eq!(
        page.opening.state.get_untracked(),
        (ConnectionId::new("43"), Load::Ready(()))
    );
    assert_eq!(page.server.open(), 0, "it is known already");
}

/// A connection that no row shows, as under a filter, used to come back as it was when it was first read.
#[test]
fn a_connection_that_is_opened_again_is_read_again() {
    let page = page();
    page.server.next().json(200, PROJECT);
    page.navigation.go(ConnectionId::global());
    settle();
    page.navigation.go(ConnectionId::new("42"));
    assert_eq!(page.server.next().path, "/connections/42");
}

#[test]
fn what_could_not_be_opened_is_read_again_on_request() {
    let page = page();
    let id = ConnectionId::new("42");
    page.server.next().json(503, "{}");
    assert!(matches!(page.opening.state.get_untracked(), (_, Load::Failed(_))));
    assert_eq!(page.opening.shown(&id), None);
    page.opening.retry();
    assert_eq!(page.opening.state.get_untracked(), (id.clone(), Load::Loading));
    page.server.next().json(200, PROJECT);
    assert_eq!(page.opening.state.get_untracked(), (id.clone(), Load::Ready(())));
    assert_eq!(page.opening.shown(&id).unwrap().id, id);
    assert_eq!(page.opening.shown(&ConnectionId::new("43")), None);
    page.opening.retry();
    assert_eq!(page.server.open(), 0, "nothing has failed any more");
}

/// After an outage one Retry used to load the figures alone, beside two old errors.
#[test]
fn one_retry_asks_for_whatever_has_failed() {
    let page = page();
    page.store.load();
    while page.server.open() > 0 {
        page.server.next().json(503, "{}");
    }
    page.opening.retry();
    let mut paths: Vec<_> = (0..page.server.open()).map(|_| page.server.next().path).collect();
    paths.sort();
    assert_eq!(
        paths,
        [
            "/connections/42",
            "/connections/global",
            "/connections/summary",
            "/connections?startAt=0&maxResults=50"
        ]
    );
}

#[test]
fn one_retry_leaves_alone_what_is_there() {
    let page = page();
    page.server.next().json(200, PROJECT);
    page.store.load_summary();
    page.server.next().json(503, "{}");
    page.opening.retry();
    assert_eq!(page.server.next().path, "/connections/summary");
    assert_eq!(page.server.open(), 0);
}

#[test]
fn an_answer_about_a_connection_that_was_left_is_dropped() {
    let page = page();
    let late = page.server.next();
    page.navigation.go(ConnectionId::new("43"));
    settle();
    assert!(late.cancel.is_cancelled());
    late.json(200, PROJECT);
    assert_eq!(
        page.opening.state.get_untracked(),
        (ConnectionId::new("43"), Load::Loading)
    );
}

/// A link to a connection used to have it read twice.
#[test]
fn what_was_read_is_shown_rather_than_its_row_unless_the_row_is_of_another_version() {
    let page = page();
    let id = ConnectionId::new("42");
    page.server.next().json(200, PROJECT);
    let rows = |row: &str| {
        page.store.list.reload();
        settle();
        let body = [
            r#"{"startAt":0,"maxResults":50,"total":1,"isLast":true,"values":["#,
            row,
            "]}",
        ]
        .concat();
        page.server.next().json(200, &body);
        page.opening.shown(&id).unwrap()
    };
    let older_name = PROJECT.replace("Smoke testing", "Smoke");
    assert_eq!(rows(&older_name), connection_from(PROJECT));
    assert!(page.opening.is_fresh(&id));
    let newer = rows(&PROJECT.replace("\"version\": 7", "\"version\": 8"));
    assert_eq!(newer.version, 8);
}

/// A row may be as old as the list, so it is read again when it is opened; what was read or added just now is not.
#[test]
fn only_a_row_of_the_list_is_read_again_when_it_is_opened() {
    let page = page();
    page.server.next().json(200, PROJECT);
    let row = PROJECT.replace("\"id\": \"42\"", "\"id\": \"44\"");
    let body = format!(r#"{{"startAt":0,"maxResults":50,"total":1,"isLast":true,"values":[{row}]}}"#);
    page.store.list.reload();
    page.server.next().json(200, &body);
    page.opening.remember(added());
    for (id, is_fresh) in [("43", true), ("44", false), ("global", true)] {
        let id = ConnectionId::new(id);
        page.navigation.go(id.clone());
        settle();
        assert_eq!(page.opening.is_fresh(&id), is_fresh, "{id:?}");
    }
}

/// A filter may leave out what is open: whoever filters is not led away from what was found.
#[test]
fn the_row_of_what_is_open_is_looked_for_in_the_whole_list_alone() {
    let page = page();
    page.server.next().json(200, PROJECT);
    open_row::find(page.store, page.navigation, page.opening);
    let other = PROJECT.replace("\"id\": \"42\"", "\"id\": \"44\"");
    let body = format!(r#"{{"startAt":0,"maxResults":50,"total":1,"isLast":true,"values":[{other}]}}"#);
    page.store.list.reload();
    page.server.next().json(200, &body);
    settle();
    let sought = page.server.next();
    assert!(sought.path.ends_with("&containing=42"), "{}", sought.path);
    sought.json(200, &body);
    page.store.list.ask(ListFilter {
        query: "shop".into(),
        ..ListFilter::default()
    });
    settle();
    page.server.next().json(200, &body);
    settle();
    assert_eq!(page.server.open(), 0);
}

/// Global has a place of its own above the list.
#[test]
fn the_row_of_global_is_not_looked_for() {
    let page = page();
    page.server.next().json(200, PROJECT);
    page.store.load_global();
    page.server
        .next()
        .json(200, include_str!("../fixtures/connection-global-inactive.json"));
    page.navigation.go(ConnectionId::global());
    settle();
    assert_eq!(
        page.opening.state.get_untracked(),
        (ConnectionId::global(), Load::Ready(()))
    );
    open_row::find(page.store, page.navigation, page.opening);
    let body = format!(r#"{{"startAt":0,"maxResults":50,"total":1,"isLast":true,"values":[{PROJECT}]}}"#);
    page.store.list.reload();
    page.server.next().json(200, &body);
    settle();
    assert_eq!(page.server.open(), 0);
}
