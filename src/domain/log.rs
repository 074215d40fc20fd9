//! Lines of Jira's log, and which of those at hand are shown.

use super::{black_out::blacked_out, log_range::Origin, shown::shown, text_match::fold, time::Timestamp};

/// Longest line of a message that is shown, in characters. The file has all of it.
const MAX_LINE_CHARS: usize = 4_000;

/// Most lines of a message that are shown. A stack trace has some hundred.
const MAX_LINES: usize = 400;

/// From how many bytes on a download is asked about first.
const LARGE: u64 = 100_000_000;

/// How much a line matters, from the least on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// `TRACE`.
    Trace,
    /// `DEBUG`.
    Debug,
    /// `INFO`.
    Info,
    /// `WARN`.
    Warn,
    /// `ERROR`.
    Error,
    /// `FATAL`.
    Fatal,
    /// A word of a newer contract. It may matter, so no filter hides it.
    Unknown,
}

impl Level {
    /// The level that the contract's word stands for.
    pub fn from_wire(word: &str) -> Self {
        match word {
            "TRACE" => Self::Trace,
            "DEBUG" => Self::Debug,
            "INFO" => Self::Info,
            "WARN" => Self::Warn,
            "ERROR" => Self::Error,
            "FATAL" => Self::Fatal,
            _ => Self::Unknown,
        }
    }
}

/// A line, with those that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// When it was logged.
    pub at: Timestamp,
    /// How much it matters.
    pub level: Level,
    /// Who logged it: the name of a logger, mostly that of a class.
    pub logger: String,
    /// What was logged. May have several lines.
    pub message: String,
}

/// What was logged, fit to be shown: without whatever could be a key, and without what would disturb the page around it.
/// Lines stay lines.
pub fn shown_message(text: &str) -> String {
    let mut lines = text.lines();
    // Once more for what only stands in a row when controls are left out.
    let shown_line = |line: &str| blacked_out(&shown(&blacked_out(line), MAX_LINE_CHARS));
    let mut message: Vec<String> = lines.by_ref().take(MAX_LINES).map(shown_line).collect();
    if lines.next().is_some() {
        message.push("…".into());
    }
    message.join("\n")
}

/// The newest lines of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLines {
    /// The first moment that was looked for.
    pub from: Timestamp,
    /// The last one.
    pub to: Timestamp,
    /// Whose lines.
    pub origin: Origin,
    /// The newest, oldest first.
    pub lines: Vec<LogLine>,
    /// How many there are in the range.
    pub total: u32,
    /// Whether there are older ones in the range than those at hand.
    pub has_older: bool,
    /// How much a file with all of them has, in bytes.
    pub bytes: u64,
}

impl LogLines {
    /// Whether a file with all of them is so large that nobody should get it by surprise.
    pub fn is_large(&self) -> bool {
        self.bytes > LARGE
    }
}

/// Which of the lines at hand are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineFilter {
    /// Those that matter at least so much; all without it.
    pub least: Option<Level>,
    /// Those with these words in what was logged or in who logged it, in whatever case; all if it is blank.
    pub text: String,
}

impl LineFilter {
    /// Whether it shows everything.
    pub fn is_empty(&self) -> bool {
        self.least.is_none() && self.text.trim().is_empty()
    }

    /// The indices of the lines that it shows, newest first: what has just happened is on top.
    pub fn apply(&self, lines: &[LogLine]) -> Vec<usize> {
        let text: Vec<char> = self.text.trim().chars().map(fold).collect();
        let shows = |line: &LogLine| {
            self.least.is_none_or(|least| line.level >= least)
                && (has(&line.message, &text) || has(&line.logger, &text))
        };
        (0..lines.len())
            .rev()
            .filter(|index| shows(&lines[*index]))
            .collect()
    }
}

fn has(text: &str, wanted: &[char]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let mut rest = text.chars();
    loop {
        let mut here = rest.clone().map(fold);
        if wanted.iter().all(|letter| here.next() == Some(*letter)) {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Level, LineFilter, LogLine, LogLines, MAX_LINES, shown_message};
    use crate::domain::{log_range::Origin, time::Timestamp};

    fn line(level: &str, logger: &str, message: &str) -> LogLine {
        LogLine {
            at: Timestamp::new("2026-05-03T09:14:59Z"),
            level: Level::from_wire(level),
            logger: logger.into(),
            message: message.into(),
        }
    }

    #[test]
    fn lines_are_shown_by_how_much_they_matter_newest_first() {
        let lines: Vec<LogLine> = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL", "NOTICE"]
            .map(|level| line(level, "a", "b"))
            .into();
        for (least, shown) in [
            (None, vec![6, 5, 4, 3, 2, 1, 0]),
            (Some(Level::Info), vec![6, 5, 4, 3, 2]),
            (Some(Level::Warn), vec![6, 5, 4, 3]),
            (Some(Level::Error), vec![6, 5, 4]),
        ] {
            let text = String::new();
            assert_eq!(LineFilter { least, text }.apply(&lines), shown, "{least:?}");
        }
    }

    #[test]
    fn a_text_is_found_in_what_was_logged_and_in_who_logged_it_in_any_case() {
        let lines = [
            line("WARN", "io.test.jira.Connection", "Test IO could not be reached"),
            line(
                "INFO",
                "com.atlassian.Jira",
                "Größe\n\tat io.test.jira.Über(Ü.java:1)",
            ),
        ];
        for (text, shown) in [
            ("  ", vec![1, 0]),
            ("CONNECTION", vec![0]),
            (" not be ", vec![0]),
            ("über(", vec![1]),
            ("io.TEST", vec![1, 0]),
            ("reached?", vec![]),
            ("grösse", vec![]),
        ] {
            let filter = LineFilter {
                text: text.into(),
                ..LineFilter::default()
            };
            assert_eq!(filter.apply(&lines), shown, "{text}");
            assert_eq!(filter.is_empty(), text.trim().is_empty());
        }
        let warnings = LineFilter {
            least: Some(Level::Warn),
            text: "io.test".into(),
        };
        assert_eq!((warnings.apply(&lines), warnings.is_empty()), (vec![0], false));
    }

    #[test]
    fn a_message_keeps_its_lines_and_nothing_that_disturbs() {
        let key = "5e1f0a7c9b3d42e8a6c4";
        assert_eq!(
            shown_message(&format!("Refused {key}\r\n\tat a.b\u{202e}c\n\u{7}d")),
            "Refused [redacted]\n at a.bc\nd"
        );
        assert_eq!(shown_message("5e1f0a7c9b3d\u{0}42e8a6c4f210"), "[redacted]");
        let long = shown_message(&"x\n".repeat(MAX_LINES + 1));
        assert!(long.ends_with("x\n…") && long.lines().count() == MAX_LINES + 1);
    }

    #[test]
    fn more_than_a_hundred_megabytes_are_asked_about_first() {
        let lines = |bytes| LogLines {
            from: Timestamp::new(""),
            to: Timestamp::new(""),
            origin: Origin::Jira,
            lines: Vec::new(),
            total: 0,
            has_older: false,
            bytes,
        };
        assert!(!lines(100_000_000).is_large());
        assert!(lines(100_000_001).is_large());
    }
}
