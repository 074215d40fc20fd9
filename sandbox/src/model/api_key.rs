//! The API key, which must never leave the process except towards Test IO.

use std::fmt;

use serde::Deserialize;

/// The longest key that is taken, in characters.
const MAX_CHARS: usize = 256;

/// A Test IO Personal API key that is at least of a possible form. `Debug` does not show it and it cannot be serialised.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

/// Why a text cannot be a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Malformed {
    /// Nothing, or only spaces.
    Blank,
    /// More than 256 characters.
    TooLong,
    /// A line break or another control character in it.
    ControlCharacter,
    /// Bullets or asterisks in it: somebody pasted the mask of a key.
    LooksMasked,
}

impl Malformed {
    /// What the administrator is told beside the field.
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Self::Blank => "Enter an API key.",
            Self::TooLong => "An API key has at most 256 characters.",
            Self::ControlCharacter => "An API key has no line breaks or control characters.",
            Self::LooksMasked => "This looks like a masked key. Paste the API key itself.",
        }
    }
}

/// A key as it came in, not yet looked at. `Debug` does not show it.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct TypedKey(String);

impl TypedKey {
    /// Drops the spaces around the key and checks its form.
    ///
    /// # Errors
    /// The first rule of the contract ("API keys") that it breaks.
    pub fn check(&self) -> Result<ApiKey, Malformed> {
        let key = self.0.trim_matches([' ', '\u{a0}']);
        if key.is_empty() {
            Err(Malformed::Blank)
        } else if key.chars().count() > MAX_CHARS {
            Err(Malformed::TooLong)
        } else if key
            .chars()
            .any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
        {
            Err(Malformed::ControlCharacter)
        } else if key.contains(['•', '*']) {
            Err(Malformed::LooksMasked)
        } else {
            Ok(ApiKey(key.to_owned()))
        }
    }
}

impl fmt::Debug for TypedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TypedKey(…)")
    }
}

impl ApiKey {
    /// A key that was checked before, from the database or from the built-in demo accounts.
    #[must_use]
    pub fn trusted(key: impl Into<String>) -> Self {
        Self(key.into())
    }

    /// The key itself, for the request to Test IO and for the database.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{ApiKey, Malformed, TypedKey};

    fn check(text: &str) -> Result<ApiKey, Malformed> {
        TypedKey(text.to_owned()).check()
    }

    #[test]
    fn spaces_around_a_key_are_dropped() {
        assert_eq!(check("  abc \u{a0}"), Ok(ApiKey::trusted("abc")));
    }

    #[test]
    fn what_cannot_be_a_key_is_named() {
        assert_eq!(check(""), Err(Malformed::Blank));
        assert_eq!(check("   "), Err(Malformed::Blank));
        assert_eq!(check(&"ä".repeat(256)).map(|_| ()), Ok(()));
        assert_eq!(check(&"a".repeat(257)), Err(Malformed::TooLong));
        assert_eq!(check("abc\ndef"), Err(Malformed::ControlCharacter));
        assert_eq!(check("abc\n"), Err(Malformed::ControlCharacter));
        assert_eq!(check("abc\u{2028}def"), Err(Malformed::ControlCharacter));
        assert_eq!(check("•••• 4f2a"), Err(Malformed::LooksMasked));
        assert_eq!(check("5e1f***"), Err(Malformed::LooksMasked));
    }

    #[test]
    fn debug_shows_no_key() {
        assert_eq!(format!("{:?}", TypedKey("secret".to_owned())), "TypedKey(…)");
        assert_eq!(format!("{:?}", ApiKey::trusted("secret")), "ApiKey(…)");
    }
}
