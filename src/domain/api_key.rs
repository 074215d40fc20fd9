//! The Test IO Personal API key: a secret that is checked, sent once and wiped.

use std::fmt;

use zeroize::Zeroizing;

use super::invisible::{is_invisible, trim};

/// Longest key that is accepted, in characters. Test IO's own keys have 40; the contract allows 256.
pub const MAX_KEY_CHARS: usize = 256;

/// Shortest key whose end does not give it away, in characters (contract).
const MIN_HINTED_CHARS: usize = 16;

/// A well-formed API key. `Debug` prints nothing of it, and its memory is wiped on drop.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(Zeroizing<String>);

/// Why a text can't be an API key. Each has its own words at the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyProblem {
    /// Nothing, or nothing that anybody sees.
    Empty,
    /// It spans several lines: more than the key was copied.
    LineBreak,
    /// It holds `•` or `*`: a masked display was copied instead of the key.
    Masked,
    /// It has white space inside, at this place. Places count what is left of the key by letters, from 1.
    InnerSpace(usize),
    /// It has a character inside that nobody sees, at this place.
    Invisible(usize, char),
    /// It holds a character that no HTTP header can carry, at this place.
    Unprintable(usize),
    /// It is longer than [`MAX_KEY_CHARS`].
    TooLong,
}

impl ApiKey {
    /// Takes what was typed or pasted. White space and invisible characters around it are dropped.
    ///
    /// # Errors
    /// The first [`KeyProblem`] that applies.
    pub fn parse(input: &str) -> Result<Self, KeyProblem> {
        let key = trim(input);
        if key.is_empty() {
            return Err(KeyProblem::Empty);
        }
        if key.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
            return Err(KeyProblem::LineBreak);
        }
        if key.contains(['•', '*', '●', '∙', '·']) {
            return Err(KeyProblem::Masked);
        }
        let odd = (1..)
            .zip(key.chars())
            .find(|(_, letter)| !letter.is_ascii_graphic());
        if let Some((place, letter)) = odd {
            return Err(match letter {
                letter if letter.is_whitespace() => KeyProblem::InnerSpace(place),
                letter if is_invisible(letter) => KeyProblem::Invisible(place, letter),
                _ => KeyProblem::Unprintable(place),
            });
        }
        if key.len() > MAX_KEY_CHARS {
            return Err(KeyProblem::TooLong);
        }
        Ok(Self(Zeroizing::new(key.to_owned())))
    }

    /// What the server ever gives back of it (contract): its last 4 characters, or nothing of a short one.
    pub fn hint(&self) -> Option<&str> {
        if self.0.len() < MIN_HINTED_CHARS {
            return None;
        }
        self.0.get(self.0.len() - 4..)
    }

    /// The plain key, for the request body alone.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether it differs from the keys Test IO is known to hand out (40 hexadecimal digits).
    ///
    /// The format is undocumented, so this earns a hint and never blocks.
    pub fn looks_odd(&self) -> bool {
        self.0.len() != 40 || !self.0.bytes().all(|b| b.is_ascii_hexdigit())
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey")
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test states what must hold")]

    use proptest::prelude::*;

    use super::{ApiKey, KeyProblem};

    const GOOD: &str = "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f";

    #[test]
    fn white_space_around_a_pasted_key_is_dropped() {
        assert_eq!(ApiKey::parse(&format!(" \t{GOOD}\n")).unwrap().expose(), GOOD);
    }

    #[test]
    fn invisible_characters_around_a_pasted_key_are_dropped() {
        for letter in [
            '\u{feff}',
            '\u{200b}',
            '\u{2060}',
            '\u{200e}',
            '\u{ad}',
            '\u{202c}',
            '\u{e0001}',
        ] {
            let pasted = format!("{letter} {GOOD}\n{letter}");
            assert_eq!(ApiKey::parse(&pasted).unwrap().expose(), GOOD, "{letter:?}");
        }
    }

    #[test]
    fn each_malformed_key_has_its_own_problem() {
        let long = "a".repeat(257);
        let cases = [
            ("", KeyProblem::Empty),
            (" \u{a0}\t", KeyProblem::Empty),
            ("abc\ndef", KeyProblem::LineBreak),
            ("•••• 4f2a", KeyProblem::Masked),
            ("00e03****", KeyProblem::Masked),
            ("\u{feff}\u{200b} \u{2060}", KeyProblem::Empty),
            ("Token abc", KeyProblem::InnerSpace(6)),
            ("schlüssel", KeyProblem::Unprintable(5)),
            ("abc\u{200b}def", KeyProblem::Invisible(4, '\u{200b}')),
            (" \u{feff}ab\u{ad}c", KeyProblem::Invisible(3, '\u{ad}')),
            ("ab\0c", KeyProblem::Invisible(3, '\0')),
            (long.as_str(), KeyProblem::TooLong),
        ];
        for (input, problem) in cases {
            assert_eq!(ApiKey::parse(input), Err(problem), "{input:?}");
        }
        assert!(ApiKey::parse(&"a".repeat(256)).is_ok());
    }

    #[test]
    fn only_the_end_of_a_long_key_is_ever_given_back() {
        assert_eq!(ApiKey::parse(GOOD).unwrap().hint(), Some("4a2f"));
        assert_eq!(ApiKey::parse(&GOOD[24..]).unwrap().hint(), Some("4a2f"));
        assert_eq!(ApiKey::parse(&GOOD[25..]).unwrap().hint(), None);
    }

    #[test]
    fn only_an_unusual_key_looks_odd() {
        assert!(!ApiKey::parse(GOOD).unwrap().looks_odd());
        assert!(ApiKey::parse(&GOOD[1..]).unwrap().looks_odd());
        assert!(ApiKey::parse(&GOOD.replace('5', "x")).unwrap().looks_odd());
    }

    proptest! {
        #[test]
        fn debug_never_shows_the_key(input in "[!-)+-~]{1,60}") {
            let key = ApiKey::parse(&input).unwrap();
            prop_assert_eq!(format!("{key:?}"), "ApiKey");
        }

        #[test]
        fn an_accepted_key_fits_a_header(input in any::<String>()) {
            if let Ok(key) = ApiKey::parse(&input) {
                prop_assert!(key.expose().bytes().all(|b| b.is_ascii_graphic()));
                prop_assert!(!key.expose().contains('*'));
            }
        }
    }
}
