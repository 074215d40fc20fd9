//! Clearing all data: once, and known to be done even if nobody heard the answer.

use leptos::prelude::*;
use testio_connection::{
    api::{NoAnswer, client::Client, request::Method},
    domain::{failure::Failure, stored::Stored},
    state::{
        load::Load,
        maintenance::{
            Maintenance,
            clearing::{Clearing, Stage},
        },
    },
};

use super::server::{Server, runtime};

const SUMMARY: &str = include_str!("../fixtures/summary.json");
const GLOBAL: &str = include_str!("../fixtures/connection-global-inactive.json");

fn nothing() -> String {
    let mut summary: serde_json::Value = serde_json::from_str(SUMMARY).unwrap();
    summary["connections"]["total"] = 0.into();
    summary.to_string()
}

fn total() -> u32 {
    let summary: serde_json::Value = serde_json::from_str(SUMMARY).unwrap();
    u32::try_from(summary["connections"]["total"].as_u64().unwrap()).unwrap()
}

/// Answers the two requests that look what is stored.
fn answer_look(server: &Server, summary: &str) {
    let (first, second) = (server.next(), server.next());
    assert_eq!(
        (first.path.as_str(), second.path.as_str()),
        ("/connections/summary", "/connections/global")
    );
    first.json(200, summary);
    second.json(200, GLOBAL);
}

fn read(client: &Client, server: &Server) -> Clearing {
    let clearing = Clearing::read(Maintenance::new(client.clone()));
    assert_eq!(clearing.stored.get_untracked(), Load::Loading);
    answer_look(server, SUMMARY);
    let stored = clearing.stored.get_untracked();
    assert_eq!(stored.ready().map(|stored| stored.connections), Some(total()));
    clearing
}

#[test]
fn it_is_sent_once_with_the_word_and_what_is_stored_is_read_again() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let clearing = read(&client, &server);
    clearing.ask();
    assert_eq!(clearing.stage.get_untracked(), Stage::Asking);
    clearing.clear();
    clearing.clear();
    clearing.leave();
    assert_eq!(
        clearing.stage.get_untracked(),
        Stage::Running,
        "it can't be left now"
    );
    let asked = server.next();
    assert_eq!(
        (asked.method, asked.path.as_str(), asked.body.as_str()),
        (Method::Delete, "/maintenance/data", r#"{"confirm":"CLEAR"}"#)
    );
    assert_eq!(server.open(), 0);
    asked.json(200, r#"{"connections":7}"#);
    assert_eq!(clearing.stage.get_untracked(), Stage::Done(7));
    answer_look(&server, &nothing());
    assert!(
        clearing
            .stored
            .with_untracked(|stored| stored.ready().unwrap().is_nothing())
    );
}

// Beside "All Test IO data is cleared" stood the old figures and label until both requests that count were answered.
#[test]
fn once_it_is_done_nothing_is_said_to_be_stored_any_more() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let clearing = read(&client, &server);
    clearing.clear();
    server.next().json(200, r#"{"connections":7}"#);
    let is_nothing = |stored: &Load<Stored>| stored.ready().is_some_and(Stored::is_nothing);
    assert!(clearing.stored.with_untracked(is_nothing));
}

#[test]
fn a_lost_answer_is_recognised_at_once() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let clearing = read(&client, &server);
    clearing.clear();
    server.next().fail(NoAnswer::Offline);
    answer_look(&server, &nothing());
    assert_eq!(clearing.stage.get_untracked(), Stage::Done(total()));
}

#[test]
fn a_lost_answer_is_recognised_by_the_next_attempt_which_deletes_nothing() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let clearing = read(&client, &server);
    clearing.clear();
    server.next().fail(NoAnswer::Offline);
    // The network is still down.
    server.next().fail(NoAnswer::Offline);
    assert_eq!(clearing.stage.get_untracked(), Stage::Failed(Failure::Offline));
    drain(&server);
    clearing.clear();
    answer_look(&server, &nothing());
    assert_eq!(clearing.stage.get_untracked(), Stage::Done(total()));
    answer_look(&server, &nothing());
    assert_eq!(server.open(), 0, "nothing was deleted twice");
}

#[test]
fn what_was_not_done_is_done_by_the_next_attempt() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let clearing = read(&client, &server);
    clearing.clear();
    server.next().fail(NoAnswer::TimedOut);
    answer_look(&server, SUMMARY);
    assert_eq!(clearing.stage.get_untracked(), Stage::Failed(Failure::TimedOut));
    answer_look(&server, SUMMARY);
    clearing.clear();
    answer_look(&server, SUMMARY);
    let again = server.next();
    assert_eq!(again.method, Method::Delete);
    again.json(200, r#"{"connections":7}"#);
    assert_eq!(clearing.stage.get_untracked(), Stage::Done(7));
}

#[test]
fn a_refusal_says_all_there_is() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let clearing = read(&client, &server);
    clearing.clear();
    server
        .next()
        .json(403, r#"{"errorMessages":["No."],"errors":{},"code":"FORBIDDEN"}"#);
    assert_eq!(clearing.stage.get_untracked(), Stage::Failed(Failure::Forbidden));
    clearing.leave();
    assert_eq!(clearing.stage.get_untracked(), Stage::Idle);
}

#[test]
fn where_nothing_was_stored_nothing_is_concluded_from_that() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let clearing = Clearing::read(Maintenance::new(client));
    answer_look(&server, &nothing());
    clearing.clear();
    server.next().fail(NoAnswer::Offline);
    assert_eq!(clearing.stage.get_untracked(), Stage::Failed(Failure::Offline));
}

fn drain(server: &Server) {
    while server.open() > 0 {
        server.next().fail(NoAnswer::Offline);
    }
}
