//! Which part of the log is looked at (`docs/rest-api.yaml`, “What the log tells”).

use super::{
    moment::{DAY, LocalTime, Moment},
    time::Timestamp,
};

/// Longest range that the server gives, in seconds.
const LONGEST: i64 = 3 * DAY;

/// A part of the log in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// From an hour ago until now, whenever it is asked for.
    #[default]
    LastHour,
    /// From one moment to another, both included; made by [`between`].
    Between(Moment, Moment),
}

/// Whose lines are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// All that Jira logs.
    Jira,
    /// What the plugin logs.
    #[default]
    Plugin,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// From when to when.
    pub span: Span,
    /// Whose lines.
    pub origin: Origin,
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Where it begins.
    From,
    /// Where it ends.
    To,
}

/// Why what was entered is no range that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeProblem {
    /// An end is missing, or is not a whole date and time.
    NoTime(End),
    /// It ends before it begins.
    FromAfterTo,
    /// There are more than 3 days between its ends.
    TooLong,
}

impl RangeProblem {
    /// Beside which field it is said, as the contract has it.
    pub fn end(self) -> End {
        match self {
            Self::NoTime(end) => end,
            Self::FromAfterTo => End::From,
            Self::TooLong => End::To,
        }
    }
}

/// The range between two times as people enter them. `moment` knows the reader's time zone: what is it when clocks there
/// show this?
///
/// # Errors
/// What is wrong with it; of several problems the first that has to be mended.
pub fn between(
    from: &str,
    to: &str,
    moment: impl Fn(LocalTime) -> Option<Moment>,
) -> Result<Span, RangeProblem> {
    let at = |text: &str, end| {
        let moment = LocalTime::parse(text).and_then(&moment);
        moment.ok_or(RangeProblem::NoTime(end))
    };
    let (from, to) = (at(from, End::From)?, at(to, End::To)?);
    match to.since(from) {
        ..0 => Err(RangeProblem::FromAfterTo),
        0..=LONGEST => Ok(Span::Between(from, to)),
        _ => Err(RangeProblem::TooLong),
    }
}

/// What a file with the lines of a range is called. Its times are in UTC, because people in other time zones get it.
pub fn file_name(origin: Origin, from: &Timestamp, to: &Timestamp) -> String {
    let whose = match origin {
        Origin::Jira => "jira-log",
        Origin::Plugin => "test-io-log",
    };
    // No file system takes a colon.
    let name = |time: &Timestamp| -> String {
        let letters = time.as_str().chars().take(40);
        letters
            .map(|letter| if letter == ':' { '-' } else { letter })
            .filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.'))
            .collect()
    };
    [whose, "_", &name(from), "_", &name(to), ".log"].concat()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{End, Origin, RangeProblem, Span, between, file_name};
    use crate::domain::{
        moment::{LocalTime, Moment},
        time::Timestamp,
    };

    /// A zone in which every month has 31 days, and an hour is missing on the 29th of March.
    fn moment(time: LocalTime) -> Option<Moment> {
        let LocalTime {
            month,
            day,
            hour,
            minute,
            second,
            ..
        } = time;
        let days = i64::from(month * 31 + day);
        let clock = i64::from(hour * 3_600 + minute * 60 + second);
        (time.year == 2026).then(|| Moment::from_epoch(days * 86_400 + clock - i64::from(day >= 29) * 3_600))
    }

    #[test]
    fn a_range_of_three_days_can_be_asked_for_and_not_a_second_more() {
        let range = |from, to| between(from, to, moment);
        for (from, to) in [
            ("2026-05-03T09:15", "2026-05-06T09:15"),
            ("2026-05-03T09:15", "2026-05-03T09:15"),
        ] {
            assert!(matches!(range(from, to), Ok(Span::Between(..))), "{from} {to}");
        }
        assert_eq!(
            range("2026-05-03T09:15", "2026-05-06T09:15:01"),
            Err(RangeProblem::TooLong)
        );
        // Where clocks were put forward, three days by the calendar are an hour less.
        assert!(range("2026-03-28T09:15", "2026-03-31T10:15").is_ok());
    }

    #[test]
    fn each_problem_is_said_beside_the_field_that_mends_it() {
        for (from, to, problem, end) in [
            ("", "", RangeProblem::NoTime(End::From), End::From),
            (
                "2026-05-03T09:15",
                "2026-05",
                RangeProblem::NoTime(End::To),
                End::To,
            ),
            // Not in this zone.
            (
                "2025-05-03T09:15",
                "2026-05-03T09:15",
                RangeProblem::NoTime(End::From),
                End::From,
            ),
            (
                "2026-05-03T09:15",
                "2026-05-03T09:14:59",
                RangeProblem::FromAfterTo,
                End::From,
            ),
            (
                "2026-05-03T09:15",
                "2026-06-03T09:15",
                RangeProblem::TooLong,
                End::To,
            ),
        ] {
            assert_eq!(between(from, to, moment), Err(problem), "{from} {to}");
            assert_eq!(problem.end(), end);
        }
    }

    #[test]
    fn a_file_is_named_by_its_range_and_every_system_can_store_it() {
        let (from, to) = ("2026-05-03T08:15:00Z", "2026-05-03T09:15:00.5Z");
        let name = |origin, from| file_name(origin, &Timestamp::new(from), &Timestamp::new(to));
        assert_eq!(
            name(Origin::Plugin, from),
            "test-io-log_2026-05-03T08-15-00Z_2026-05-03T09-15-00.5Z.log"
        );
        assert_eq!(
            name(Origin::Jira, "../a\\b\u{202e}"),
            "jira-log_..ab_2026-05-03T09-15-00.5Z.log"
        );
    }
}
