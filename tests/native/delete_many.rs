//! Deleting the connections of archived projects together.

use leptos::prelude::*;
use serde_json::{Value, json};
use testio_connection::{
    api::request::Method,
    domain::failure::Failure,
    state::{
        delete_many::{DeleteMany, Stage},
        store::Store,
    },
};

use super::server::{Server, runtime, settle};

fn connection(number: u32) -> Value {
    let mut connection: Value =
        serde_json::from_str(include_str!("../fixtures/connection-project.json")).unwrap();
    connection["id"] = format!("c{number}").into();
    connection["version"] = number.into();
    connection
}

/// Answers which ones there are.
fn found(server: &Server, numbers: &[u32]) {
    let list = server.next();
    assert!(list.path.contains("&status=PROJECT_UNAVAILABLE"), "{}", list.path);
    let values: Vec<_> = numbers.iter().map(|number| connection(*number)).collect();
    let page =
        json!({"startAt": 0, "maxResults": 200, "total": values.len(), "isLast": true, "values": values});
    list.json(200, &page.to_string());
}

fn stage(many: DeleteMany) -> Stage {
    many.stage.get_untracked()
}

#[test]
fn each_is_deleted_in_the_version_that_was_named_and_one_that_is_gone_counts() {
    let _owner = runtime();
    let server = Server::default();
    let all = RwSignal::new(None);
    let many = DeleteMany::new(
        Store::new(server.client()),
        Callback::new(move |count| all.set(Some(count))),
    );
    found(&server, &[4, 5]);
    let Stage::Asking(asked) = stage(many) else {
        panic!("{:?}", stage(many))
    };
    assert_eq!(asked.len(), 2);
    assert_eq!(server.open(), 0, "nothing is done before somebody says so");
    assert!(!untrack(|| many.is_busy()));
    many.start();
    assert!(untrack(|| many.is_busy()));
    let first = server.next();
    assert_eq!(
        (first.method, first.path.as_str(), first.if_match.as_deref()),
        (Method::Delete, "/connections/c4", Some("\"4\""))
    );
    assert_eq!(server.open(), 0, "one after the other");
    first.json(204, "");
    assert_eq!(stage(many), Stage::Deleting(1, 2));
    server.next().json(404, r#"{"code":"CONNECTION_NOT_FOUND"}"#);
    assert_eq!(all.get_untracked(), Some(2));
    assert!(server.open() > 0, "the list and the figures are read again");
}

#[test]
fn what_fails_ends_it_and_what_is_left_is_known() {
    let _owner = runtime();
    let server = Server::default();
    let many = DeleteMany::new(Store::new(server.client()), Callback::new(|_| ()));
    found(&server, &[4, 5, 6]);
    many.start();
    server.next().json(204, "");
    server.next().json(503, "");
    let Stage::BrokenOff(1, left, Failure::Server(_)) = stage(many) else {
        panic!("{:?}", stage(many))
    };
    assert!(!untrack(|| many.is_busy()));
    let left: Vec<_> = left.iter().map(|left| left.id.as_str()).collect();
    assert_eq!(left, ["c5", "c6"]);
}

#[test]
fn whoever_stops_is_told_what_is_left() {
    let _owner = runtime();
    let server = Server::default();
    let many = DeleteMany::new(Store::new(server.client()), Callback::new(|_| ()));
    found(&server, &[4, 5]);
    many.start();
    let deleting = server.next();
    many.stop();
    settle();
    assert!(deleting.cancel.is_cancelled());
    deleting.json(204, "");
    while server.open() > 0 {
        let asked = server.next();
        if asked.path.contains("PROJECT_UNAVAILABLE") {
            let values = [connection(5)];
            let page = json!({"startAt": 0, "maxResults": 200, "total": 1, "isLast": true, "values": values});
            asked.json(200, &page.to_string());
            break;
        }
        assert!(asked.method != Method::Delete, "nothing else is deleted");
    }
    let Stage::Asking(left) = stage(many) else {
        panic!("{:?}", stage(many))
    };
    assert_eq!(left.len(), 1);
}

#[test]
fn a_list_that_cannot_be_had_is_asked_for_again() {
    let _owner = runtime();
    let server = Server::default();
    let many = DeleteMany::new(Store::new(server.client()), Callback::new(|_| ()));
    server.next().json(503, "");
    assert!(matches!(stage(many), Stage::NotCollected(_)));
    many.start();
    assert_eq!(server.open(), 0);
    many.collect();
    found(&server, &[]);
    assert_eq!(stage(many), Stage::Asking(Vec::new()));
}
