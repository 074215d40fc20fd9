//! `LogLines`: the newest lines of a range of the log.

use serde::Deserialize;

use super::{Count, timestamp};
use crate::domain::{
    black_out::blacked_out,
    log::{self, Level, shown_message},
    log_range::Origin,
    shown::shown_name,
};

/// The lines, and what is said of all in the range.
#[derive(Deserialize)]
pub struct LogLines {
    from: String,
    to: String,
    lines: Vec<Line>,
    total: Count,
    truncated: bool,
    bytes: Bytes,
}

#[derive(Deserialize)]
struct Line {
    at: String,
    level: String,
    logger: String,
    message: String,
}

/// A size in bytes. A log has gigabytes, so it may be larger than a [`Count`].
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "f64")]
struct Bytes(u64);

impl TryFrom<f64> for Bytes {
    type Error = &'static str;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        // Up to 2⁵³ whole numbers are exact. The cast saturates, so whatever is out of range differs from it.
        let bytes = number as u64;
        if bytes as f64 == number && bytes <= 1 << 53 {
            Ok(Self(bytes))
        } else {
            Err("not a size")
        }
    }
}

/// A line is shown as it was logged, but without whatever could be a key.
impl From<LogLines> for log::LogLines {
    fn from(read: LogLines) -> Self {
        Self {
            from: timestamp(&read.from),
            to: timestamp(&read.to),
            // It is not in the answer: whoever asked knows.
            origin: Origin::default(),
            lines: read.lines.into_iter().map(Into::into).collect(),
            total: read.total.0,
            has_older: read.truncated,
            bytes: read.bytes.0,
        }
    }
}

impl From<Line> for log::LogLine {
    fn from(read: Line) -> Self {
        Self {
            at: timestamp(&read.at),
            level: Level::from_wire(&read.level),
            logger: shown_name(&blacked_out(&read.logger)),
            message: shown_message(&read.message),
        }
    }
}
