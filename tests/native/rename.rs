//! Giving all connections that hold one key the same label.

use leptos::prelude::*;
use testio_connection::{
    domain::{
        account::{Account, LabelUse},
        failure::Failure,
        ids::ConnectionId,
        summary::ConnectionCounts,
        time::Timestamp,
    },
    state::{
        rename::{Rename, Renaming},
        store::Store,
    },
};

use super::server::{Server, runtime};

const PROJECT: &str = include_str!("../fixtures/connection-project.json");

fn account(connections: u32) -> Account {
    Account {
        key_of: ConnectionId::new("42"),
        key_hint: None,
        labels: vec![LabelUse {
            label: None,
            connections,
        }],
        connections: ConnectionCounts {
            total: connections,
            by_status: Vec::new(),
        },
        global: false,
        status_since: Timestamp::new("2026-05-03T09:00:00Z"),
        last_checked_at: None,
        products: Vec::new(),
        product_count: 0,
    }
}

#[test]
fn it_goes_to_as_many_connections_as_were_shown() {
    for (connections, body) in [
        (3, r#"{"accountLabel":"ACME","everywhere":true,"sameKey":2}"#),
        (1, r#"{"accountLabel":"ACME"}"#),
    ] {
        let _owner = runtime();
        let server = Server::default();
        let rename = Rename::new(Store::new(server.client()), Callback::new(|()| ()));
        rename.start(&account(connections), "ACME".into());
        rename.start(&account(connections), "twice".into());
        server.next().json(200, PROJECT);
        let put = server.next();
        assert_eq!(
            (put.body.as_str(), put.if_match.as_deref()),
            (body, Some("\"7\""))
        );
        put.json(200, PROJECT);
        assert_eq!(rename.progress.get_untracked(), Renaming::Done(connections));
    }
}

#[test]
fn others_that_have_come_are_not_renamed_unseen() {
    let _owner = runtime();
    let server = Server::default();
    let rename = Rename::new(Store::new(server.client()), Callback::new(|()| ()));
    rename.start(&account(3), "ACME".into());
    server.next().json(200, PROJECT);
    let stale = format!(r#"{{"code":"STALE","current":{PROJECT}}}"#);
    server.next().json(412, &stale);
    assert!(matches!(
        rename.progress.get_untracked(),
        Renaming::Failed(Failure::Stale(_))
    ));
}
