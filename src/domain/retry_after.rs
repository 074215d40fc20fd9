//! How long to wait before the next attempt (`Retry-After`, RFC 9110, 10.2.3).

/// How long whoever answered asks to wait, in seconds. `None`: not said, or nothing that is a wait.
pub type RetryAfter = Option<u32>;

/// The longest wait that is kept, in seconds: a day. Whoever asks for more does not mean it.
pub const LONGEST_WAIT: u32 = 86_400;

/// The first wait when nobody says how long, in seconds.
const FIRST_WAIT: u32 = 10;

/// The longest of those, in seconds.
const LONGEST_GUESS: u32 = 640;

/// From how many seconds on a wait is told as a time of day.
pub const LONG: u32 = 300;

/// A number of seconds as a wait. None at all is no wait: whoever asks for it is still busy.
pub fn valid(seconds: u32) -> RetryAfter {
    (1..=LONGEST_WAIT).contains(&seconds).then_some(seconds)
}

/// `Retry-After` in seconds: digits and nothing else.
pub fn parse(seconds: &str) -> RetryAfter {
    let seconds = seconds.trim();
    let digits = seconds.bytes().all(|byte| byte.is_ascii_digit());
    seconds.parse().ok().filter(|_| digits).and_then(valid)
}

/// Whether a text can be an HTTP date, which begins with a day's name. Browsers read much else as dates, even `-1`.
pub fn may_be_date(text: &str) -> bool {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let text = text.trim_start();
    DAYS.iter().any(|day| text.starts_with(day))
}

/// How long to wait, in seconds: as long as was asked for, else longer after each attempt in vain. `before` is how many
/// there have been before this one.
pub fn wait(asked: RetryAfter, before: u32) -> u32 {
    asked.and_then(valid).unwrap_or_else(|| {
        let factor = 1_u32.checked_shl(before.min(31)).unwrap_or(u32::MAX);
        FIRST_WAIT.saturating_mul(factor).min(LONGEST_GUESS)
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{LONGEST_WAIT, may_be_date, parse, wait};

    #[test]
    fn a_valid_wait_is_kept_to_the_second() {
        for seconds in [1, 7, 59, 3_600, 7_200, LONGEST_WAIT] {
            assert_eq!(parse(&seconds.to_string()), Some(seconds));
            assert_eq!(wait(Some(seconds), 5), seconds);
        }
        assert_eq!(parse(" 12 "), Some(12));
    }

    #[test]
    fn what_is_no_wait_is_none() {
        for text in [
            "0",
            "-1",
            "1.5",
            "+7",
            "1e3",
            "",
            " ",
            "soon",
            "٣",
            "99999999999",
            "86401",
            "7 s",
            "0x10",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn only_dates_of_http_are_dates() {
        for date in [
            "Wed, 21 Oct 2026 07:28:00 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            assert!(may_be_date(date), "{date}");
        }
        for text in ["-1", "1.5", "0", "2026", "21 Oct 2026", "tomorrow", ""] {
            assert!(!may_be_date(text), "{text}");
        }
    }

    /// It used to ask again every second, for as long as the page was open.
    #[test]
    fn without_a_valid_wait_each_one_is_longer_than_the_one_before() {
        let waits: Vec<_> = (0..8).map(|before| wait(None, before)).collect();
        assert_eq!(waits, [10, 20, 40, 80, 160, 320, 640, 640]);
        assert_eq!(wait(None, u32::MAX), 640);
    }
}
