//! Reading a range of the log, of any size, without ever having it all in memory.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame};
use jiff::Timestamp;
use serde::{Serialize, Serializer};
use tokio::sync::mpsc;

use super::files::LogFile;
use super::line::{Level, parse};
use super::redaction::Redaction;
use crate::model::instant;

/// How much is redacted and sent at once, in bytes; a long line may make it more.
const BLOCK: usize = 64 * 1024;

/// The loggers of the plugin.
const PLUGIN: &str = "io.test.jira";

/// What is wanted of the log.
#[derive(Debug, Clone, Copy)]
pub struct Selection {
    /// The first instant.
    pub from: Timestamp,
    /// The last one.
    pub to: Timestamp,
    /// Whether only what the plugin logged is wanted.
    pub plugin: bool,
}

impl Selection {
    fn has(self, text: &str) -> Option<bool> {
        let (line, _) = parse(text)?;
        let by_plugin = || {
            line.logger
                .strip_prefix(PLUGIN)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        Some(self.from <= line.at && line.at <= self.to && (!self.plugin || by_plugin()))
    }
}

/// A line as the REST API gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogEntry {
    /// When it was written.
    #[serde(serialize_with = "as_instant")]
    pub at: Timestamp,
    /// How much it matters.
    pub level: Level,
    /// Who wrote it.
    pub logger: String,
    /// What it says, in one line or more.
    pub message: String,
}

fn as_instant<S: Serializer>(time: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&instant(*time))
}

/// What there is in a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The newest lines, oldest first.
    pub newest: Vec<LogEntry>,
    /// How many there are.
    pub total: usize,
    /// How many bytes they have, once they are redacted.
    pub bytes: usize,
}

/// Reads a range, and keeps as many of its newest lines as are wanted. Blocks.
///
/// # Errors
/// A file can't be read.
pub fn read(files: Vec<LogFile>, wanted: Selection, tail: usize, redaction: &Redaction) -> io::Result<Found> {
    let mut newest: VecDeque<String> = VecDeque::new();
    let (mut total, mut bytes, mut block) = (0, 0, String::new());
    for_each_line(files, wanted, |text, place| {
        match place {
            Place::First => {
                total += 1;
                if newest.len() == tail {
                    newest.pop_front();
                }
                newest.push_back(text.to_owned());
            }
            Place::Further => {
                if let Some(line) = newest.back_mut() {
                    line.push_str(text);
                }
            }
        }
        if block.len() + text.len() > BLOCK {
            bytes += redaction.apply(&block).len();
            block.clear();
        }
        block.push_str(text);
        Flow::On
    })?;
    bytes += redaction.apply(&block).len();
    let newest = newest.iter().filter_map(|text| entry(text, redaction)).collect();
    Ok(Found { newest, total, bytes })
}

fn entry(text: &str, redaction: &Redaction) -> Option<LogEntry> {
    let (line, message) = parse(text)?;
    Some(LogEntry {
        at: line.at,
        level: line.level,
        logger: redaction.apply(line.logger).into_owned(),
        message: redaction
            .apply(message.trim_end_matches(['\n', '\r']))
            .into_owned(),
    })
}

/// A body that has a range, sent as it is read. Who stops listening stops the reading.
#[must_use]
pub fn stream(files: Vec<LogFile>, wanted: Selection, redaction: Redaction) -> Blocks {
    let (sender, blocks) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || {
        let send = |block: &mut String| {
            let redacted = Bytes::from(redaction.apply(block).into_owned());
            block.clear();
            match sender.blocking_send(Ok(redacted)) {
                Ok(()) => Flow::On,
                Err(_) => Flow::Stop,
            }
        };
        let mut block = String::new();
        let read = for_each_line(files, wanted, |text, _| {
            let flow = if block.len() + text.len() > BLOCK && !block.is_empty() {
                send(&mut block)
            } else {
                Flow::On
            };
            block.push_str(text);
            flow
        });
        match read {
            Ok(Flow::On) => {
                if !block.is_empty() {
                    send(&mut block);
                }
            }
            Ok(Flow::Stop) => {}
            // Who does not listen any more needs no error.
            Err(error) => drop(sender.blocking_send(Err(error))),
        }
    });
    Blocks(blocks)
}

/// A body that is read by another thread. `http_body_util`'s own takes a sender that has gone for the end even where its last
/// block has not been taken yet, and must not be asked again then.
#[derive(Debug)]
pub struct Blocks(mpsc::Receiver<io::Result<Bytes>>);

impl Body for Blocks {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.0
            .poll_recv(context)
            .map(|block| block.map(|block| block.map(Frame::data)))
    }
}

/// Whether a line of the file begins one of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Further,
}

/// Whether to read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    On,
    Stop,
}

/// Gives each line of the files that is wanted, with its line break.
fn for_each_line(
    files: Vec<LogFile>,
    wanted: Selection,
    mut take: impl FnMut(&str, Place) -> Flow,
) -> io::Result<Flow> {
    let mut line = Vec::new();
    // What is before the first line with a time belongs to one that is gone.
    let mut inside = false;
    for LogFile { file, bytes } in files {
        let mut reader = BufReader::with_capacity(BLOCK, file.take(bytes));
        loop {
            line.clear();
            if reader.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            let text = String::from_utf8_lossy(&line);
            let place = match wanted.has(&text) {
                Some(has) => {
                    inside = has;
                    Place::First
                }
                None => Place::Further,
            };
            if inside && take(&text, place) == Flow::Stop {
                return Ok(Flow::Stop);
            }
        }
    }
    Ok(Flow::On)
}
