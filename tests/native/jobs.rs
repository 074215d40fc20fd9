//! The plugin's jobs: what is shown is what the server has, whatever comes back in whatever order.

use leptos::prelude::*;
use testio_connection::{
    api::{NoAnswer, client::Client, request::Method},
    domain::{failure::Failure, ids::JobId},
    state::{
        load::Load,
        maintenance::{
            Maintenance,
            jobs::{Jobs, Switching},
        },
    },
};

use super::server::{Server, runtime};

const JOBS: &str = include_str!("../fixtures/jobs-of-another-version.json");
const UNSAVED: (u16, &str) = (403, r#"{"errorMessages":["No."],"errors":{},"code":"FORBIDDEN"}"#);

fn sync() -> JobId {
    JobId::new("CONNECTIONS_SYNC")
}

/// The first job alone, as it is after its switch was pressed.
fn notified() -> String {
    let list: serde_json::Value = serde_json::from_str(JOBS).unwrap();
    let mut job = list["jobs"][0].clone();
    job["notify"] = true.into();
    job.to_string()
}

fn shown(jobs: Jobs) -> Vec<bool> {
    jobs.jobs
        .with_untracked(|jobs| jobs.ready().unwrap().iter().map(|job| job.notify).collect())
}

fn read(client: &Client, server: &Server) -> Jobs {
    let jobs = Jobs::read(Maintenance::new(client.clone()));
    assert_eq!(jobs.jobs.get_untracked(), Load::Loading);
    let asked = server.next();
    assert_eq!(asked.path, "/maintenance/jobs");
    asked.json(200, JOBS);
    jobs
}

#[test]
fn a_switch_is_saved_at_once_and_shows_what_the_server_says() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let jobs = read(&client, &server);
    jobs.set_notify(sync(), true);
    let now = |jobs: Jobs| jobs.switching.with_untracked(|now| now.get(&sync()).cloned());
    assert_eq!(
        (now(jobs), shown(jobs)),
        (Some(Switching::Saving), vec![false, true])
    );
    jobs.set_notify(sync(), false);
    let asked = server.next();
    assert_eq!(
        (asked.method, asked.path.as_str(), asked.body.as_str()),
        (
            Method::Put,
            "/maintenance/jobs/CONNECTIONS_SYNC",
            r#"{"notify":true}"#
        )
    );
    assert_eq!(server.open(), 0, "one at a time");
    asked.json(200, &notified());
    assert_eq!((now(jobs), shown(jobs)), (None, vec![true, true]));
}

#[test]
fn an_answer_of_before_the_switch_never_takes_it_back() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let jobs = read(&client, &server);
    jobs.refresh();
    let before = server.next();
    jobs.set_notify(sync(), true);
    assert!(before.cancel.is_cancelled());
    jobs.refresh();
    let saving = server.next();
    assert_eq!(server.open(), 0, "nothing is read while a switch is being saved");
    saving.json(200, &notified());
    before.json(200, JOBS);
    assert_eq!(shown(jobs), [true, true]);
    jobs.refresh();
    let (old, _) = (server.next(), jobs.refresh());
    server.next().json(200, JOBS);
    old.json(500, "");
    assert_eq!(
        (shown(jobs), jobs.outdated.get_untracked()),
        (vec![false, true], None)
    );
}

#[test]
fn a_switch_that_fails_says_so_and_shows_what_is_so() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let jobs = read(&client, &server);
    jobs.set_notify(sync(), true);
    server.next().json(UNSAVED.0, UNSAVED.1);
    let failed = Switching::Failed(true, Failure::Forbidden);
    server.next().json(200, JOBS);
    let now = |jobs: Jobs| jobs.switching.with_untracked(|now| now.get(&sync()).cloned());
    assert_eq!((now(jobs), shown(jobs)), (Some(failed), vec![false, true]));
    jobs.set_notify(sync(), true);
    server.next().json(200, &notified());
    assert_eq!(now(jobs), None);
}

#[test]
fn a_switch_whose_answer_was_lost_is_recognised_by_the_next_one() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let jobs = read(&client, &server);
    jobs.set_notify(sync(), true);
    server.next().fail(NoAnswer::Offline);
    assert!(jobs.switching.with_untracked(|now| now.contains_key(&sync())));
    let done = JOBS.replace("\"notify\": false", "\"notify\": true");
    server.next().json(200, &done);
    assert!(jobs.switching.with_untracked(|now| now.is_empty()), "it was done");
    assert_eq!(shown(jobs), [true, true]);
}

#[test]
fn what_is_shown_stays_when_it_can_not_be_read_again() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let jobs = read(&client, &server);
    jobs.refresh();
    server.next().fail(NoAnswer::Offline);
    assert_eq!(
        (shown(jobs), jobs.outdated.get_untracked()),
        (vec![false, true], Some(Failure::Offline))
    );
    jobs.refresh();
    server.next().json(200, JOBS);
    assert_eq!(jobs.outdated.get_untracked(), None);
}

#[test]
fn a_first_answer_that_fails_is_asked_for_again() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let jobs = Jobs::read(Maintenance::new(client));
    server.next().fail(NoAnswer::TimedOut);
    assert_eq!(jobs.jobs.get_untracked(), Load::Failed(Failure::TimedOut));
    jobs.refresh_if_known();
    assert_eq!(server.open(), 0, "that is a person's to ask");
    jobs.refresh();
    assert_eq!(jobs.jobs.get_untracked(), Load::Loading);
    server.next().json(200, JOBS);
    assert_eq!(shown(jobs).len(), 2);
    jobs.refresh_if_known();
    assert_eq!(server.open(), 1);
}
