//! Search as you type: the latest question wins.

use testio_connection::state::{add::project_search, paged_query::QueryState, store::Store};

use super::server::{Server, runtime, settle};

fn page(name: &str, total: usize) -> String {
    let project = format!(r#"{{"id":"1","key":"K","name":"{name}","avatarUrl":null,"connectionId":null}}"#);
    format!(r#"{{"startAt":0,"maxResults":50,"total":{total},"isLast":true,"values":[{project}]}}"#)
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
    new.json(200, "", &page("Shop", 1));
    old.json(200, "", &page("Shipping", 1));
    assert_eq!(
        search
            .rows
            .with_untracked(|rows| rows.get(0).map(|row| row.name.clone()))
            .as_deref(),
        Some("Shop")
    );
}

#[test]
fn rows_stay_until_the_next_answer_is_here() {
    let _owner = runtime();
    let server = Server::default();
    let search = project_search(Store::new(server.client()));
    search.reload();
    server.next().json(200, "", &page("Shop", 1));
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
    server.next().json(200, "", &page("Shop", 10_000));
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
    server.next().json(503, "", "{}");
    assert!(matches!(search.state.get_untracked(), QueryState::Failed(_)));
    search.retry();
    server.next().json(200, "", &page("Shop", 1));
    assert_eq!(search.state.get_untracked(), QueryState::Ready);
}
