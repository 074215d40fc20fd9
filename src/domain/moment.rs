//! Points in time that people enter, and that are counted with.

use super::time::Timestamp;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
/// Seconds of a day without a change of clocks.
pub const DAY: i64 = 24 * HOUR;

/// A point in time, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(i64);

impl Moment {
    /// So many seconds after the beginning of 1970 in UTC.
    pub fn from_epoch(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds from another moment to this one.
    pub fn since(self, other: Self) -> i64 {
        self.0.saturating_sub(other.0)
    }

    /// As the contract writes it.
    pub fn to_timestamp(self) -> Timestamp {
        let (year, month, day) = civil(self.0.div_euclid(DAY));
        let second = self.0.rem_euclid(DAY);
        let (hour, minute, second) = (second / HOUR, second % HOUR / MINUTE, second % MINUTE);
        Timestamp::new(format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
        ))
    }
}

/// What calendar and clock show, wherever that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// Year, from 1970 on.
    pub year: u32,
    /// Month, from 1 to 12.
    pub month: u32,
    /// Day of the month, from 1.
    pub day: u32,
    /// Hour, from 0 to 23.
    pub hour: u32,
    /// Minute, from 0 to 59.
    pub minute: u32,
    /// Second, from 0 to 59.
    pub second: u32,
}

impl LocalTime {
    /// Reads what a field for a date and a time holds (HTML's local date and time string), or what a person types who has
    /// a browser without such a field: `2026-05-03 09:15`. Nothing for what is no such time.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.trim().split_once(['T', ' '])?;
        let [year, month, day] = numbers(date, '-')?;
        // Browsers write seconds, and parts of them, only where there are any.
        let time = time.trim_start().split('.').next()?;
        let [hour, minute, second] = match time.matches(':').count() {
            1 => {
                let [hour, minute] = numbers(time, ':')?;
                [hour, minute, 0]
            }
            _ => numbers(time, ':')?,
        };
        let is_day = (1970..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_of(year, month)).contains(&day);
        (is_day && hour < 24 && minute < 60 && second < 60).then_some(Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
        })
    }
}

/// As many numbers as there are to be, between separators.
fn numbers<const N: usize>(text: &str, separator: char) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    let mut parts = text.split(separator);
    for number in &mut numbers {
        let part = parts.next()?;
        let is_number = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        *number = part.parse().ok().filter(|_| is_number)?;
    }
    parts.next().is_none().then_some(numbers)
}

fn days_of(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 31,
    }
}

/// Year, month and day so many days after the beginning of 1970, counted in years that begin in March, so that the leap
/// day is the last one.
fn civil(days: i64) -> (i64, i64, i64) {
    /// Days from March of the year 0 to the beginning of 1970.
    const TO_1970: i64 = 719_468;
    /// Days of 400 years.
    const ERA: i64 = 146_097;
    let days = days + TO_1970;
    let (era, day) = (days.div_euclid(ERA), days.rem_euclid(ERA));
    let year = (day - day / 1_460 + day / 36_524 - day / (ERA - 1)) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{LocalTime, Moment};

    #[test]
    fn a_moment_is_written_in_utc() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_777_799_700, "2026-05-03T09:15:00Z"),
            (1_798_761_599, "2026-12-31T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
        ] {
            assert_eq!(Moment::from_epoch(seconds).to_timestamp().as_str(), text);
        }
    }

    #[test]
    fn what_a_field_holds_is_a_local_time() {
        let at = |hour, minute, second| LocalTime {
            year: 2026,
            month: 5,
            day: 3,
            hour,
            minute,
            second,
        };
        for (text, time) in [
            ("2026-05-03T09:15", at(9, 15, 0)),
            ("2026-05-03T09:15:30", at(9, 15, 30)),
            ("2026-05-03T23:59:59.999", at(23, 59, 59)),
            (" 2026-5-3 9:15 ", at(9, 15, 0)),
        ] {
            assert_eq!(LocalTime::parse(text), Some(time), "{text}");
        }
    }

    #[test]
    fn what_no_calendar_and_no_clock_shows_is_none() {
        for text in [
            "",
            "2026-05-03",
            "2026-05-03T",
            "2026-05-03T09",
            "2026-05-03T24:00",
            "2026-05-03T09:60",
            "2026-05-03T09:15:60",
            "2026-05-03T09:15:00:00",
            "2026-02-29T09:15",
            "2100-02-29T09:15",
            "2026-04-31T09:15",
            "2026-13-01T09:15",
            "2026-00-01T09:15",
            "2026-01-00T09:15",
            "1969-12-31T09:15",
            "02026-05-03-T09:15",
            "+2026-05-03T09:15",
            "2026-05-03T-9:15",
            "3.5.2026 9:15",
            "yesterday",
        ] {
            assert_eq!(LocalTime::parse(text), None, "{text}");
        }
        assert!(LocalTime::parse("2024-02-29T00:00").is_some());
        assert!(LocalTime::parse("2000-02-29T00:00").is_some());
    }
}
