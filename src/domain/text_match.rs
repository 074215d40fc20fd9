//! Texts without regard to case.
//!
//! Where it is only about how soon a row is found, case is folded for Latin, Greek and Cyrillic only: the standard
//! library's tables for all scripts would cost five kilobytes of the page in brotli. What is highlighted has to be what
//! the server found, so there the caller brings a folding of all scripts, which the browser has.

use std::ops::Range;

use super::{invisible::is_invisible, shown::is_mark};

/// Whether `text` begins with `start`, without regard to case.
#[must_use]
pub fn begins_with(text: &str, start: &str) -> bool {
    let mut rest = text.chars().map(fold);
    start.chars().map(fold).all(|wanted| rest.next() == Some(wanted))
}

/// Where the words of `query` stand in `text`, in any order, as the server compares them: the bytes to highlight, one
/// after the other.
///
/// `fold` gives a letter with its marks composed (NFC) and with its case folded in full, so that `ß` is `ss`. ASCII never
/// comes to it. What nobody sees does not count.
#[must_use]
pub fn find_words(text: &str, query: &str, fold: impl Fn(&str) -> String) -> Vec<Range<usize>> {
    let text = folded(text, &fold);
    let query: Vec<char> = folded(query, &fold)
        .into_iter()
        .map(|(letter, _)| letter)
        .collect();
    let words = query.split(|letter| letter.is_whitespace());
    let mut found: Vec<_> = words.filter_map(|word| find_word(&text, word)).collect();
    found.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// Where a folded word first stands in a folded text: the bytes of the letters that it is made of.
fn find_word(text: &[(char, Range<usize>)], word: &[char]) -> Option<Range<usize>> {
    let last = word.len().checked_sub(1)?;
    let found = text
        .windows(word.len())
        .find(|window| window.iter().map(|(letter, _)| letter).eq(word))?;
    Some(found[0].1.start..found[last].1.end)
}

/// The letters that count, each with the bytes that it stands for.
fn folded(text: &str, fold: impl Fn(&str) -> String) -> Vec<(char, Range<usize>)> {
    let mut folded = Vec::with_capacity(text.len());
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        let mut seen: String = Some(first)
            .filter(|first| !is_invisible(*first))
            .into_iter()
            .collect();
        let mut end = start + first.len_utf8();
        while let Some((at, next)) =
            letters.next_if(|(_, next)| is_invisible(*next) || is_part_of_letter(*next))
        {
            end = at + next.len_utf8();
            if !is_invisible(next) {
                seen.push(next);
            }
        }
        if seen.is_ascii() {
            seen.make_ascii_lowercase();
        } else {
            seen = fold(&seen);
        }
        folded.extend(seen.chars().map(|letter| (letter, start..end)));
    }
    folded
}

/// Whether it is written into the letter before it: a mark, a Korean vowel or final consonant, a Japanese sound mark.
/// macOS takes letters apart into these.
fn is_part_of_letter(letter: char) -> bool {
    is_mark(letter) || matches!(letter, '\u{1161}'..='\u{11ff}' | '\u{3099}' | '\u{309a}')
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
    use proptest::prelude::*;

    use super::{begins_with, find_words};

    /// As the browser folds, for the letters of these tests.
    fn fold(letter: &str) -> String {
        let composed = letter
            .replace("e\u{301}", "é")
            .replace("u\u{308}", "ü")
            .replace("U\u{308}", "Ü")
            .replace("\u{1112}\u{1161}\u{11ab}", "한")
            .replace("か\u{3099}", "が");
        composed.to_lowercase().to_uppercase().to_lowercase()
    }

    fn parts<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
        let found = find_words(text, query, fold);
        found.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_match_is_found_in_any_case_and_never_cuts_a_letter() {
        for (text, query, found) in [
            ("Smoke testing", "TEST", "test"),
            ("Über Größe", "über", "Über"),
            ("Große Straße", "GROSSE", "Große"),
            ("GROẞE", "gross", "GROẞ"),
            ("Straße", "STRAS", "Straß"),
            ("ΑΘΗΝΑΣ", "θηνας", "ΘΗΝΑΣ"),
            ("ЖУРНАЛ", "урн", "УРН"),
            ("Dobrá Čeština", "češ", "Češ"),
            ("Łódź", "łó", "Łó"),
            ("🚀 Rocket", "rock", "Rock"),
            ("<b>bold</b>", "<B>", "<b>"),
        ] {
            assert_eq!(parts(text, query), [found], "{text}");
        }
    }

    #[test]
    fn a_name_that_macos_took_apart_is_the_same_name() {
        for (text, query, found) in [
            ("Café noir", "cafe\u{301}", "Café"),
            ("Cafe\u{301} noir", "café", "Cafe\u{301}"),
            ("U\u{308}ber uns", "über", "U\u{308}ber"),
            ("한 글", "\u{1112}\u{1161}\u{11ab}", "한"),
            ("か\u{3099}く", "が", "か\u{3099}"),
        ] {
            assert_eq!(parts(text, query), [found], "{text}");
        }
        assert!(
            parts("Cafe\u{301}", "cafe").is_empty(),
            "the server tells these apart"
        );
    }

    #[test]
    fn what_nobody_sees_hides_no_match() {
        assert_eq!(parts("Web shop", "\u{feff}shop\u{200b}"), ["shop"]);
        assert_eq!(parts("Web\u{200b}shop", "webshop"), ["Web\u{200b}shop"]);
        assert_eq!(parts("\u{feff}Web", "we\u{ad}b"), ["Web"]);
        assert!(parts("Web", "\u{200b}").is_empty());
    }

    #[test]
    fn words_in_another_order_are_all_highlighted() {
        assert_eq!(parts("Web shop", "shop web"), ["Web", "shop"]);
        assert_eq!(parts("Web shop", " SHO  eb"), ["eb", "sho"]);
        assert_eq!(
            parts("Webshop", "shop bsh web"),
            ["Webshop"],
            "what overlaps is one"
        );
        assert_eq!(
            parts("Web shop", "nothing web"),
            ["Web"],
            "the other may be in the key"
        );
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
        for (text, query) in [("Shop", "  "), ("Shop", "shops"), ("Čas", "ď"), ("3 × 4", "÷")] {
            assert!(parts(text, query).is_empty(), "{text} and {query}");
        }
    }

    proptest! {
        #[test]
        fn matches_are_letters_of_the_text_in_order(text in "\\PC{0,30}", query in "\\PC{1,3}") {
            let mut end = 0;
            for range in find_words(&text, &query, fold) {
                prop_assert!(range.start >= end && range.start < range.end);
                prop_assert!(text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}
