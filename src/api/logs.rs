//! `/maintenance/logs`: what Jira has logged.

use std::rc::Rc;

use super::{
    client::Client,
    dto,
    query::escape,
    request::{Cancel, Method, Request, Sink},
};
use crate::domain::{
    failure::Failure,
    log::LogLines,
    log_range::{Origin, Span, Wanted},
    time::Timestamp,
};

/// How many lines are looked at. Who wants more gets the file.
const TAIL: &str = "200";

/// Reads the newest lines of a range.
///
/// # Errors
/// Why they can't be had.
pub async fn tail(client: &Client, wanted: Wanted, cancel: &Cancel) -> Result<LogLines, Failure> {
    let mut path = ["/maintenance/logs?tail=", TAIL].concat();
    if let Span::Between(from, to) = wanted.span {
        push_range(&mut path, &from.to_timestamp(), &to.to_timestamp());
    }
    push_origin(&mut path, wanted.origin);
    let request = Request::new(Method::Get, path).cancelled_by(cancel);
    let lines: LogLines = client.read::<dto::LogLines, _>(request).await?;
    Ok(LogLines {
        origin: wanted.origin,
        ..lines
    })
}

/// Reads all lines of a range. They go to `sink` as they come, as they stand in the log.
///
/// # Errors
/// Why they can't be had, or not all of them.
pub async fn download(
    client: &Client,
    from: &Timestamp,
    to: &Timestamp,
    origin: Origin,
    sink: Rc<dyn Sink>,
    cancel: &Cancel,
) -> Result<(), Failure> {
    let mut path = "/maintenance/logs/download?".to_owned();
    push_range(&mut path, from, to);
    push_origin(&mut path, origin);
    let request = Request::new(Method::Get, path)
        .streamed_to(sink)
        .cancelled_by(cancel);
    let answer = client.send(request).await?;
    // JSON is a success of other requests, but no log.
    if answer.was_streamed {
        Ok(())
    } else {
        Err(super::classify::unreadable(&answer))
    }
}

fn push_range(path: &mut String, from: &Timestamp, to: &Timestamp) {
    for (name, time) in [("from", from), ("to", to)] {
        if !path.ends_with('?') {
            path.push('&');
        }
        path.push_str(name);
        path.push('=');
        path.push_str(&escape(time.as_str()));
    }
}

fn push_origin(path: &mut String, origin: Origin) {
    match origin {
        Origin::Jira => {}
        Origin::Plugin => path.push_str("&plugin=true"),
    }
}
