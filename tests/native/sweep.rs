//! Reading all connections at once, for one purpose.

use leptos::prelude::*;
use testio_connection::{
    domain::{connection::Connection, failure::Failure},
    state::{store::Store, sweep::Sweep},
};

use super::server::{Server, runtime};

const GLOBAL: &str = include_str!("../fixtures/connection-global-inactive.json");
const PROJECT: &str = include_str!("../fixtures/connection-project.json");

struct Page {
    _owner: Owner,
    server: Server,
    sweep: Sweep,
    read: RwSignal<Vec<Vec<Connection>>>,
    failed: RwSignal<Vec<Failure>>,
}

impl Page {
    fn new() -> Self {
        let owner = runtime();
        let server = Server::default();
        Self {
            _owner: owner,
            sweep: Sweep::new(Store::new(server.client())),
            server,
            read: RwSignal::new(Vec::new()),
            failed: RwSignal::new(Vec::new()),
        }
    }

    fn start(&self) {
        let (read, failed) = (self.read, self.failed);
        self.sweep.start(
            Callback::new(move |all| read.update(|read| read.push(all))),
            Callback::new(move |failure| failed.update(|failed| failed.push(failure))),
        );
    }

    /// Answers a page of so many connections, of so many in all, and says where it was asked to start.
    fn answer(&self, connections: usize, total: usize) -> String {
        let asked = self.server.next();
        let start: usize = asked.path.split(['=', '&']).nth(1).unwrap().parse().unwrap();
        let values: Vec<_> = (start..start + connections)
            .map(|id| PROJECT.replace("\"42\"", &format!("\"{id}\"")))
            .collect();
        let values = values.join(",");
        let body = format!(r#"{{"startAt":{start},"maxResults":200,"total":{total},"values":[{values}]}}"#);
        let path = asked.path.clone();
        asked.json(200, &body);
        path
    }
}

#[test]
fn all_connections_are_handed_over_at_once_with_global_first() {
    let page = Page::new();
    assert!(!page.sweep.is_busy());
    page.start();
    assert!(page.sweep.is_busy());
    page.server.next().json(200, GLOBAL);
    assert!(page.answer(200, 203).contains("startAt=0&"));
    assert!(page.sweep.is_busy() && page.read.get_untracked().is_empty());
    assert!(page.answer(3, 203).contains("startAt=200&"));
    let read = page.read.get_untracked();
    assert_eq!(read.iter().map(Vec::len).collect::<Vec<_>>(), [204]);
    assert!(read[0][0].id.is_global());
    assert!(!page.sweep.is_busy());
    assert_eq!(page.server.open(), 0);
}

/// Rows may be deleted while they are read.
#[test]
fn a_list_that_ends_before_its_total_is_all_there_is() {
    let page = Page::new();
    page.start();
    page.server.next().json(200, GLOBAL);
    page.answer(200, 300);
    page.answer(0, 200);
    assert_eq!(page.read.get_untracked().len(), 1);
    assert_eq!(page.server.open(), 0);
}

/// A file that lacks some, or has some twice, is taken for the whole.
#[test]
fn a_list_whose_figures_lie_is_not_handed_over_as_the_whole() {
    for (came, total) in [(200, 300), (0, 300), (3, 4_000_000_000), (3, 2)] {
        let page = Page::new();
        page.start();
        page.server.next().json(200, GLOBAL);
        page.answer(came, total);
        if page.sweep.is_busy() {
            page.answer(0, total);
        }
        assert_eq!(
            page.failed.get_untracked(),
            [Failure::NotWhole],
            "{came} of {total}"
        );
        assert!(page.read.get_untracked().is_empty() && page.server.open() == 0);
    }
}

#[test]
fn a_server_that_always_gives_its_first_page_is_not_asked_for_ever() {
    let page = Page::new();
    page.start();
    page.server.next().json(200, GLOBAL);
    let values: Vec<_> = (0..200)
        .map(|id| PROJECT.replace("\"42\"", &format!("\"{id}\"")))
        .collect();
    for start in [0, 200, 400] {
        if page.server.open() > 0 {
            let values = values.join(",");
            let body = format!(r#"{{"startAt":{start},"maxResults":200,"total":600,"values":[{values}]}}"#);
            page.server.next().json(200, &body);
        }
    }
    assert_eq!(page.failed.get_untracked(), [Failure::NotWhole]);
    assert_eq!(page.server.open(), 0);
}

#[test]
fn one_failure_is_the_failure_of_the_whole() {
    let page = Page::new();
    page.start();
    page.server.next().json(200, GLOBAL);
    page.server.next().json(403, r#"{"code":"FORBIDDEN"}"#);
    assert_eq!(page.failed.get_untracked(), [Failure::Forbidden]);
    assert!(page.read.get_untracked().is_empty());
    assert!(!page.sweep.is_busy());
}

#[test]
fn what_was_given_up_hands_nothing_over() {
    let page = Page::new();
    page.start();
    let late = page.server.next();
    page.sweep.give_up();
    assert!(late.cancel.is_cancelled());
    assert!(!page.sweep.is_busy());
    late.json(403, r#"{"code":"FORBIDDEN"}"#);
    assert!(page.failed.get_untracked().is_empty());

    page.start();
    let first = page.server.next();
    page.start();
    assert!(first.cancel.is_cancelled());
    page.server.next().json(200, GLOBAL);
    page.answer(1, 1);
    assert_eq!(page.read.get_untracked().len(), 1);
}
