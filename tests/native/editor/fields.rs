//! What is in the fields, and what becomes of it when the server says something newer.

use leptos::prelude::*;
use testio_connection::domain::{api_key::KeyProblem, connection::Connection, draft::NothingToSave};

use super::*;

/// The connection as somebody else has left it.
fn newer(changed: &[(&str, &str)]) -> Connection {
    let json = changed.iter().fold(
        PROJECT.replace("\"version\": 7", "\"version\": 8"),
        |json, (from, to)| json.replace(from, to),
    );
    connection_from(&json)
}

#[test]
fn saving_is_offered_while_there_is_something_to_save() {
    let page = open();
    assert_eq!(page.editor.savable(), Err(NothingToSave::Unchanged));
    page.editor.label.set("Another label".into());
    assert_eq!(page.editor.savable(), Ok(()));
    page.editor.cancel();
    page.type_key();
    assert_eq!(page.editor.savable(), Ok(()));
}

#[test]
fn the_key_field_opens_to_replace_the_key_and_closes_to_keep_it() {
    let page = open();
    page.editor.replace_key();
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Empty);
    page.editor.key_typed(false);
    page.editor
        .attempt(SAVE, &Zeroizing::new("two\nlines".to_owned()));
    assert_eq!(
        page.editor.key_error.get_untracked(),
        Some(KeyError::Problem(KeyProblem::LineBreak))
    );
    page.editor.keep_key();
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Kept);
    assert_eq!(page.editor.key_error.get_untracked(), None);
    assert!(!page.editor.is_dirty());
}

#[test]
fn a_key_field_that_was_emptied_again_saves_nothing() {
    let page = open();
    page.type_key();
    page.editor.key_typed(true);
    page.attempt(SAVE);
    assert_eq!(page.server.open(), 0);
}

#[test]
fn the_labels_that_are_suggested_are_those_in_use() {
    let page = open();
    assert!(
        untrack(|| page.editor.known_labels()).is_empty(),
        "nothing is known yet"
    );
    page.store.load_summary();
    page.server
        .next()
        .json(200, include_str!("../../fixtures/summary.json"));
    page.store.load_global();
    let global = include_str!("../../fixtures/connection-global-inactive.json");
    let global = global.replace(r#""accountLabel": null"#, r#""accountLabel": "Globex""#);
    page.server.next().json(200, &global);
    assert_eq!(
        untrack(|| page.editor.known_labels()),
        [r#"ACME "EU" <b>"#, "Globex"]
    );
}

#[test]
fn a_label_beyond_the_limit_is_told_while_it_is_typed() {
    let page = open();
    page.editor.label_typed("ü".repeat(61));
    assert_eq!(page.editor.label_error.get_untracked(), Some(LabelError::TooLong));
    page.editor.label_typed("ü".repeat(60));
    assert_eq!(page.editor.label_error.get_untracked(), None);
}

#[test]
fn somebody_else_s_key_leaves_the_one_that_is_being_typed() {
    let page = open();
    page.type_key();
    page.editor.accept(newer(&[("4f2a", "0000")]));
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Typed);
}

/// The blank went when the page looked whether anything is new, and the next word stood close behind the first.
#[test]
fn a_blank_behind_a_label_stays_while_more_is_about_to_be_typed() {
    let page = open();
    let stored = page
        .editor
        .stored
        .with_untracked(|stored| stored.label().to_owned());
    let typed = format!("{stored} ");
    page.editor.label.set(typed.clone());
    page.editor.accept(newer(&[]));
    assert_eq!(page.editor.label.get_untracked(), typed);
    assert!(!page.editor.is_dirty());
    page.editor.accept(newer(&[(stored.as_str(), "Theirs")]));
    assert_eq!(page.editor.label.get_untracked(), "Theirs");
}

#[test]
fn an_open_key_field_stays_open_while_the_key_stays() {
    let page = open();
    page.editor.replace_key();
    page.editor.accept(newer(&[("CONNECTED", "UNREACHABLE")]));
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Empty);
    page.editor.accept(newer(&[("4f2a", "0000")]));
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Kept, "it was replaced");
}

/// The list says the versions of its rows, and a newer word on one of them says a newer version.
#[test]
fn what_was_read_since_is_what_is_written_over() {
    let page = open();
    page.editor.refresh();
    let read = PROJECT.replace("\"version\": 7", "\"version\": 8");
    page.server.next().json(200, &read);
    page.type_key();
    page.attempt(SAVE);
    let put = page.server.next();
    assert_eq!(
        (put.method, put.if_match.as_deref()),
        (Method::Put, Some("\"8\""))
    );
}

#[test]
fn who_takes_theirs_gives_the_own_input_up() {
    let page = open();
    page.type_key();
    page.editor.label.set("Typed".into());
    page.editor
        .take_theirs(newer(&[("ACME US", "Theirs"), ("4f2a", "0000")]));
    assert_eq!(page.editor.label.get_untracked(), "Theirs");
    assert_eq!(page.editor.key.get_untracked(), KeyEntry::Kept);
    assert!(!page.editor.is_dirty());
    page.editor.label.set("Typed".into());
    page.attempt(SAVE);
    assert_eq!(page.server.next().if_match.as_deref(), Some("\"8\""));
}

#[test]
fn the_switch_is_sent_alone() {
    for active in [false, true] {
        let page = open();
        page.editor.label.set("Typed".into());
        page.attempt(Attempt::SetActive(active));
        assert_eq!(page.server.next().body, format!(r#"{{"active":{active}}}"#));
        assert_eq!(page.editor.label.get_untracked(), "Typed");
    }
}
