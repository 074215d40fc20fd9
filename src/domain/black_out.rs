//! Takes whatever could be a key out of what was logged, as the server has done already (`docs/rest-api.yaml`, “What the
//! log tells”): a plugin of another version, or what stands between it and the page, may have forgotten.

/// From how many letters and digits in a row on it could be a key. Test IO's keys have 40.
const SHORTEST: usize = 20;

/// Longer ones are no words either, whether they have a digit or not: nobody waits for one in a stream.
const LONGEST_WORD: usize = 4_096;

/// Stands in a key's place, in the contract's words.
const BLACKED_OUT: &[u8] = b"[redacted]";

/// Blacks out a text that comes in pieces, wherever these begin and end. It works on bytes: what could be a key is ASCII,
/// and no byte of another letter is.
#[derive(Default)]
pub struct BlackOut {
    /// Letters and digits in a row of which it is not known yet what they are.
    held: Vec<u8>,
    /// Whether there is a digit among them.
    has_digit: bool,
    /// Whether the row has been blacked out, so that its rest goes as well.
    inside: bool,
}

impl BlackOut {
    /// Takes in the next piece, and gives what of the text is known to be no key.
    pub fn next(&mut self, piece: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(piece.len() + self.held.len());
        for &byte in piece {
            if byte.is_ascii_alphanumeric() {
                self.take(byte, &mut out);
            } else {
                self.end_row(&mut out);
                out.push(byte);
            }
        }
        out
    }

    /// Gives the rest: no further piece comes.
    pub fn end(mut self) -> Vec<u8> {
        let mut out = Vec::new();
        self.end_row(&mut out);
        out
    }

    fn take(&mut self, byte: u8, out: &mut Vec<u8>) {
        if self.inside {
            return;
        }
        self.held.push(byte);
        self.has_digit |= byte.is_ascii_digit();
        let length = self.held.len();
        if (length >= SHORTEST && self.has_digit) || length > LONGEST_WORD {
            out.extend_from_slice(BLACKED_OUT);
            self.held.fill(0);
            self.held.clear();
            self.inside = true;
        }
    }

    fn end_row(&mut self, out: &mut Vec<u8>) {
        out.append(&mut self.held);
        self.has_digit = false;
        self.inside = false;
    }
}

/// A whole text without what could be a key.
pub fn blacked_out(text: &str) -> String {
    let mut black_out = BlackOut::default();
    let mut out = black_out.next(text.as_bytes());
    out.extend(black_out.end());
    // What was taken out is whole letters, and so is what was put in.
    String::from_utf8(out).unwrap_or_default()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test states what must hold")]

    use proptest::prelude::*;

    use super::{BlackOut, LONGEST_WORD, blacked_out};

    const KEY: &str = "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f";

    #[test]
    fn whatever_could_be_a_key_is_blacked_out() {
        for (logged, shown) in [
            (KEY.to_owned(), "[redacted]"),
            (format!("Token {KEY}, refused"), "Token [redacted], refused"),
            (format!("\"{KEY}\"\n{KEY}"), "\"[redacted]\"\n[redacted]"),
            (format!("ä{KEY}ß"), "ä[redacted]ß"),
            (format!("x{KEY}x"), "[redacted]"),
            ("abcdefghijklmnopqrs1".into(), "[redacted]"),
            ("1bcdefghijklmnopqrst".into(), "[redacted]"),
        ] {
            assert_eq!(blacked_out(&logged), shown, "{logged}");
        }
    }

    #[test]
    fn words_numbers_and_names_of_classes_stay() {
        for logged in [
            "",
            "abcdefghijklmnopqr1",
            "org.springframework.transaction.interceptor.TransactionInterceptor.invoke(TransactionInterceptor.java:119)",
            "2026-05-03 09:14:59,123+0000 http-nio-8080-exec-12 url:/rest/testio/1.0/connections WARN",
            "Donaudampfschifffahrtsgesellschaftskapitän 🚀",
            "[redacted]",
        ] {
            assert_eq!(blacked_out(logged), logged);
        }
    }

    #[test]
    fn a_row_that_never_ends_is_not_waited_for() {
        let row = "x".repeat(LONGEST_WORD + 2);
        assert_eq!(blacked_out(&format!("{row} y")), "[redacted] y");
        let word = "x".repeat(LONGEST_WORD);
        assert_eq!(blacked_out(&word), word);
    }

    proptest! {
        /// A key may come in any two pieces, or more.
        #[test]
        fn it_makes_no_difference_where_pieces_end(
            text in "([a-z0-9]{0,30}[ .ä\\n]?){0,8}",
            cuts in proptest::collection::vec(any::<prop::sample::Index>(), 0..6),
        ) {
            let whole = blacked_out(&text);
            let bytes = text.as_bytes();
            let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
            cuts.extend([0, bytes.len()]);
            cuts.sort_unstable();
            let mut black_out = BlackOut::default();
            let mut out = Vec::new();
            for cut in cuts.windows(2) {
                out.extend(black_out.next(&bytes[cut[0]..cut[1]]));
            }
            out.extend(black_out.end());
            prop_assert_eq!(String::from_utf8(out).unwrap(), whole.clone());
            prop_assert_eq!(blacked_out(&whole), whole, "what is blacked out stays so");
        }

        #[test]
        fn nothing_that_could_be_a_key_is_left(text in "[a-z0-9 ]{0,80}") {
            let shown = blacked_out(&text);
            let could_be_a_key = |row: &str| row.len() >= 20 && row.contains(|letter: char| letter.is_ascii_digit());
            prop_assert!(!shown.split(|letter: char| !letter.is_ascii_alphanumeric()).any(could_be_a_key));
        }
    }
}
