//! Projects without a connection of their own: found for what is typed last, and only while something is.

use leptos::prelude::*;
use testio_connection::{
    domain::{failure::Failure, unconnected::More},
    state::{load::Load, store::Store, unconnected::UnconnectedSearch},
};

use super::server::{Server, runtime};

/// Two projects, of which the second has a connection.
const PAGE: &str = r#"{"startAt":0,"maxResults":100,"total":2,"isLast":true,"values":[
    {"id":"1","key":"SHOP","name":"Web shop","avatarUrl":null,"connectionId":null},
    {"id":"2","key":"PAY","name":"Payments","avatarUrl":null,"connectionId":"7"}]}"#;
const NO_MORE: &str = r#"{"startAt":0,"maxResults":100,"total":0,"isLast":true,"values":[]}"#;

fn search() -> (Owner, Server, UnconnectedSearch) {
    let owner = runtime();
    let server = Server::default();
    let search = UnconnectedSearch::new(Store::new(server.client()));
    (owner, server, search)
}

/// The names of what was found, if something was.
fn named(search: UnconnectedSearch) -> Option<Vec<String>> {
    search.answer.with_untracked(|answer| {
        let found = answer.as_ref()?.ready()?;
        Some(
            found
                .projects
                .iter()
                .map(|project| project.name.clone())
                .collect(),
        )
    })
}

#[test]
fn those_that_match_are_asked_for_and_those_with_a_connection_left_out() {
    let (_owner, server, search) = search();
    search.ask("a b".into());
    assert_eq!(search.answer.get_untracked(), Some(Load::Loading));
    let asked = server.next();
    assert_eq!(asked.path, "/projects?startAt=0&maxResults=100&query=a%20b");
    asked.json(200, PAGE);
    assert_eq!(named(search), Some(vec!["Web shop".to_owned()]));
    let more = search
        .answer
        .with_untracked(|answer| Some(answer.as_ref()?.ready()?.more));
    assert_eq!(more, Some(More::None));
}

#[test]
fn nothing_is_asked_while_nothing_is_typed() {
    let (_owner, server, search) = search();
    search.ask(String::new());
    assert_eq!((server.open(), search.answer.get_untracked()), (0, None));
    search.ask("shop".into());
    let asked = server.next();
    search.ask(String::new());
    assert!(asked.cancel.is_cancelled(), "nobody waits for it any more");
    asked.json(200, PAGE);
    assert_eq!((server.open(), search.answer.get_untracked()), (0, None));
}

#[test]
fn what_was_found_stays_until_the_next_answer_and_an_older_one_is_dropped() {
    let (_owner, server, search) = search();
    search.ask("shop".into());
    server.next().json(200, PAGE);
    search.ask("shopp".into());
    let old = server.next();
    search.ask("shoppi".into());
    assert!(old.cancel.is_cancelled());
    let new = server.next();
    old.json(200, PAGE);
    assert_eq!(
        named(search),
        Some(vec!["Web shop".to_owned()]),
        "it is still what it was"
    );
    new.json(200, NO_MORE);
    assert_eq!(named(search), Some(Vec::new()));
}

#[test]
fn what_could_not_be_had_is_asked_for_again() {
    let (_owner, server, search) = search();
    search.ask("shop".into());
    server.next().json(503, "");
    let failed = search.answer.get_untracked();
    assert!(
        matches!(failed, Some(Load::Failed(Failure::Server(_)))),
        "{failed:?}"
    );
    search.retry();
    assert_eq!(search.answer.get_untracked(), Some(Load::Loading));
    let asked = server.next();
    assert!(asked.path.ends_with("&query=shop"));
    asked.json(200, PAGE);
    assert_eq!(named(search), Some(vec!["Web shop".to_owned()]));
}

#[test]
fn what_is_shown_stays_where_it_could_not_be_read_again() {
    let (_owner, server, search) = search();
    search.ask("shop".into());
    server.next().json(200, PAGE);
    search.ask("shop".into());
    server.next().json(503, "");
    assert_eq!(named(search), Some(vec!["Web shop".to_owned()]));
    search.ask("shop".into());
    server.next().json(200, NO_MORE);
    assert_eq!(named(search), Some(Vec::new()), "what is newer is shown");
    search.ask("other".into());
    server.next().json(503, "");
    assert_eq!(named(search), None, "that would not be what was asked for");
}

#[test]
fn nobody_hears_an_answer_once_the_list_is_gone() {
    let (owner, server, search) = search();
    search.ask("shop".into());
    let asked = server.next();
    owner.cleanup();
    assert!(asked.cancel.is_cancelled());
    asked.json(200, PAGE);
}
