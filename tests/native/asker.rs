//! What one person asked for is never done in the name of another.

use leptos::prelude::*;

use testio_connection::{
    api::{RawAnswer, client::Client, request::Cancel, request::Method},
    domain::{barrier::Barrier, failure::Failure},
};

use super::{
    gate::{PROJECT, read, turned_away, write, write_sent_again},
    server::{Server, json_answer, runtime},
};

fn answered_to(name: &str, answer: RawAnswer) -> RawAnswer {
    RawAnswer {
        user_name: Some(name.into()),
        ..answer
    }
}

fn project() -> RawAnswer {
    json_answer(200, PROJECT)
}

fn global() -> RawAnswer {
    json_answer(200, include_str!("../fixtures/connection-global-inactive.json"))
}

/// A client that somebody works with.
fn asked_by(name: &str) -> (Server, Client) {
    let (server, client) = Server::with_client();
    read(&client, &Cancel::default());
    server.next().raw(answered_to(name, project()));
    (server, client)
}

#[test]
fn after_a_login_as_somebody_else_a_waiting_change_is_not_made_in_their_name() {
    let _owner = runtime();
    let (server, client) = asked_by("ana");
    let outcome = write(&client);
    server.next().raw(answered_to("anonymous", turned_away(401)));
    client.gate().send_again();
    let who = server.next();
    assert_eq!(
        (who.method, who.path.as_str()),
        (Method::Get, "/connections/global")
    );
    who.raw(answered_to("bob", global()));
    assert_eq!(
        outcome.get_untracked(),
        Some(Err(Failure::SomebodyElse("bob".into())))
    );
    assert_eq!(server.open(), 0, "nothing is sent");
    let again = write(&client);
    server.next().raw(answered_to("ana", global()));
    let write = server.next();
    assert_eq!(write.method, Method::Put, "it is she again");
    write.raw(answered_to("ana", project()));
    assert!(matches!(again.get_untracked(), Some(Ok(_))));
}

#[test]
fn after_a_login_as_oneself_a_waiting_change_goes_on() {
    let _owner = runtime();
    let (server, client) = asked_by("ana");
    let outcome = write_sent_again(&server, &client);
    server.next().raw(answered_to("anonymous", turned_away(401)));
    assert_eq!(client.gate().barrier(), Some(Barrier::LoggedOut), "not yet");
    client.gate().send_again();
    server.next().raw(answered_to("ana", global()));
    server.next().raw(answered_to("ana", project()));
    assert!(matches!(outcome.get_untracked(), Some(Ok(_))));
}

#[test]
fn what_waits_to_be_read_is_given_up_when_somebody_else_logs_in() {
    let _owner = runtime();
    let (server, client) = asked_by("ana");
    let outcome = read(&client, &Cancel::default());
    server.next().raw(turned_away(401));
    client.gate().send_again();
    server.next().raw(answered_to("bob", project()));
    assert_eq!(
        outcome.get_untracked(),
        Some(Err(Failure::SomebodyElse("bob".into())))
    );
}

/// Somebody logs in as another in a tab beside, without this page having been logged out in between.
#[test]
fn once_an_answer_was_for_somebody_else_nothing_is_changed() {
    let _owner = runtime();
    let (server, client) = asked_by("ana");
    let shown = read(&client, &Cancel::default());
    server.next().raw(answered_to("bob", project()));
    assert!(matches!(shown.get_untracked(), Some(Ok(_))), "bob may look");
    let outcome = write(&client);
    server.next().raw(answered_to("bob", global()));
    assert_eq!(
        outcome.get_untracked(),
        Some(Err(Failure::SomebodyElse("bob".into())))
    );
}

#[test]
fn a_server_that_names_nobody_is_believed() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let outcome = write_sent_again(&server, &client);
    let again = server.next();
    assert_eq!(again.method, Method::Put);
    again.raw(project());
    assert!(matches!(outcome.get_untracked(), Some(Ok(_))));
}
