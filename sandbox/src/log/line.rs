//! The form of a line: as Jira writes it, `2026-05-03 09:15:00,123+0000 thread LEVEL user path [logger] message`.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

/// How long the time at the beginning is, in bytes.
const TIME_BYTES: usize = 28;

/// How much a line matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names are log4j's")]
pub enum Level {
    Trace,
    Debug,
    Info,
    Warn,
    Error,
    Fatal,
}

impl Level {
    /// Every level, the least important first.
    pub const ALL: [Self; 6] = [
        Self::Trace,
        Self::Debug,
        Self::Info,
        Self::Warn,
        Self::Error,
        Self::Fatal,
    ];

    /// The word in the log.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Trace => "TRACE",
            Self::Debug => "DEBUG",
            Self::Info => "INFO",
            Self::Warn => "WARN",
            Self::Error => "ERROR",
            Self::Fatal => "FATAL",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

impl From<tracing::Level> for Level {
    fn from(level: tracing::Level) -> Self {
        match level {
            tracing::Level::TRACE => Self::Trace,
            tracing::Level::DEBUG => Self::Debug,
            tracing::Level::INFO => Self::Info,
            tracing::Level::WARN => Self::Warn,
            tracing::Level::ERROR => Self::Error,
        }
    }
}

/// What is before a line's message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// When it was written.
    pub at: Timestamp,
    /// How much it matters.
    pub level: Level,
    /// Who wrote it.
    pub logger: &'a str,
}

impl Line<'_> {
    /// Writes it up to where its message begins. `within` is who asked for what; empty for nobody.
    ///
    /// # Errors
    /// The writer's own error.
    pub fn write(self, to: &mut dyn fmt::Write, within: &str) -> fmt::Result {
        let thread = std::thread::current();
        let (time, thread) = (
            self.at.strftime("%Y-%m-%d %H:%M:%S,%3f+0000"),
            thread.name().unwrap_or("thread"),
        );
        write!(
            to,
            "{time} {thread} {} {within} [{}] ",
            self.level.word(),
            self.logger
        )
    }
}

/// Reads the beginning of a line, and gives its message too. `None` for a line that belongs to the one before.
#[must_use]
pub fn parse(line: &str) -> Option<(Line<'_>, &str)> {
    let (time, rest) = (line.get(..TIME_BYTES)?, line.get(TIME_BYTES..)?);
    let at = time_of(time)?;
    let mut level = None;
    let mut rest = rest.strip_prefix(' ')?;
    while level.is_none() {
        let (word, after) = rest.split_once(' ')?;
        level = Level::of(word);
        rest = after;
    }
    let (_, rest) = rest.split_once('[')?;
    let (logger, rest) = rest.split_once(']')?;
    let message = rest.strip_prefix(' ').unwrap_or(rest);
    Some((
        Line {
            at,
            level: level?,
            logger,
        },
        message,
    ))
}

/// `2026-05-03 09:15:00,123+0000`. By hand, because a log has millions of them.
fn time_of(text: &str) -> Option<Timestamp> {
    const FORM: &[u8; TIME_BYTES] = b"0000-00-00 00:00:00,000+0000";
    let text = text.as_bytes();
    let fits = text.iter().zip(FORM).all(|(byte, form)| match form {
        b'0' => byte.is_ascii_digit(),
        b'+' => matches!(byte, b'+' | b'-'),
        other => byte == other,
    });
    if !fits {
        return None;
    }
    let number = |from: usize, to: usize| {
        text[from..to]
            .iter()
            .fold(0_i32, |number, digit| number * 10 + i32::from(digit - b'0'))
    };
    let small = |from: usize| i8::try_from(number(from, from + 2)).ok();
    let year = i16::try_from(number(0, 4)).ok()?;
    let nanoseconds = number(20, 23) * 1_000_000;
    let civil = DateTime::new(
        year,
        small(5)?,
        small(8)?,
        small(11)?,
        small(14)?,
        small(17)?,
        nanoseconds,
    )
    .ok()?;
    let ahead = number(24, 26) * 3600 + number(26, 28) * 60;
    let offset = Offset::from_seconds(if text[23] == b'-' { -ahead } else { ahead }).ok()?;
    offset.to_timestamp(civil).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

    use super::{Level, Line, parse};

    #[test]
    fn what_is_written_can_be_read() {
        let line = Line {
            at: "2026-05-03T09:15:00.123Z".parse().unwrap(),
            level: Level::Warn,
            logger: "io.test.jira.connection",
        };
        for within in ["", "admin /rest/testio/1.0/connections"] {
            let mut text = String::new();
            line.write(&mut text, within).unwrap();
            text.push_str("a [message] of INFO");
            assert_eq!(parse(&text), Some((line, "a [message] of INFO")), "{text}");
        }
    }

    #[test]
    fn lines_of_a_real_jira_can_be_read() {
        for (text, logger, message) in [
            (
                "2026-05-03 11:15:00,123+0200 http-nio-8080-exec-7 url: /rest/api/2/issue; user: ana ERROR ana 675x12x1 \
                 1a2b3c 192.0.2.7 /rest/api/2/issue [c.a.j.issue.Manager] It failed",
                "c.a.j.issue.Manager",
                "It failed",
            ),
            (
                "2026-05-03 04:15:00,123-0500 main ERROR      [c.atlassian.jira.startup.Launcher]",
                "c.atlassian.jira.startup.Launcher",
                "",
            ),
        ] {
            let (line, rest) = parse(text).unwrap();
            assert_eq!(line.at, "2026-05-03T09:15:00.123Z".parse().unwrap());
            assert_eq!((line.level, line.logger, rest), (Level::Error, logger, message));
        }
    }

    #[test]
    fn a_line_without_a_time_belongs_to_the_one_before() {
        for text in [
            "",
            "\tat io.test.jira.Connection.check(Connection.java:42)",
            "Caused by: java.net.ConnectException: Connection refused",
            "2026-05-03 09:15:00,123+0000",
            "2026-05-03 09:15:00,123+0000 and no level [in] it",
            "2026-13-03 09:15:00,123+0000 main INFO [a.month] that is none",
            "ä2026-05-03 09:15:00,123+000 main INFO [a.b] c",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
