//! The list of all connections that need attention, which the server has no filter for.

use leptos::prelude::*;
use testio_connection::{
    api::RawAnswer,
    domain::{
        barrier::Barrier,
        filter::{ListFilter, StatusFilter},
        paged::PagedList,
    },
    state::{paged_query::QueryState, store::Store},
};

use super::server::{Server, runtime};

/// The contract's page of connections, as the fixture has it, with another total.
fn page(total: usize, ids: &[&str]) -> String {
    let sample: serde_json::Value =
        serde_json::from_str(include_str!("../fixtures/connection-project.json")).unwrap();
    let values: Vec<_> = ids
        .iter()
        .map(|id| {
            let mut connection = sample.clone();
            connection["id"] = (*id).into();
            connection
        })
        .collect();
    serde_json::json!({"startAt": 0, "maxResults": 1, "total": total, "isLast": true, "values": values})
        .to_string()
}

#[test]
fn it_is_made_of_one_list_for_each_state() {
    let _owner = runtime();
    let server = Server::default();
    let list = Store::new(server.client()).list;
    list.ask(ListFilter {
        query: "shop".into(),
        ..ListFilter::by_status(StatusFilter::NeedsAttention)
    });
    assert_eq!(server.open(), 5, "their lengths are asked for at once");
    for (status, total) in [
        ("KEY_REJECTED", 1),
        ("UNREACHABLE", 0),
        ("PROJECT_UNAVAILABLE", 0),
        ("KEY_MISSING", 2),
        ("UNVERIFIED", 0),
    ] {
        let asked = server.next();
        assert!(asked.path.contains("maxResults=1&query=shop"), "{}", asked.path);
        assert!(
            asked.path.ends_with(&format!("&status={status}")),
            "{}",
            asked.path
        );
        asked.json(200, &page(total, if total == 0 { &[] } else { &["1"] }));
    }
    assert_eq!(server.open(), 2, "only states that somebody is in are read");
    server.next().json(200, &page(1, &["7"]));
    let missing = server.next();
    assert!(
        missing.path.contains("startAt=0&maxResults=2&"),
        "{}",
        missing.path
    );
    missing.json(200, &page(2, &["3", "5"]));
    assert_eq!(list.state.get_untracked(), QueryState::Ready);
    let shown = list.rows.with_untracked(|rows| {
        let ids = (0..3).filter_map(|row| Some(rows.get(row)?.id.as_str().to_owned()));
        (rows.total(), ids.collect::<Vec<_>>())
    });
    assert_eq!(shown, (Some(3), vec!["7".into(), "3".into(), "5".into()]));
}

/// Whoever shows it says that the server contradicts itself, which one of its lists is enough for.
#[test]
fn one_list_that_contradicts_itself_is_enough_for_it_not_to_be_whole() {
    let _owner = runtime();
    let sound = page(1, &["7"]);
    let elsewhere = sound.replace(r#""startAt":0"#, r#""startAt":3"#);
    for (counted, read, is_whole) in [
        (&sound, &sound, true),
        (&elsewhere, &sound, false),
        (&sound, &elsewhere, false),
    ] {
        let server = Server::default();
        let list = Store::new(server.client()).list;
        list.ask(ListFilter::by_status(StatusFilter::NeedsAttention));
        server.next().json(200, counted);
        for _ in 1..5 {
            server.next().json(200, &page(0, &[]));
        }
        server.next().json(200, read);
        assert_eq!(list.state.get_untracked(), QueryState::Ready);
        assert_eq!(list.rows.with_untracked(PagedList::is_whole), is_whole);
    }
}

#[test]
fn one_list_that_cannot_be_had_fails_it_as_a_whole() {
    let _owner = runtime();
    let server = Server::default();
    let list = Store::new(server.client()).list;
    list.ask(ListFilter::by_status(StatusFilter::NeedsAttention));
    server.next().json(503, "{}");
    assert!(matches!(list.state.get_untracked(), QueryState::Failed(_)));
}

/// Nobody is to log in for the lists that are not needed any more.
#[test]
fn the_lists_that_wait_leave_when_another_one_has_failed() {
    let _owner = runtime();
    let server = Server::default();
    let store = Store::new(server.client());
    store
        .list
        .ask(ListFilter::by_status(StatusFilter::NeedsAttention));
    server.next().raw(RawAnswer {
        status: 401,
        ..RawAnswer::default()
    });
    assert_eq!(store.recovery.barrier.get_untracked(), Some(Barrier::LoggedOut));
    server.next().json(503, "{}");
    assert!(matches!(store.list.state.get_untracked(), QueryState::Failed(_)));
    assert_eq!(store.recovery.barrier.get_untracked(), None);
}
