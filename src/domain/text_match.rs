//! Where a text has what was searched for, so that it can be marked.

use std::ops::Range;

/// Where `query` stands in `text`, without regard to case: the bytes to highlight.
///
/// Case is folded for Latin, Greek and Cyrillic only. The standard library's tables for all scripts would cost
/// several kilobytes of the page, and all that depends on this is a highlight.
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
fn fold(letter: char) -> char {
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
