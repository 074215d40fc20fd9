//! Replacing one key in all connections that hold it.

use super::*;
use testio_connection::domain::draft::Reach;

/// The connection, of which so many others hold the key.
fn with_others(version: u32, others: u32) -> String {
    let mut connection: serde_json::Value = serde_json::from_str(PROJECT).unwrap();
    connection["version"] = version.into();
    connection["sameKey"] = others.into();
    connection.to_string()
}

fn replacing(others: u32) -> Page {
    let page = open();
    page.editor.accept(connection_from(&with_others(7, others)));
    page.type_key();
    page.editor.everywhere.set(true);
    page
}

#[test]
fn the_number_that_was_shown_is_sent_and_all_that_may_have_changed_is_read() {
    let page = replacing(2);
    page.attempt(SAVE);
    let put = page.server.next();
    assert_eq!(
        put.body,
        format!(r#"{{"apiKey":"{KEY}","everywhere":true,"sameKey":2}}"#)
    );
    put.json(200, &with_others(8, 2));
    assert_eq!(page.editor.outcome.get_untracked(), Some(Outcome::Done(SAVE)));
    assert_eq!(page.editor.last_reach(), Reach::SameKey(2));
    let mut read: Vec<_> = (0..page.server.open()).map(|_| page.server.next().path).collect();
    read.sort();
    assert_eq!(read.len(), 3, "{read:?}");
    assert!(read[0].starts_with("/connections/global"));
    assert!(read[1].starts_with("/connections/summary"));
    assert!(read[2].starts_with("/connections?"));
}

/// Nobody means connections that were not there when the person said so.
#[test]
fn another_number_is_shown_and_nothing_is_sent_again() {
    let page = replacing(2);
    page.attempt(SAVE);
    let stale = format!(r#"{{"code":"STALE","current":{}}}"#, with_others(7, 5));
    page.server.next().json(412, &stale);
    let Some(Outcome::Failed(SAVE, Failure::Stale(Some(theirs)))) = page.editor.outcome.get_untracked()
    else {
        panic!("{:?}", page.editor.outcome.get_untracked());
    };
    assert_eq!(page.server.open(), 0);
    page.editor.rebase(*theirs);
    page.attempt(SAVE);
    assert!(page.server.next().body.ends_with(r#""sameKey":5}"#));
}

#[test]
fn for_this_connection_alone_the_number_is_nobody_s_business() {
    let page = replacing(2);
    page.editor.everywhere.set(false);
    page.attempt(SAVE);
    let stale = format!(r#"{{"code":"STALE","current":{}}}"#, with_others(9, 5));
    let put = page.server.next();
    assert_eq!(put.body, format!(r#"{{"apiKey":"{KEY}"}}"#));
    put.json(412, &stale);
    // Nothing that anybody enters has changed, so the same is sent with the version that is there now.
    assert_eq!(page.server.next().if_match.as_deref(), Some("\"9\""));
}

#[test]
fn whoever_keeps_the_key_changes_the_label_here_alone() {
    let page = replacing(2);
    page.editor.keep_key();
    page.editor.label_typed("Other".into());
    page.attempt(SAVE);
    assert_eq!(page.server.next().body, r#"{"accountLabel":"Other"}"#);
}

#[test]
fn a_refused_key_suggests_it_and_one_that_works_does_not() {
    for (status, suggested) in [("KEY_REJECTED", true), ("CONNECTED", false)] {
        let page = open();
        let mut connection: serde_json::Value = serde_json::from_str(&with_others(7, 2)).unwrap();
        connection["status"] = status.into();
        page.editor.accept(connection_from(&connection.to_string()));
        page.editor.replace_key();
        assert_eq!(page.editor.everywhere.get_untracked(), suggested, "{status}");
    }
}

/// It was asked for from the accounts, while a key was typed already.
#[test]
fn what_is_typed_stays_when_the_key_is_to_be_replaced_everywhere() {
    let page = open();
    page.editor.accept(connection_from(&with_others(7, 2)));
    page.type_key();
    page.editor.replace_everywhere();
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Typed);
    page.attempt(SAVE);
    assert!(
        page.server
            .next()
            .body
            .ends_with(r#""everywhere":true,"sameKey":2}"#)
    );
}

#[test]
fn the_field_is_opened_for_a_key_that_is_to_be_replaced_everywhere() {
    let page = open();
    page.editor.accept(connection_from(&with_others(7, 2)));
    page.editor.replace_everywhere();
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Empty);
    assert!(page.editor.everywhere.get_untracked());
}

/// Another one may have lost the key while it was typed.
#[test]
fn a_key_that_no_other_connection_holds_goes_to_this_one_alone() {
    for (others, reach) in [(0, Reach::This), (1, Reach::SameKey(1))] {
        let page = replacing(others);
        assert_eq!(untrack(|| page.editor.reach()), reach);
    }
}
