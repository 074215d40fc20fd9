//! What the server last said: what is shown while it is asked again, and which word wins.

use leptos::prelude::*;
use testio_connection::{
    domain::{connection::Connection, failure::Failure, ids::ConnectionId, summary::Fallback},
    state::{load::Load, store::Store},
};

use super::server::{Server, connection_from, runtime};

const GLOBAL: &str = include_str!("../fixtures/connection-global-inactive.json");
const PROJECT: &str = include_str!("../fixtures/connection-project.json");
const SUMMARY: &str = include_str!("../fixtures/summary.json");

fn store() -> (Owner, Server, Store) {
    let owner = runtime();
    let server = Server::default();
    let store = Store::new(server.client());
    (owner, server, store)
}

/// The paths of everything that is asked now, sorted.
fn asked(server: &Server) -> Vec<String> {
    let open = server.open();
    let mut paths: Vec<_> = (0..open).map(|_| server.next().path).collect();
    paths.sort();
    paths
}

/// The list, with this as its only row.
fn load_list(server: &Server, store: Store, row: &str) {
    store.list.reload();
    let page = format!(r#"{{"startAt":0,"maxResults":50,"total":1,"isLast":true,"values":[{row}]}}"#);
    server.next().json(200, &page);
}

fn project(version: u32, label: &str) -> Connection {
    let json = PROJECT
        .replace("\"version\": 7", &format!("\"version\": {version}"))
        .replace("ACME US", label);
    connection_from(&json)
}

fn label_of_the_row(store: Store) -> Option<String> {
    let row = store.known(&ConnectionId::new("42"))?;
    Some(row.label().to_owned())
}

#[test]
fn the_page_asks_for_everything_at_once_and_again_after_a_while() {
    let (_owner, server, store) = store();
    let everything = [
        "/connections/global",
        "/connections/summary",
        "/connections?startAt=0&maxResults=50",
    ];
    store.load();
    assert_eq!(asked(&server), everything);
    store.catch_up();
    assert_eq!(asked(&server), everything);
    store.refresh();
    assert_eq!(
        asked(&server),
        everything[1..],
        "a change of rows is none of Global"
    );
}

#[test]
fn what_is_known_stays_while_it_is_read_again_even_if_that_fails() {
    let (_owner, server, store) = store();
    store.load_global();
    server.next().json(200, GLOBAL);
    store.load_summary();
    server.next().json(200, SUMMARY);
    let (global, summary) = (store.global.get_untracked(), store.summary.get_untracked());
    assert!(global.ready().is_some() && summary.ready().is_some());
    store.load_global();
    store.load_summary();
    for _ in 0..2 {
        assert_eq!(store.global.get_untracked(), global);
        assert_eq!(store.summary.get_untracked(), summary);
        server.next().json(503, "{}");
    }
    assert_eq!(store.global.get_untracked(), global);
    assert_eq!(store.summary.get_untracked(), summary);
}

#[test]
fn what_could_not_be_had_is_said_until_it_is_asked_for_again() {
    let (_owner, server, store) = store();
    store.load_global();
    store.load_summary();
    let forbidden = r#"{"code":"FORBIDDEN"}"#;
    server.next().json(403, forbidden);
    server.next().json(403, forbidden);
    assert_eq!(store.global.get_untracked(), Load::Failed(Failure::Forbidden));
    assert_eq!(store.summary.get_untracked(), Load::Failed(Failure::Forbidden));
    store.load_global();
    store.load_summary();
    assert_eq!(store.global.get_untracked(), Load::Loading);
    assert_eq!(store.summary.get_untracked(), Load::Loading);
}

/// The later parts of the page are fetched from then on: before, they would stand in the way of what is shown first.
#[test]
fn the_page_has_loaded_once_all_that_it_shows_first_is_there_or_failed() {
    const PAGE: &str = r#"{"startAt":0,"maxResults":50,"total":0,"isLast":true,"values":[]}"#;
    for status in [200, 503] {
        for last in 0..3 {
            let (_owner, server, store) = store();
            store.load();
            let mut requests: Vec<_> = (0..server.open()).map(|_| server.next()).collect();
            let slowest = requests.remove(last);
            requests.push(slowest);
            for request in requests {
                assert!(!store.has_loaded(), "{} is not there", request.path);
                let body = match request.path.as_str() {
                    "/connections/global" => GLOBAL,
                    "/connections/summary" => SUMMARY,
                    _ => PAGE,
                };
                request.json(status, body);
            }
            assert!(store.has_loaded(), "{status}");
        }
    }
}

/// The counts moved to the side when Global's status came before them.
#[test]
fn figures_wait_for_global_or_its_failure_and_for_the_summary() {
    let counted = |global: Option<u16>, summary: Option<u16>| {
        let (_owner, server, store) = store();
        store.load_global();
        store.load_summary();
        let [of_global, of_summary] = [server.next(), server.next()];
        if let Some(status) = global {
            of_global.json(status, GLOBAL);
        }
        if let Some(status) = summary {
            of_summary.json(status, SUMMARY);
        }
        store.has_figures()
    };
    assert!(!counted(None, None));
    assert!(!counted(None, Some(200)));
    assert!(!counted(Some(200), None));
    assert!(!counted(Some(200), Some(503)));
    assert!(counted(Some(200), Some(200)));
    assert!(
        counted(Some(503), Some(200)),
        "there is nothing of Global to wait for"
    );
}

/// Names come from Jira, where a person is renamed without a new version of any connection.
#[test]
fn a_new_name_is_taken_in_without_a_new_version() {
    let (_owner, server, store) = store();
    let named = |name| {
        GLOBAL.replace(
            "\"updatedBy\": null",
            &format!(r#""updatedBy": {{"displayName":"{name}"}}"#),
        )
    };
    for name in ["Ana Admin", "Ana Newly-Wed"] {
        store.load_global();
        server.next().json(200, &named(name));
        let shown = store.known(&ConnectionId::global()).unwrap();
        assert_eq!(shown.updated_by.as_deref(), Some(name));
    }
}

#[test]
fn of_two_words_on_a_row_the_newer_one_wins() {
    let (_owner, server, store) = store();
    load_list(&server, store, PROJECT);
    store.accept(&project(8, "Newer"));
    assert_eq!(label_of_the_row(store).as_deref(), Some("Newer"));
    store.accept(&project(7, "ACME US"));
    assert_eq!(label_of_the_row(store).as_deref(), Some("Newer"));
    assert_eq!(server.open(), 0, "the list need not be asked for that");
}

#[test]
fn a_word_on_one_connection_leaves_the_rows_of_the_others() {
    let (_owner, server, store) = store();
    load_list(&server, store, PROJECT);
    let mut other = project(9, "Other");
    other.id = ConnectionId::new("43");
    store.accept(&other);
    assert_eq!(label_of_the_row(store).as_deref(), Some("ACME US"));
    assert_eq!(store.known(&ConnectionId::new("43")), None);
    assert_eq!(store.known(&ConnectionId::global()), None);
}

#[test]
fn only_who_is_known_to_lack_the_right_can_not_manage() {
    let (_owner, server, store) = store();
    assert!(store.can_manage.get_untracked(), "nobody knows yet");
    for (may, permissions) in [(true, "true"), (false, "false")] {
        store.load_summary();
        let summary = SUMMARY.replace("\"manage\": true", &format!("\"manage\": {permissions}"));
        server.next().json(200, &summary);
        assert_eq!(store.can_manage.get_untracked(), may);
    }
}

#[test]
fn a_project_falls_back_on_what_global_is_known_to_be() {
    let (_owner, server, store) = store();
    assert_eq!(store.fallback(), Fallback::Unknown);
    let active = GLOBAL.replace("\"active\": false", "\"active\": true");
    for (body, fallback) in [(GLOBAL, Fallback::None), (active.as_str(), Fallback::Global)] {
        store.load_global();
        server.next().json(200, body);
        assert_eq!(store.fallback(), fallback);
    }
}

/// The question before a connection is deleted said what Global was when it was asked.
#[test]
fn what_a_project_falls_back_on_follows_global() {
    let (_owner, server, store) = store();
    let fallback = Memo::new(move |_| store.fallback());
    assert_eq!(fallback.get_untracked(), Fallback::Unknown);
    store.load_global();
    server.next().json(200, GLOBAL);
    assert_eq!(fallback.get_untracked(), Fallback::None);
}
