//! Search as you type: the latest question wins.

use futures::executor::block_on;
use leptos::prelude::*;
use testio_connection::{
    domain::{paged::Page, project::PickableProject},
    state::{
        add::project_search,
        paged_query::{PagedQuery, QueryState},
        store::Store,
    },
};

use super::server::{Asked, Server, runtime, settle};

/// The first page of so many projects, of which the first one has this name.
fn page(name: &str, total: usize) -> String {
    let projects: Vec<_> = (0..total.min(50))
        .map(|id| {
            let name = if id == 0 { name } else { "Other" };
            format!(r#"{{"id":"{id}","key":"K{id}","name":"{name}","avatarUrl":null,"connectionId":null}}"#)
        })
        .collect();
    let values = projects.join(",");
    format!(r#"{{"startAt":0,"maxResults":50,"total":{total},"isLast":true,"values":[{values}]}}"#)
}

#[test]
fn an_old_answer_never_replaces_a_newer_one() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.ask("sh".into());
    let old = server.next();
    search.ask("shop".into());
    assert!(
        old.cancel.is_cancelled(),
        "nobody waits for the old answer any more"
    );
    let new = server.next();
    assert!(new.path.ends_with("&query=shop"));
    new.json(200, &page("Shop", 1));
    old.json(200, &page("Shipping", 1));
    assert_eq!(
        search
            .rows
            .with_untracked(|rows| rows.get(0).map(|row| row.name.clone()))
            .as_deref(),
        Some("Shop")
    );
}

#[test]
fn of_the_projects_that_match_the_best_come_first() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.ask("oth".into());
    server.next().json(200, &page("Brothers", 2));
    let names = search.rows.with_untracked(|rows| {
        let names = (0..2).filter_map(|row| Some(rows.get(row)?.name.clone()));
        names.collect::<Vec<_>>()
    });
    assert_eq!(names, ["Other", "Brothers"]);
}

#[test]
fn rows_stay_until_the_next_answer_is_here() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    server.next().json(200, &page("Shop", 1));
    search.ask("x".into());
    assert_eq!(search.state.get_untracked(), QueryState::Loading);
    assert_eq!(search.rows.with_untracked(|rows| rows.total()), Some(1));
}

#[test]
fn a_page_in_view_is_asked_for_once() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    server.next().json(200, &page("Shop", 10_000));
    search.show(4_990..5_010);
    search.show(4_991..5_011);
    settle();
    assert_eq!(server.open(), 2, "two pages of fifty");
}

#[test]
fn a_failed_search_can_be_asked_again() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    server.next().json(503, "{}");
    assert!(matches!(search.state.get_untracked(), QueryState::Failed(_)));
    search.retry();
    server.next().json(200, &page("Shop", 1));
    assert_eq!(search.state.get_untracked(), QueryState::Ready);
}

/// The page that a request asks for, of so many projects, each with its index for an id.
fn answer(asked: Asked, total: usize) {
    let (_, rest) = asked.path.split_once("startAt=").unwrap();
    let start: usize = rest.split_once('&').unwrap().0.parse().unwrap();
    let projects: Vec<_> = (start..total.min(start + 50))
        .map(|id| format!(r#"{{"id":"{id}","key":"K{id}","name":"Project {id}"}}"#))
        .collect();
    let values = projects.join(",");
    let body = format!(r#"{{"startAt":{start},"maxResults":50,"total":{total},"values":[{values}]}}"#);
    asked.json(200, &body);
}

fn loaded(search: PagedQuery<String, PickableProject>, index: usize) -> bool {
    search.rows.with_untracked(|rows| rows.get(index).is_some())
}

#[test]
fn asking_again_begins_with_the_rows_in_view() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    answer(server.next(), 1_000);
    search.show(120..130);
    answer(server.next(), 1_000);
    search.reload();
    let again = server.next();
    assert!(again.path.contains("startAt=100&"), "{}", again.path);
    answer(again, 1_000);
    assert!(loaded(search, 120) && !loaded(search, 0));
    search.ask("other".into());
    assert!(server.next().path.contains("startAt=0&"));
}

#[test]
fn a_page_that_is_on_its_way_is_not_asked_for_again() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    answer(server.next(), 1_000);
    search.show(190..210);
    answer(server.next(), 1_000);
    search.show(189..211);
    assert_eq!(server.open(), 1, "the second one is still on its way");
    let second = server.next();
    search.ask_again_if_under_way();
    assert!(second.cancel.is_cancelled());
    answer(server.next(), 1_000);
    while server.open() > 0 {
        answer(server.next(), 1_000);
    }
    search.ask_again_if_under_way();
    assert_eq!(server.open(), 0, "everything is here");
}

/// Nobody asked for it, so nobody is told that it failed.
#[test]
fn a_refresh_that_fails_leaves_what_is_shown() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    answer(server.next(), 3);
    search.refresh();
    assert_eq!(search.state.get_untracked(), QueryState::Ready);
    server.next().json(503, "{}");
    assert_eq!(search.state.get_untracked(), QueryState::Ready);
    assert!(loaded(search, 2));
    search.refresh();
    answer(server.next(), 2);
    assert!(loaded(search, 1) && !loaded(search, 2));
}

#[test]
fn a_failed_search_that_is_refreshed_says_that_it_is_asking() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    server.next().json(503, "{}");
    search.refresh();
    assert_eq!(search.state.get_untracked(), QueryState::Loading);
    server.next().json(503, "{}");
    assert!(matches!(search.state.get_untracked(), QueryState::Failed(_)));
}

#[test]
fn rows_that_never_come_do_not_wait_for_ever() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    let claims = |total: &str| page("Shop", 3).replace("\"total\":3", &["\"total\":", total].concat());
    for total in ["4000", "4000000000", "2", "0"] {
        server.next().json(200, &claims(total));
        assert_eq!(
            search.rows.with_untracked(|rows| rows.total()),
            Some(3),
            "{total}"
        );
        assert!(!search.rows.with_untracked(|rows| rows.is_whole()), "{total}");
        search.show(0..50);
        assert_eq!(server.open(), 0, "{total}");
        search.retry();
    }
    answer(server.next(), 3);
    assert!(
        search.rows.with_untracked(|rows| rows.is_whole()),
        "another attempt"
    );
}

/// Rows of a list, whatever they are of.
fn rows_from(list: PagedQuery<String, PickableProject>, start_at: usize) -> Page<PickableProject> {
    let values = list
        .rows
        .with_untracked(|rows| vec![rows.get(0).cloned().unwrap(); 2]);
    Page {
        start_at,
        total: 120,
        values,
        is_whole: true,
    }
}

// A page that begins within another one would have taken the place of rows that are none of its own.
#[test]
fn a_page_is_taken_in_where_the_list_has_one_and_says_which_rows_it_has() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    server.next().json(200, &page("Shop", 120));
    let taken_in = |start| block_on(search.take_in(async move |_, _, _| Ok(rows_from(search, start))));
    assert_eq!(taken_in(7), None);
    assert_eq!(taken_in(50), Some(50..52));
    assert!(
        search
            .rows
            .with_untracked(|rows| rows.get(51).is_some() && rows.get(9).is_some())
    );
}

#[test]
fn a_page_is_not_taken_in_once_something_else_is_asked() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    server.next().json(200, &page("Shop", 120));
    let taken_in = block_on(search.take_in(async move |_, _, _| {
        search.ask("x".into());
        Ok(rows_from(search, 50))
    }));
    assert_eq!(taken_in, None);
}
