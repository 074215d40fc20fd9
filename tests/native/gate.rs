//! Requests that Jira turns away wait, and are sent again as they were.

use std::{cell::Cell, rc::Rc};

use leptos::{prelude::*, task::spawn_local};
use testio_connection::{
    api::{RawAnswer, client::Client, connections, request::Cancel, request::Method},
    domain::{
        barrier::Barrier,
        connection::Connection,
        draft::{Change, Verify},
        failure::Failure,
        ids::ConnectionId,
    },
    state::{add::project_search, recovery::Recovery, store::Store},
};

use super::server::{Asked, Server, json_answer, runtime, settle};

pub const PROJECT: &str = include_str!("../fixtures/connection-project.json");

type Outcome = RwSignal<Option<Result<Connection, Failure>>>;

pub fn turned_away(status: u16) -> RawAnswer {
    json_answer(status, "{}")
}

fn web_sudo() -> RawAnswer {
    RawAnswer {
        web_sudo: Some("Has-Authentication".into()),
        ..turned_away(401)
    }
}

pub fn busy(seconds: &str) -> RawAnswer {
    RawAnswer {
        retry_after: Some(seconds.into()),
        ..turned_away(429)
    }
}

/// Reads the connection.
pub fn read(client: &Client, cancel: &Cancel) -> Outcome {
    let outcome = RwSignal::new(None);
    let (client, cancel) = (client.clone(), cancel.clone());
    spawn_local(async move {
        let read = connections::get(&client, &ConnectionId::new("42"), &cancel).await;
        outcome.set(Some(read));
    });
    outcome
}

/// Saves a label.
pub fn write(client: &Client) -> Outcome {
    let outcome = RwSignal::new(None);
    let change = Change {
        account_label: Some("ACME".into()),
        verify: Verify::Skip,
        ..Change::default()
    };
    let client = client.clone();
    spawn_local(async move {
        let id = ConnectionId::new("42");
        let written = connections::update(&client, &id, 7, &change, &Cancel::default()).await;
        outcome.set(Some(written));
    });
    outcome
}

/// A label that is being saved has been turned away for want of a login, and is sent again.
pub fn write_sent_again(server: &Server, client: &Client) -> Outcome {
    let outcome = write(client);
    server.next().raw(turned_away(401));
    client.gate().send_again();
    outcome
}

/// All that a server sees of a request.
fn seen(asked: &Asked) -> (Method, String, String, Option<String>) {
    let Asked {
        method,
        path,
        body,
        if_match,
        ..
    } = asked;
    (*method, path.clone(), body.clone(), if_match.clone())
}

#[test]
fn whatever_jira_turns_away_waits_for_what_stands_in_the_way() {
    let _owner = runtime();
    for (answer, barrier) in [
        (turned_away(401), Barrier::LoggedOut),
        (web_sudo(), Barrier::AdminConfirmation),
        (busy("7"), Barrier::Busy(7)),
        (busy("7200"), Barrier::Busy(7_200)),
        (busy("0"), Barrier::Busy(10)),
        (busy("99999999999"), Barrier::Busy(10)),
    ] {
        let (server, client) = Server::with_client();
        let outcome = read(&client, &Cancel::default());
        server.next().raw(answer);
        assert_eq!(client.gate().barrier(), Some(barrier));
        assert!(outcome.get_untracked().is_none(), "it only takes longer");
        assert_eq!(server.open(), 0);
    }
}

#[test]
fn the_very_same_request_is_sent_again_once() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let outcome = write(&client);
    let first = server.next();
    let sent = seen(&first);
    first.raw(turned_away(401));
    client.gate().send_again();
    client.gate().send_again();
    assert_eq!(server.open(), 1);
    let again = server.next();
    assert_eq!(seen(&again), sent);
    assert_eq!(sent.0, Method::Put);
    assert_eq!(sent.3.as_deref(), Some("\"7\""));
    again.json(200, PROJECT);
    assert!(matches!(outcome.get_untracked(), Some(Ok(_))));
    assert_eq!((client.gate().barrier(), server.open()), (None, 0));
}

#[test]
fn what_is_given_up_ends_with_what_it_waited_for() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let (reading, writing) = (read(&client, &Cancel::default()), write(&client));
    server.next().raw(web_sudo());
    server.next().raw(busy("7"));
    client.gate().give_up();
    settle();
    assert_eq!(reading.get_untracked(), Some(Err(Failure::AdminConfirmation)));
    assert_eq!(writing.get_untracked(), Some(Err(Failure::RateLimited(Some(7)))));
    assert_eq!((client.gate().barrier(), server.open()), (None, 0));
}

#[test]
fn a_waiting_request_that_nobody_needs_any_more_leaves() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let cancel = Cancel::default();
    let outcome = read(&client, &cancel);
    server.next().raw(turned_away(401));
    cancel.cancel();
    settle();
    assert_eq!(client.gate().barrier(), None);
    assert_eq!(outcome.get_untracked(), Some(Err(Failure::LoggedOut)));
    client.gate().send_again();
    assert_eq!(server.open(), 0, "it is not sent again");
}

/// How often the gate says that what stands in the way may be something else. The banner begins its countdown anew.
fn changes(client: &Client) -> Rc<Cell<u32>> {
    let count = Rc::new(Cell::new(0));
    client.gate().on_change({
        let count = count.clone();
        move || count.set(count.get() + 1)
    });
    count
}

#[test]
fn a_request_that_nobody_needs_any_more_does_not_begin_to_wait() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let changes = changes(&client);
    let cancel = Cancel::default();
    let outcome = read(&client, &cancel);
    cancel.cancel();
    server.next().raw(turned_away(401));
    assert_eq!(outcome.get_untracked(), Some(Err(Failure::LoggedOut)));
    assert_eq!(changes.get(), 0);
}

#[test]
fn giving_a_request_up_that_waits_no_longer_leaves_the_wait_of_the_others_alone() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let cancel = Cancel::default();
    read(&client, &cancel);
    server.next().raw(turned_away(401));
    client.gate().send_again();
    server.next().json(200, PROJECT);
    read(&client, &Cancel::default());
    server.next().raw(busy("7"));
    let changes = changes(&client);
    cancel.cancel();
    assert_eq!(
        (changes.get(), client.gate().barrier()),
        (0, Some(Barrier::Busy(7)))
    );
}

/// A `Cancel` used to know only the last of the requests that it was for: the others went on waiting, and the page went
/// on asking for a login.
#[test]
fn all_requests_of_a_question_that_is_given_up_leave() {
    let _owner = runtime();
    let server = Server::default();
    let store = Store::new(server.client());
    let search = project_search(store);
    search.reload();
    let projects: Vec<_> = (0..50)
        .map(|id| format!(r#"{{"id":"{id}","key":"K{id}","name":"Project {id}"}}"#))
        .collect();
    let values = projects.join(",");
    let page = format!(r#"{{"startAt":0,"maxResults":50,"total":10000,"isLast":false,"values":[{values}]}}"#);
    server.next().json(200, &page);
    search.show(4_990..5_010);
    server.next().raw(turned_away(401));
    server.next().raw(turned_away(401));
    assert_eq!(store.recovery.barrier.get_untracked(), Some(Barrier::LoggedOut));
    search.ask("shop".into());
    assert_eq!(store.recovery.barrier.get_untracked(), None);
    assert_eq!(server.open(), 1, "the new question alone");
}

#[test]
fn of_several_barriers_the_first_to_be_removed_is_named() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let named = |answer: RawAnswer| {
        read(&client, &Cancel::default());
        server.next().raw(answer);
        client.gate().barrier()
    };
    assert_eq!(named(busy("7")), Some(Barrier::Busy(7)));
    assert_eq!(
        named(busy("3")),
        Some(Barrier::Busy(7)),
        "the longest wait counts"
    );
    assert_eq!(named(web_sudo()), Some(Barrier::AdminConfirmation));
    assert_eq!(named(turned_away(401)), Some(Barrier::LoggedOut));
    assert_eq!(named(web_sudo()), Some(Barrier::LoggedOut));
    client.gate().send_again();
    assert_eq!(server.open(), 5);
}

#[test]
fn what_is_turned_away_again_waits_again() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let outcome = write_sent_again(&server, &client);
    server.next().raw(web_sudo());
    assert_eq!(client.gate().barrier(), Some(Barrier::AdminConfirmation));
    client.gate().send_again();
    server.next().raw(turned_away(401));
    assert_eq!(client.gate().barrier(), Some(Barrier::LoggedOut));
    client.gate().give_up();
    settle();
    assert_eq!(outcome.get_untracked(), Some(Err(Failure::LoggedOut)));
}

/// Coming back to the window says nothing about a Jira that is busy.
#[test]
fn who_comes_back_goes_on_with_a_login_but_keeps_a_wait() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let recovery = Recovery::new(client.gate());
    read(&client, &Cancel::default());
    server.next().raw(busy("7"));
    recovery.person_returned();
    assert_eq!(server.open(), 0);
    assert_eq!(recovery.barrier.get_untracked(), Some(Barrier::Busy(7)));
    recovery.send_again();
    server.next().raw(turned_away(401));
    recovery.person_returned();
    assert_eq!(server.open(), 1);
    assert_eq!(recovery.barrier.get_untracked(), None);
}

#[test]
fn who_gives_up_at_the_banner_is_told_in_each_place() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let recovery = Recovery::new(client.gate());
    let outcome = read(&client, &Cancel::default());
    server.next().raw(turned_away(401));
    recovery.give_up();
    settle();
    assert_eq!(outcome.get_untracked(), Some(Err(Failure::LoggedOut)));
    assert_eq!(recovery.barrier.get_untracked(), None);
}
