//! The newest lines of the log: what is asked for, and what is shown meanwhile.

use leptos::prelude::*;
use testio_connection::{
    api::client::Client,
    domain::{
        failure::Failure,
        log_range::{Origin, Span, Wanted},
        moment::Moment,
    },
    state::{
        load::Load,
        maintenance::{Maintenance, logs::Logs},
    },
};

use super::server::{Server, runtime};

const LINES: &str = include_str!("../fixtures/log-lines.json");
const GONE: &str = r#"{"errorMessages":["No."],"errors":{},"code":"LOG_NOT_FOUND"}"#;

fn logs(client: &Client) -> Logs {
    Logs::read(Maintenance::new(client.clone()))
}

#[test]
fn the_last_hour_of_the_plugin_is_asked_for_first() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let logs = logs(&client);
    assert_eq!(
        (logs.lines.get_untracked(), logs.busy.get_untracked()),
        (Load::Loading, true)
    );
    let asked = server.next();
    assert_eq!(asked.path, "/maintenance/logs?tail=200&plugin=true");
    asked.json(200, LINES);
    let lines = logs.lines.get_untracked();
    assert_eq!(lines.ready().map(|lines| lines.lines.len()), Some(2));
    assert!(!logs.busy.get_untracked());
}

#[test]
fn a_range_is_asked_for_in_utc_and_lines_of_another_one_go() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let logs = logs(&client);
    server.next().json(200, LINES);
    let (from, to) = (
        Moment::from_epoch(1_777_796_100),
        Moment::from_epoch(1_777_799_700),
    );
    let wanted = Wanted {
        span: Span::Between(from, to),
        origin: Origin::Jira,
    };
    logs.ask(wanted);
    assert_eq!(logs.lines.get_untracked(), Load::Loading);
    let asked = server.next();
    assert_eq!(
        asked.path,
        "/maintenance/logs?tail=200&from=2026-05-03T08%3A15%3A00Z&to=2026-05-03T09%3A15%3A00Z"
    );
    asked.json(404, GONE);
    assert_eq!(logs.lines.get_untracked(), Load::Failed(Failure::LogGone));
    logs.refresh();
    assert_eq!(logs.lines.get_untracked(), Load::Loading);
    server.next().json(200, LINES);
    assert_eq!(
        logs.lines.get_untracked().ready().map(|lines| lines.origin),
        Some(Origin::Jira)
    );
}

#[test]
fn lines_stay_while_the_same_is_asked_for_again_and_an_older_answer_is_dropped() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let logs = logs(&client);
    server.next().json(200, LINES);
    logs.refresh();
    assert!(logs.lines.get_untracked().ready().is_some() && logs.busy.get_untracked());
    let old = server.next();
    logs.ask(Wanted::default());
    assert!(old.cancel.is_cancelled());
    old.json(404, GONE);
    assert!(logs.lines.get_untracked().ready().is_some());
    server.next().json(200, &LINES.replace("1204", "7"));
    assert_eq!(
        logs.lines.get_untracked().ready().map(|lines| lines.total),
        Some(7)
    );
}
