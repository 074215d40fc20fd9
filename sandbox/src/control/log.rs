//! Making the log what a person or a test wants to see: lines of every level, very many of them, or none at all.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Deserialize;
use tracing_subscriber::fmt::MakeWriter;

use super::refusal;
use crate::app::App;
use crate::log::{Level, Line, LogFiles};

/// The most that the log is made to grow by at once, in megabytes. More than that is not kept.
const MOST: usize = 1_000;

/// How much is written at once, in bytes.
const BLOCK: usize = 64 * 1024;

/// A stack trace, and what looks like a key.
const TRACE: &str = "Test IO could not be reached with the header \"Authorization: Token \
    0123456789abcdef0123456789abcdef01234567\"\n\
    io.test.jira.client.UnreachableException: connect timed out\n\
    \tat io.test.jira.client.TestIoClient.products(TestIoClient.java:87)\n\
    \tat io.test.jira.jobs.ConnectionsSync.run(ConnectionsSync.java:31)\n\
    Caused by: java.net.SocketTimeoutException: connect timed out\n\
    \tat java.base/java.net.Socket.connect(Socket.java:633)\n\
    \t... 12 more";

/// What is to be done.
#[derive(Debug, Deserialize)]
#[serde(tag = "does", rename_all = "camelCase", deny_unknown_fields)]
pub(super) enum ChangeLog {
    /// Write these lines.
    Write { lines: Vec<NewLine> },
    /// Write a line of each level, with a stack trace and what looks like a key.
    Examples,
    /// Write so many megabytes.
    Grow { megabytes: usize },
    /// Delete the files, as somebody on the server could. Nothing is written until it is begun anew.
    Delete,
    /// Begin with an empty file.
    Begin,
}

/// A line to write.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewLine {
    level: Level,
    #[serde(default = "plugin")]
    logger: String,
    message: String,
    /// When it is to have been written; absent means now.
    at: Option<String>,
}

fn plugin() -> String {
    "io.test.jira.sandbox".to_owned()
}

pub(super) async fn change(State(app): State<App>, Json(wanted): Json<ChangeLog>) -> Response {
    let files = app.log.files().clone();
    let written = match wanted {
        ChangeLog::Delete => files.delete(),
        ChangeLog::Begin => files.begin(),
        ChangeLog::Grow { megabytes } if megabytes > MOST => {
            return refusal(StatusCode::BAD_REQUEST, "At most 1000 megabytes at once.");
        }
        ChangeLog::Grow { megabytes } => tokio::task::spawn_blocking(move || grow(&files, megabytes))
            .await
            .unwrap_or_else(|_| Err(io::Error::other("the writing was cut off"))),
        ChangeLog::Examples => write(&files, &examples()),
        ChangeLog::Write { lines } => match lines.iter().map(NewLine::text).collect::<Option<String>>() {
            Some(text) => write(&files, &text),
            None => return refusal(StatusCode::BAD_REQUEST, "`at` is no point in time."),
        },
    };
    match written {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refusal(StatusCode::CONFLICT, &error.to_string()),
    }
}

fn write(files: &LogFiles, text: &str) -> io::Result<()> {
    if files.read()?.is_none() {
        return Err(io::Error::other("the log has been deleted; begin it anew"));
    }
    files.make_writer().write_all(text.as_bytes())
}

impl NewLine {
    fn text(&self) -> Option<String> {
        let at = match &self.at {
            Some(at) => at.parse().ok()?,
            None => Timestamp::now(),
        };
        Some(text(at, self.level, &self.logger, &self.message))
    }
}

fn text(at: Timestamp, level: Level, logger: &str, message: &str) -> String {
    let mut text = String::new();
    let line = Line { at, level, logger };
    // Writing to a String cannot fail.
    let _ = line.write(&mut text, "");
    let _ = writeln!(text, "{message}");
    text
}

fn examples() -> String {
    let now = Timestamp::now();
    Level::ALL
        .into_iter()
        .map(|level| match level {
            Level::Error => text(now, level, "io.test.jira.client", TRACE),
            Level::Fatal => text(
                now,
                level,
                "com.atlassian.jira.cluster",
                "The node has lost its cluster",
            ),
            _ => text(
                now,
                level,
                "io.test.jira.sandbox",
                &format!("A line of level {}", level.word()),
            ),
        })
        .collect()
}

fn grow(files: &LogFiles, megabytes: usize) -> io::Result<()> {
    let mut left = megabytes * 1_000_000;
    for round in 0_usize.. {
        if left == 0 {
            break;
        }
        let now = Timestamp::now();
        let mut block = String::with_capacity(BLOCK + 256);
        while block.len() < BLOCK.min(left) {
            let number = block.len();
            block += &text(
                now,
                Level::Info,
                "com.atlassian.jira.issue.index",
                &format!("Indexed issue {number} of round {round}, which has nothing to do with Test IO"),
            );
        }
        write(files, &block)?;
        left = left.saturating_sub(block.len());
    }
    Ok(())
}
