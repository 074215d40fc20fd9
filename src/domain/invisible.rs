//! Characters that nobody sees, which come along when a text is copied from a page, a chat or a table.

/// Whether nothing is drawn for it: a control, the empty Braille pattern, or one of Unicode's
/// `Default_Ignorable_Code_Point` (`DerivedCoreProperties.txt`), such as the byte order mark, the zero width space and
/// the directional marks.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2800}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The text without the white space and the invisible characters around it.
#[must_use]
pub fn trim(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || is_invisible(letter))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{is_invisible, trim};

    #[test]
    fn what_nobody_sees_around_a_text_is_dropped_in_any_order() {
        for around in [
            "\u{feff}",
            "\u{200b} \u{2060}",
            "\u{200e}\n",
            " \u{a0}\u{ad}",
            "\u{e0020}\0",
        ] {
            assert_eq!(trim(&[around, "a b", around].concat()), "a b", "{around:?}");
        }
        assert_eq!(trim("\u{feff}\u{200b}"), "");
    }

    #[test]
    fn what_is_seen_is_not_invisible() {
        for letter in "aÄß漢🚀\u{301}• ".chars() {
            assert!(!is_invisible(letter), "{letter:?}");
        }
    }
}
