//! What is taken out of the log before it is given away: whatever is a stored key, and whatever could be one.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, BuildError};
use regex::Regex;

use crate::model::ApiKey;

/// What is put in its place.
const PUT_IN: &str = "[redacted]";

/// Letters and digits in a row, as many as could be a key. Whether there is a digit among them is another question.
///
/// Made once: to make it takes longer than to look through a log.
static ROW: LazyLock<Result<Regex, regex::Error>> =
    LazyLock::new(|| Regex::new(r"[\p{Alphabetic}\p{Nd}]{20,}"));

/// Knows the stored keys.
#[derive(Debug)]
pub struct Redaction {
    keys: AhoCorasick,
    row: &'static Regex,
}

/// The keys are too many, or too long.
#[derive(Debug, thiserror::Error)]
pub enum RedactionError {
    /// They can't be looked for.
    #[error("the stored keys cannot be looked for: {0}")]
    Keys(#[from] BuildError),
    /// The form of a key can't be looked for.
    #[error("the form of a key cannot be looked for: {0}")]
    Row(#[from] regex::Error),
}

impl Redaction {
    /// Looks for these keys, and for whatever could be one.
    ///
    /// # Errors
    /// There are more keys than can be looked for.
    pub fn of(keys: &[ApiKey]) -> Result<Self, RedactionError> {
        Ok(Self {
            keys: AhoCorasick::new(keys.iter().map(ApiKey::expose))?,
            row: ROW.as_ref().map_err(Clone::clone)?,
        })
    }

    /// The text without them. Where two of them touch, one thing is put in place of both.
    #[must_use]
    pub fn apply<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let rows = self
            .row
            .find_iter(text)
            .filter(|row| row.as_str().chars().any(char::is_numeric))
            .map(|row| row.range());
        let mut found: Vec<_> = self
            .keys
            .find_overlapping_iter(text)
            .map(|key| key.range())
            .chain(rows)
            .collect();
        if found.is_empty() {
            return Cow::Borrowed(text);
        }
        found.sort_by_key(|range| range.start);
        let mut redacted = String::with_capacity(text.len());
        let (mut kept_to, mut taken_to) = (0, None);
        for range in found {
            match taken_to {
                Some(end) if range.start <= end => taken_to = Some(end.max(range.end)),
                _ => {
                    redacted.push_str(&text[taken_to.unwrap_or(kept_to)..range.start]);
                    redacted.push_str(PUT_IN);
                    taken_to = Some(range.end);
                }
            }
            kept_to = taken_to.unwrap_or(kept_to);
        }
        redacted.push_str(&text[kept_to..]);
        Cow::Owned(redacted)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

    use super::Redaction;
    use crate::model::ApiKey;

    fn redacted(keys: &[&str], text: &str) -> String {
        let keys: Vec<_> = keys.iter().copied().map(ApiKey::trusted).collect();
        Redaction::of(&keys).unwrap().apply(text).into_owned()
    }

    #[test]
    fn whatever_could_be_a_key_goes() {
        for (text, left) in [
            ("key 0123456789abcdefghij.", "key [redacted]."),
            ("0123456789abcdefghi", "0123456789abcdefghi"),
            (
                "Donaudampfschifffahrtsgesellschaft",
                "Donaudampfschifffahrtsgesellschaft",
            ),
            (
                "Donaudampfschifffahrt1,Übergrößenträgermäntel2",
                "[redacted],[redacted]",
            ),
            (
                "io.test.jira.connection.http-nio-8080-exec-1",
                "io.test.jira.connection.http-nio-8080-exec-1",
            ),
        ] {
            assert_eq!(redacted(&[], text), left);
        }
    }

    #[test]
    fn stored_keys_go_whatever_they_look_like() {
        assert_eq!(
            redacted(&["se-cret", "ä"], "a se-cret and ä"),
            "a [redacted] and [redacted]"
        );
        assert_eq!(redacted(&["abc", "bcd"], "xabcdx"), "x[redacted]x", "overlapping");
        let long = "0123456789abcdefghij-tail";
        assert_eq!(
            redacted(&[long], &format!("<{long}>")),
            "<[redacted]>",
            "a part looks like a key"
        );
    }
}
