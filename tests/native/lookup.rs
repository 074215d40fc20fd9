//! Which connection applies: the answer is about the project that was asked about last.

use leptos::prelude::*;
use testio_connection::{
    domain::{failure::Failure, ids::ProjectId, project::ProjectName, summary::Effective},
    state::{load::Load, lookup::Lookup, store::Store},
};

use super::server::{Server, runtime};

const NONE: &str = include_str!("../fixtures/effective-none.json");

fn project(id: &str) -> ProjectName {
    ProjectName {
        id: ProjectId::new(id),
        name: format!("Project {id}"),
    }
}

#[test]
fn a_project_s_connection_is_asked_for_and_shown_with_the_project() {
    let _owner = runtime();
    let server = Server::default();
    let lookup = Lookup::new(Store::new(server.client()));
    for (id, status, answer) in [
        ("1", 200, Load::Ready(Effective::None)),
        ("2", 404, Load::Failed(Failure::ProjectGone)),
    ] {
        lookup.ask(Some(project(id)));
        assert_eq!(lookup.answer.get_untracked(), Some((project(id), Load::Loading)));
        let asked = server.next();
        assert_eq!(asked.path, format!("/projects/{id}/effective-connection"));
        let gone = r#"{"code":"PROJECT_NOT_FOUND"}"#;
        asked.json(status, if status == 200 { NONE } else { gone });
        assert_eq!(lookup.answer.get_untracked(), Some((project(id), answer)));
    }
}

#[test]
fn an_answer_about_another_project_is_dropped() {
    let _owner = runtime();
    let server = Server::default();
    let lookup = Lookup::new(Store::new(server.client()));
    lookup.ask(Some(project("1")));
    let old = server.next();
    lookup.ask(Some(project("2")));
    assert!(old.cancel.is_cancelled());
    old.json(200, NONE);
    assert_eq!(lookup.answer.get_untracked(), Some((project("2"), Load::Loading)));
    lookup.ask(None);
    server.next().json(200, NONE);
    assert_eq!(lookup.answer.get_untracked(), None);
}
