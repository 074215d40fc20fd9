//! Makes texts from elsewhere fit to be shown.

/// Longest name that is shown, in characters. Jira's own names are no longer.
const MAX_NAME_CHARS: usize = 255;

/// Most marks that are put over one letter. No language needs more.
const MAX_MARKS: usize = 4;

/// A name as it is shown; see [`shown`].
pub fn shown_name(text: &str) -> String {
    shown(text, MAX_NAME_CHARS)
}

/// The text without what would disturb the page around it, cut to so many characters.
///
/// It is always put in as text, so markup is harmless. But some characters work beyond their place: controls break
/// lines, bidi controls turn the text that follows, and heaps of marks cover the lines above.
pub fn shown(text: &str, max_chars: usize) -> String {
    let mut marks = 0;
    let mut letters = text.chars().filter_map(|letter| {
        marks = if is_mark(letter) { marks + 1 } else { 0 };
        match letter {
            '\t' | '\n' | '\r' => Some(' '),
            _ => (marks <= MAX_MARKS && !letter.is_control() && !turns_text(letter)).then_some(letter),
        }
    });
    let mut shown: String = letters.by_ref().take(max_chars).collect();
    if letters.next().is_some() {
        shown.pop();
        shown.push('…');
    }
    shown
}

/// Whether it is one of the marks that heaps are made of: those for any letter, and the Cyrillic, Arabic and Thai ones.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{64b}'..='\u{65f}'
        | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether it embeds, overrides or isolates what follows (Unicode Standard Annex #9, section 2).
fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{shown, shown_name};

    #[test]
    fn ordinary_names_stay_as_they_are() {
        for name in [
            "Web shop",
            "Müller & Söhne <b>",
            "متجر الويب",
            "ウェブ",
            "👩‍👩‍👧‍👦",
            "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t",
        ] {
            assert_eq!(shown_name(name), name);
        }
    }

    #[test]
    fn what_works_beyond_its_place_is_left_out() {
        assert_eq!(shown_name("a\0b\u{7}c\u{9f}"), "abc");
        assert_eq!(shown_name("two\r\nlines\tand tabs"), "two  lines and tabs");
        assert_eq!(shown_name("good\u{202e}live\u{2066}\u{2069}"), "goodlive");
        let heap = ["Z".to_owned(), "\u{301}\u{489}".repeat(50), "e".to_owned()].concat();
        assert_eq!(shown_name(&heap), "Z\u{301}\u{489}\u{301}\u{489}e");
    }

    #[test]
    fn a_long_text_ends_in_an_ellipsis() {
        assert_eq!(shown("abcd", 4), "abcd");
        assert_eq!(shown("abcde", 4), "abc…");
        assert_eq!(shown_name(&"x".repeat(10_000)).chars().count(), 255);
    }

    proptest! {
        #[test]
        fn any_text_fits(text in any::<String>(), max in 1_usize..20) {
            let shown = shown(&text, max);
            prop_assert!(shown.chars().count() <= max);
            prop_assert!(!shown.contains(char::is_control));
        }
    }
}
