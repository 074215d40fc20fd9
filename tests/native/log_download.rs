//! The log as a file: nothing that could be a key, nothing of an attempt that failed, and nothing after it was given up.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use testio_connection::{
    api::{NoAnswer, RawAnswer, client::Client},
    domain::{
        failure::Failure,
        log::{Level, LogLine, LogLines},
        log_range::Origin,
        time::Timestamp,
    },
    state::maintenance::{
        Maintenance,
        log_download::{LogDownload, LogFile, Stage},
    },
};

use super::server::{Asked, Server, runtime};

const KEY: &str = "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f";
const NAME: &str = "jira-log_2026-05-03T08-15-00Z_2026-05-03T09-15-00Z.log";

/// What the browser would have on its disk.
#[derive(Default)]
struct Disk {
    pieces: RefCell<Vec<u8>>,
    saved: RefCell<Vec<(String, String)>>,
    is_full: bool,
}

impl LogFile for Disk {
    fn add(&self, piece: &[u8]) {
        self.pieces.borrow_mut().extend(piece);
    }

    fn empty(&self) {
        self.pieces.take();
    }

    fn save(&self, name: &str) -> bool {
        let text = String::from_utf8(self.pieces.borrow().clone()).unwrap();
        self.saved.borrow_mut().push((name.to_owned(), text));
        !self.is_full
    }
}

fn download(client: &Client, disk: Disk) -> (LogDownload, Rc<Disk>) {
    let disk = Rc::new(disk);
    let file = disk.clone();
    (
        LogDownload::new(Maintenance::new(client.clone()), move || file.clone()),
        disk,
    )
}

fn lines(bytes: u64) -> LogLines {
    LogLines {
        from: Timestamp::new("2026-05-03T08:15:00Z"),
        to: Timestamp::new("2026-05-03T09:15:00Z"),
        origin: Origin::Jira,
        lines: Vec::new(),
        total: 2,
        has_older: false,
        bytes,
    }
}

/// A body begins with these pieces.
fn begin(asked: &Asked, pieces: &[&str]) {
    let sink = asked.sink.clone().expect("a sink");
    sink.begin();
    pieces.iter().for_each(|piece| sink.take(piece.as_bytes()));
}

/// The pieces of a body, and the end of it.
fn stream(asked: Asked, pieces: &[&str]) {
    begin(&asked, pieces);
    asked.raw(RawAnswer {
        status: 200,
        content_type: "text/plain;charset=utf-8".into(),
        was_streamed: true,
        ..RawAnswer::default()
    });
}

#[test]
fn a_key_in_two_pieces_is_in_neither_and_the_file_is_named_by_its_range() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let (download, disk) = download(&client, Disk::default());
    download.want(lines(1_000));
    assert_eq!(download.stage.get_untracked(), Stage::Running);
    let asked = server.next();
    assert_eq!(
        asked.path,
        "/maintenance/logs/download?from=2026-05-03T08%3A15%3A00Z&to=2026-05-03T09%3A15%3A00Z"
    );
    stream(asked, &["first 5e1f0a7c9b3d42e8", &KEY[16..], " last"]);
    assert_eq!(download.stage.get_untracked(), Stage::Saved(NAME.into()));
    assert_eq!(download.received.get_untracked(), 22 + 24 + 5);
    assert_eq!(
        *disk.saved.borrow(),
        [(NAME.to_owned(), "first [redacted] last".to_owned())]
    );
    assert!(disk.pieces.borrow().is_empty(), "the browser has it now");
}

// A request is sent again once somebody has logged in: what its first answer had begun with is none of the file.
#[test]
fn of_a_body_that_begins_again_only_the_second_is_in_the_file() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let (download, disk) = download(&client, Disk::default());
    download.want(lines(1_000));
    let asked = server.next();
    begin(&asked, &["half 5e1f0a7c"]);
    stream(asked, &["whole"]);
    assert_eq!(disk.saved.borrow()[0].1, "whole");
    assert_eq!(download.received.get_untracked(), 5);
}

#[test]
fn a_body_that_breaks_off_is_no_file_and_the_next_attempt_begins_anew() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let (download, disk) = download(&client, Disk::default());
    download.want(lines(1_000));
    let asked = server.next();
    begin(&asked, &["half 5e1f0a7c"]);
    assert_eq!(download.received.get_untracked(), 13);
    asked.fail(NoAnswer::Offline);
    assert_eq!(download.stage.get_untracked(), Stage::Failed(Failure::Offline));
    assert!(disk.saved.borrow().is_empty());
    download.start();
    assert_eq!(download.received.get_untracked(), 0);
    stream(server.next(), &["whole"]);
    assert_eq!(disk.saved.borrow()[0].1, "whole");
}

#[test]
fn what_is_given_up_is_never_saved() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let (download, disk) = download(&client, Disk::default());
    download.want(lines(1_000));
    let asked = server.next();
    download.stop();
    assert!(asked.cancel.is_cancelled());
    stream(asked, &["late"]);
    assert_eq!(download.stage.get_untracked(), Stage::Idle);
    assert!(disk.saved.borrow().is_empty() && disk.pieces.borrow().is_empty());
}

#[test]
fn more_than_a_hundred_megabytes_are_fetched_only_after_a_question() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let (download, _) = download(&client, Disk::default());
    download.want(lines(6 << 30));
    assert_eq!(
        (download.stage.get_untracked(), server.open()),
        (Stage::Asking, 0)
    );
    download.stop();
    download.want(lines(6 << 30));
    download.start();
    assert_eq!(
        (download.stage.get_untracked(), server.open()),
        (Stage::Running, 1)
    );
}

#[test]
fn another_answer_than_a_text_is_no_log() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let (download, disk) = download(&client, Disk::default());
    download.want(lines(1_000));
    server.next().json(200, "{}");
    assert!(matches!(
        download.stage.get_untracked(),
        Stage::Failed(Failure::Unreadable(_))
    ));
    download.start();
    stream(server.next(), &[]);
    assert!(matches!(
        download.stage.get_untracked(),
        Stage::Failed(Failure::Unreadable(_))
    ));
    download.start();
    let gone = r#"{"errorMessages":["No."],"errors":{},"code":"LOG_NOT_FOUND"}"#;
    server.next().json(404, gone);
    assert_eq!(download.stage.get_untracked(), Stage::Failed(Failure::LogGone));
    assert!(disk.saved.borrow().is_empty());
}

#[test]
fn a_browser_without_room_for_it_is_told_apart() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let disk = Disk {
        is_full: true,
        ..Disk::default()
    };
    let (download, _) = download(&client, disk);
    download.want(lines(1_000));
    stream(server.next(), &["all"]);
    assert_eq!(download.stage.get_untracked(), Stage::NoRoom);
}

/// The tab said that a download was under way, and offered to stop it, when it was over.
#[test]
fn it_is_running_from_its_beginning_to_its_end_alone() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let (download, _) = download(&client, Disk::default());
    let is_running = move || untrack(move || download.is_running());
    assert!(!is_running());
    download.want(lines(6 << 30));
    assert!(!is_running(), "it is a question yet");
    download.start();
    assert!(is_running());
    stream(server.next(), &["all"]);
    assert!(!is_running());
}

/// A log of a million lines would be kept twice for as long as the page lives.
#[test]
fn the_lines_at_hand_are_not_kept() {
    let _owner = runtime();
    let (_server, client) = Server::with_client();
    let (download, _) = download(&client, Disk::default());
    let line = LogLine {
        at: Timestamp::new("2026-05-03T08:20:00Z"),
        level: Level::Info,
        logger: "io.test".into(),
        message: "Checked".into(),
    };
    download.want(LogLines {
        lines: vec![line],
        ..lines(1_000)
    });
    assert_eq!(download.of.get_untracked(), Some(lines(1_000)));
}

#[test]
fn of_a_range_without_lines_the_file_is_empty() {
    let _owner = runtime();
    let (server, client) = Server::with_client();
    let (download, disk) = download(&client, Disk::default());
    download.want(lines(0));
    stream(server.next(), &[]);
    assert_eq!(download.stage.get_untracked(), Stage::Saved(NAME.into()));
    assert_eq!(disk.saved.borrow()[0].1, "");
}
