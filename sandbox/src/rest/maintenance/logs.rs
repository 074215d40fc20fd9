//! `/maintenance/logs`: a range of the log, its newest lines or all of it as a file.

use std::io;

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::contract::Streamed;
use crate::log::{self, LogEntry, LogFile, Redaction, Selection};
use crate::model::now_ms;
use crate::rest::RestError;
use crate::rest::extract::{Manager, Parameters};
use crate::store::key_use;

/// How far back the range goes that nobody has asked for.
const USUAL: SignedDuration = SignedDuration::from_hours(1);

/// The longest range.
const LONGEST: SignedDuration = SignedDuration::from_hours(3 * 24);

#[derive(Debug, Deserialize)]
pub(super) struct Range {
    from: Option<String>,
    to: Option<String>,
    #[serde(default)]
    plugin: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Tail {
    #[serde(default = "usual_tail")]
    tail: usize,
}

fn usual_tail() -> usize {
    200
}

#[derive(Debug, Serialize)]
pub(super) struct LogLines {
    from: String,
    to: String,
    lines: Vec<LogEntry>,
    total: usize,
    truncated: bool,
    bytes: usize,
}

pub(super) async fn lines(
    State(app): State<App>,
    _: Manager,
    Parameters(range): Parameters<Range>,
    Parameters(Tail { tail }): Parameters<Tail>,
) -> Result<Json<LogLines>, RestError> {
    let wanted = range.selection()?;
    let (files, redaction) = open(&app).await?;
    let found = tokio::task::spawn_blocking(move || log::read(files, wanted, tail, &redaction))
        .await
        .unwrap_or_else(|_| Err(io::Error::other("the reading was cut off")))
        .map_err(RestError::LogUnreadable)?;
    Ok(Json(LogLines {
        from: wanted.from.to_string(),
        to: wanted.to.to_string(),
        truncated: found.total > found.newest.len(),
        lines: found.newest,
        total: found.total,
        bytes: found.bytes,
    }))
}

pub(super) async fn download(
    State(app): State<App>,
    _: Manager,
    Parameters(range): Parameters<Range>,
) -> Result<Response, RestError> {
    let wanted = range.selection()?;
    let (files, redaction) = open(&app).await?;
    let name = |time: Timestamp| time.strftime("%Y%m%dT%H%M%SZ");
    let disposition = format!(
        "attachment; filename=\"atlassian-jira-{}-{}.log\"",
        name(wanted.from),
        name(wanted.to)
    );
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    let mut response = (headers, Body::new(log::stream(files, wanted, redaction))).into_response();
    response.extensions_mut().insert(Streamed);
    Ok(response)
}

/// The files as they are now, and what is taken out of them.
async fn open(app: &App) -> Result<(Vec<LogFile>, Redaction), RestError> {
    let files = app
        .log
        .files()
        .read()
        .map_err(RestError::LogUnreadable)?
        .ok_or(RestError::LogNotFound)?;
    let keys = app.store.transact(key_use::keys).await?;
    let redaction =
        Redaction::of(&keys).map_err(|error| RestError::LogUnreadable(io::Error::other(error)))?;
    Ok((files, redaction))
}

impl Range {
    fn selection(&self) -> Result<Selection, RestError> {
        let to = match &self.to {
            Some(to) => instant("to", to)?,
            // As precise as the log is.
            None => Timestamp::from_millisecond(now_ms()).unwrap_or_else(|_| Timestamp::now()),
        };
        let from = match &self.from {
            Some(from) => instant("from", from)?,
            None => to.saturating_sub(USUAL).unwrap_or(Timestamp::MIN),
        };
        if from > to {
            return Err(RestError::InvalidField(
                "from",
                "This is after the end of the range.",
            ));
        }
        if to.duration_since(from) > LONGEST {
            return Err(RestError::InvalidField("to", "At most 3 days."));
        }
        Ok(Selection {
            from,
            to,
            plugin: self.plugin,
        })
    }
}

fn instant(field: &'static str, text: &str) -> Result<Timestamp, RestError> {
    text.parse()
        .map_err(|_| RestError::InvalidField(field, "This is no point in time."))
}
