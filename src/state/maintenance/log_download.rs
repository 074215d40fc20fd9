//! The log as a file: streamed, blacked out once more, and given up whenever the person wants.

use std::{cell::RefCell, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use super::Maintenance;
use crate::{
    api::{logs, request::Sink},
    domain::{black_out::BlackOut, failure::Failure, log::LogLines, log_range::file_name},
    state::latest::Latest,
};

/// A file that is being put together by the browser.
pub trait LogFile {
    /// Puts a piece at its end.
    fn add(&self, piece: &[u8]);
    /// Forgets all pieces.
    fn empty(&self);
    /// Hands the file to the person under this name. Whether the browser could.
    fn save(&self, name: &str) -> bool;
}

/// How far a download is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is downloaded.
    #[default]
    Idle,
    /// It is very large, so the person is asked first.
    Asking,
    /// Pieces come.
    Running,
    /// The browser has the file of that name.
    Saved(String),
    /// The browser has no room for it.
    NoRoom,
    /// It could not be had, or broke off.
    Failed(Failure),
}

/// A download of the log. It lives as long as the page, so that another tab can be looked at meanwhile.
#[derive(Clone, Copy)]
pub struct LogDownload {
    maintenance: Maintenance,
    make_file: StoredValue<Box<dyn Fn() -> Rc<dyn LogFile>>, LocalStorage>,
    /// What is downloaded.
    pub of: RwSignal<Option<LogLines>>,
    /// How far it is.
    pub stage: RwSignal<Stage>,
    /// How much has come, in bytes.
    pub received: RwSignal<u64>,
    turns: Latest,
}

impl LogDownload {
    /// Nothing is downloaded yet. `make_file` makes an empty file.
    pub fn new(maintenance: Maintenance, make_file: impl Fn() -> Rc<dyn LogFile> + 'static) -> Self {
        Self {
            maintenance,
            make_file: StoredValue::new_local(Box::new(make_file)),
            of: RwSignal::new(None),
            stage: RwSignal::default(),
            received: RwSignal::new(0),
            turns: Latest::default(),
        }
    }

    /// Whether it is under way.
    pub fn is_running(self) -> bool {
        self.stage.with(|stage| *stage == Stage::Running)
    }

    /// Downloads all lines of the range that these are of; very many only after a question.
    pub fn want(self, lines: LogLines) {
        // Of a log a million lines are nothing rare, and none of those at hand is needed.
        let of = LogLines {
            lines: Vec::new(),
            ..lines
        };
        let is_large = of.is_large();
        self.of.set(Some(of));
        if is_large {
            self.stage.set(Stage::Asking);
        } else {
            self.start();
        }
    }

    /// Downloads what is wanted, from its beginning.
    pub fn start(self) {
        let Some(of) = self.of.get_untracked() else { return };
        let turn = self.turns.begin();
        self.received.set(0);
        self.stage.set(Stage::Running);
        let file = self.make_file.with_value(|make_file| make_file());
        let sink = Rc::new(Pieces {
            file: file.clone(),
            black_out: RefCell::default(),
            received: self.received,
        });
        let client = self.maintenance.client();
        spawn_local(async move {
            let read = logs::download(&client, &of.from, &of.to, of.origin, sink.clone(), &turn.cancel).await;
            if !self.turns.is_current(&turn) {
                file.empty();
                return;
            }
            let stage = match self.maintenance.note(read) {
                Ok(()) => {
                    sink.end();
                    let name = file_name(of.origin, &of.from, &of.to);
                    if file.save(&name) {
                        Stage::Saved(name)
                    } else {
                        Stage::NoRoom
                    }
                }
                Err(failure) => Stage::Failed(failure),
            };
            file.empty();
            self.stage.set(stage);
        });
    }

    /// Gives up what is under way, or takes what came of it off the screen.
    pub fn stop(self) {
        self.turns.end();
        self.stage.set(Stage::Idle);
    }
}

/// Where the pieces go: through the black-out to the file.
struct Pieces {
    file: Rc<dyn LogFile>,
    black_out: RefCell<BlackOut>,
    received: RwSignal<u64>,
}

impl Pieces {
    fn end(&self) {
        self.file.add(&self.black_out.take().end());
    }
}

impl Sink for Pieces {
    fn begin(&self) {
        self.file.empty();
        self.black_out.take();
        self.received.try_set(0);
    }

    fn take(&self, piece: &[u8]) {
        let cleared = self.black_out.borrow_mut().next(piece);
        self.file.add(&cleared);
        let length = u64::try_from(piece.len()).unwrap_or(u64::MAX);
        self.received
            .try_update(|received| *received = received.saturating_add(length));
    }
}
