//! Texts without regard to case.
//!
//! Case is folded for Latin, Greek and Cyrillic only. The standard library's tables for all scripts would cost five
//! kilobytes of the page in brotli, and all that depends on this is a highlight and how soon a row is found.

use std::{cmp::Ordering, ops::Range};

/// How two names are sorted, as far as can be told: the server may know more scripts.
#[must_use]
pub fn compare(one: &str, other: &str) -> Ordering {
    one.chars().map(fold).cmp(other.chars().map(fold))
}

/// Whether `text` begins with `start`, without regard to case.
#[must_use]
pub fn begins_with(text: &str, start: &str) -> bool {
    let mut rest = text.chars().map(fold);
    start.chars().map(fold).all(|wanted| rest.next() == Some(wanted))
}

/// Where `query` stands in `text`, without regard to case: the bytes to highlight.
#[must_use]
pub fn find_match(text: &str, query: &str) -> Option<Range<usize>> {
    let query = query.trim();
    if query.is_empty() {
        return None;
    }
    text.char_indices().find_map(|(start, _)| {
        let mut rest = text[start..].chars();
        let mut end = start;
        for wanted in query.chars() {
            let found = rest.next()?;
            if fold(found) != fold(wanted) {
                return None;
            }
            end += found.len_utf8();
        }
        Some(start..end)
    })
}

/// Maps capital letters of the common European scripts to small ones.
pub(super) fn fold(letter: char) -> char {
    let code = u32::from(letter);
    let folded = match code {
        // A-Z; À-Þ without ×; Greek; Cyrillic
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A9 | 0x410..=0x42F => code + 32,
        0x400..=0x40F => code + 80,
        // Latin Extended-A: capitals are even in these ranges, odd in the next
        0x100..=0x137 | 0x14A..=0x177 => code | 1,
        0x139..=0x148 | 0x179..=0x17E => code + (code & 1),
        _ => code,
    };
    char::from_u32(folded).unwrap_or(letter)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::{begins_with, compare, find_match};

    fn part<'a>(text: &'a str, query: &str) -> Option<&'a str> {
        find_match(text, query).map(|range| &text[range])
    }

    #[test]
    fn names_are_sorted_without_regard_to_case() {
        for (one, other, order) in [
            ("smoke", "SMOKE", Ordering::Equal),
            ("Alpha", "beta", Ordering::Less),
            ("beta", "Alpha", Ordering::Greater),
            ("Web shop", "Web shop 2", Ordering::Less),
            ("ÜBER", "übel", Ordering::Greater),
        ] {
            assert_eq!(compare(one, other), order, "{one} and {other}");
        }
    }

    #[test]
    fn a_match_is_found_in_any_case_and_never_cuts_a_letter() {
        for (text, query, found) in [
            ("Smoke testing", "TEST", "test"),
            ("Über Größe", "über", "Über"),
            ("ΑΘΗΝΑ", "θην", "ΘΗΝ"),
            ("ЖУРНАЛ", "урн", "УРН"),
            ("Ёлка", "ёл", "Ёл"),
            ("Dobrá Čeština", "češ", "Češ"),
            ("Łódź", "łó", "Łó"),
            ("🚀 Rocket", "rock", "Rock"),
            ("<b>bold</b>", "<B>", "<b>"),
        ] {
            assert_eq!(part(text, query), Some(found), "{text}");
        }
    }

    #[test]
    fn a_text_begins_with_its_first_letters_in_any_case_blanks_included() {
        for (text, start, begins) in [
            ("Web shop", "WEB ", true),
            ("Webshop", "web ", false),
            ("ÜBER", "üb", true),
            ("Shop", "", true),
            ("Shop", "shops", false),
        ] {
            assert_eq!(begins_with(text, start), begins, "{text} and {start}");
        }
    }

    #[test]
    fn another_letter_is_no_match() {
        assert_eq!(part("Shop", "  "), None);
        assert_eq!(part("Shop", "shops"), None);
        assert_eq!(part("Čas", "ď"), None);
        assert_eq!(part("3 × 4", "÷"), None);
    }

    proptest! {
        #[test]
        fn a_match_is_as_long_as_the_query_in_letters(text in "\\PC{0,30}", query in "\\PC{1,3}") {
            if let Some(range) = find_match(&text, &query) {
                prop_assert_eq!(text[range].chars().count(), query.trim().chars().count());
            }
        }
    }
}
