//! Answers that are about something else than what was asked: nothing of them is believed.

use leptos::prelude::*;
use testio_connection::{
    api::{connections, request::Cancel},
    domain::{
        failure::Failure,
        ids::{ConnectionId, ProjectId},
        new_connection::NewConnection,
        project::ProjectName,
    },
    state::{
        add::{Add, Adding},
        editor::{Attempt, Editor, Outcome},
        load::Load,
        lookup::Lookup,
        store::Store,
    },
};
use zeroize::Zeroizing;

use super::server::{Server, connection_from, runtime, settle};

const PROJECT: &str = include_str!("../fixtures/connection-project.json");
const GLOBAL: &str = include_str!("../fixtures/connection-global-inactive.json");
const EXISTS: &str = include_str!("../fixtures/error-connection-exists.json");

/// Another connection, of another project.
fn another() -> String {
    PROJECT.replace("\"42\"", "\"43\"").replace("10017", "10018")
}

fn opened(store: Store) -> Editor {
    Editor::new(store, connection_from(PROJECT), Callback::new(|_| {}))
}

fn is_no_answer(failure: &Failure) -> bool {
    matches!(failure, Failure::Unreadable(_))
}

#[test]
fn a_write_that_is_answered_with_another_connection_is_not_called_saved() {
    let _owner = runtime();
    for attempt in [
        Attempt::Save(testio_connection::domain::draft::Verify::First),
        Attempt::SetActive(false),
        Attempt::RemoveKey,
    ] {
        let server = Server::default();
        let editor = opened(Store::new(server.client()));
        editor.label.set("Typed".into());
        editor.attempt(attempt, &Zeroizing::new(String::new()));
        let shown = editor.stored.get_untracked();
        server.next().json(200, &another());
        let Some(Outcome::Failed(of, failure)) = editor.outcome.get_untracked() else {
            unreachable!("{attempt:?} was believed")
        };
        assert!(of == attempt && is_no_answer(&failure), "{failure:?}");
        assert!(failure.may_have_been_done());
        assert_eq!(editor.stored.get_untracked(), shown);
        assert_eq!(editor.label.get_untracked(), "Typed");
        editor.attempt(attempt, &Zeroizing::new(String::new()));
        let next = server.next();
        assert_eq!(next.path, "/connections/42", "it looks before it writes again");
        assert_eq!(next.if_match, None);
    }
}

#[test]
fn a_conflict_over_another_connection_is_none() {
    let _owner = runtime();
    let server = Server::default();
    let editor = opened(Store::new(server.client()));
    editor.attempt(Attempt::Delete, &Zeroizing::new(String::new()));
    let stale = format!(r#"{{"code":"STALE","current":{}}}"#, another());
    server.next().json(412, &stale);
    let outcome = editor.outcome.get_untracked();
    assert!(
        matches!(&outcome, Some(Outcome::Failed(_, failure)) if is_no_answer(failure)),
        "{outcome:?}"
    );
}

#[test]
fn global_does_not_show_a_project_s_connection() {
    let _owner = runtime();
    let half_global = PROJECT.replace("\"42\"", "\"global\"");
    for body in [PROJECT, &another(), &half_global] {
        let server = Server::default();
        let store = Store::new(server.client());
        store.load_global();
        server.next().json(200, body);
        let global = store.global.get_untracked();
        assert!(
            matches!(&global, Load::Failed(failure) if is_no_answer(failure)),
            "{global:?}"
        );
    }
}

#[test]
fn a_connection_that_is_opened_is_the_one_that_was_asked_for() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    for body in [GLOBAL, &another()] {
        let read = RwSignal::new(None);
        let client = client.clone();
        leptos::task::spawn_local(async move {
            let answer = connections::get(&client, &ConnectionId::new("42"), &Cancel::default()).await;
            read.set(Some(answer));
        });
        server.next().json(200, body);
        let read = read.get_untracked();
        assert!(
            matches!(&read, Some(Err(failure)) if is_no_answer(failure)),
            "{read:?}"
        );
    }
}

#[test]
fn another_project_s_connection_is_not_said_to_be_this_one_s() {
    let _owner = runtime();
    for answers in [
        vec![(201, another())],
        vec![(201, GLOBAL.to_owned())],
        vec![(409, EXISTS.to_owned()), (200, another())],
    ] {
        let server = Server::default();
        let said = RwSignal::new(0);
        let say = Callback::new(move |_| said.update(|said| *said += 1));
        let add = Add::new(Store::new(server.client()), say, say);
        add.submit(NewConnection::without_key(ProjectId::new("10017")));
        settle();
        for (status, body) in answers {
            let mut asked = server.next();
            while asked.path.contains("summary") || asked.path.contains('?') {
                asked = server.next();
            }
            asked.json(status, &body);
        }
        let progress = add.progress.get_untracked();
        assert!(
            matches!(&progress, Adding::Failed(failure) if is_no_answer(failure)),
            "{progress:?}"
        );
        assert_eq!(said.get_untracked(), 0);
    }
}

#[test]
fn another_project_s_connection_does_not_apply_to_this_one() {
    let _owner = runtime();
    for (source, connection) in [
        ("PROJECT", another()),
        ("PROJECT", GLOBAL.to_owned()),
        ("GLOBAL", PROJECT.to_owned()),
    ] {
        let server = Server::default();
        let lookup = Lookup::new(Store::new(server.client()));
        lookup.ask(Some(ProjectName {
            id: ProjectId::new("10017"),
            name: "Smoke testing".into(),
        }));
        let body = format!(r#"{{"source":"{source}","connection":{connection}}}"#);
        server.next().json(200, &body);
        let answer = lookup.answer.get_untracked();
        assert!(
            matches!(&answer, Some((_, Load::Failed(failure))) if is_no_answer(failure)),
            "{answer:?}"
        );
    }
}
