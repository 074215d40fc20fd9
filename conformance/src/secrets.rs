//! The keys that the kit knows: to look for them in answers, and to keep them out of its own words.

use std::fmt;
use std::sync::Mutex;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::kit::lock;

/// So many characters of a key in a row are a part of it; a hint has 4.
const PART: usize = 8;

/// What a key is called that the kit has thought of itself.
pub const MADE_UP: &str = "made-up key";

/// The keys that are looked for.
#[derive(Debug, Default)]
pub struct Secrets(Mutex<Known>);

#[derive(Default)]
struct Known {
    /// Each key with what to call it.
    keys: Vec<(&'static str, String)>,
    /// All keys and their parts, to look for at once; `None` until they are looked for again.
    search: Option<Search>,
}

struct Search {
    automaton: AhoCorasick,
    /// What each of its patterns is: the name of its key, and what stands in its place.
    patterns: Vec<(&'static str, String)>,
}

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} keys", self.keys.len())
    }
}

impl Secrets {
    /// Looks for this one, too, from now on.
    pub fn add(&self, name: &'static str, key: &str) {
        let mut known = lock(&self.0);
        known.keys.push((name, key.to_owned()));
        known.search = None;
    }

    /// Whether the kit has thought of this key itself, so that nobody else can have it.
    pub fn is_made_up(&self, key: &str) -> bool {
        let known = lock(&self.0);
        known
            .keys
            .iter()
            .any(|(name, known)| *name == MADE_UP && known == key)
    }

    /// What a text gives away: the name of the key.
    pub fn found_in(&self, text: &str) -> Option<&'static str> {
        self.with_search(|search| {
            let found = search.automaton.find(text)?;
            Some(search.patterns[found.pattern().as_usize()].0)
        })
        .flatten()
    }

    /// The text without any part of a key.
    pub fn redact(&self, text: &str) -> String {
        self.with_search(|search| {
            let mut redacted = String::new();
            search
                .automaton
                .replace_all_with(text, &mut redacted, |found, _, redacted| {
                    redacted.push_str(&search.patterns[found.pattern().as_usize()].1);
                    true
                });
            redacted
        })
        .unwrap_or_else(|| text.to_owned())
    }

    fn with_search<T>(&self, work: impl FnOnce(&Search) -> T) -> Option<T> {
        let mut known = lock(&self.0);
        if known.search.is_none() {
            known.search = Search::of(&known.keys);
        }
        known.search.as_ref().map(work)
    }
}

impl Search {
    fn of(keys: &[(&'static str, String)]) -> Option<Self> {
        let mut texts = Vec::new();
        let mut patterns = Vec::new();
        for (name, key) in keys {
            texts.push(key.as_str());
            patterns.push((*name, format!("‹{name}›")));
            for part in parts(key) {
                texts.push(part);
                patterns.push((*name, "‹part of a key›".to_owned()));
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(texts)
            .ok()?;
        Some(Self { automaton, patterns })
    }
}

/// All parts of a key; a short one is its only part.
fn parts(key: &str) -> impl Iterator<Item = &str> {
    let ends: Vec<usize> = key.char_indices().map(|(at, _)| at).chain([key.len()]).collect();
    let window = PART.min(ends.len() - 1).max(1);
    let ranges: Vec<(usize, usize)> = ends
        .windows(window + 1)
        .map(|ends| (ends[0], ends[window]))
        .collect();
    ranges.into_iter().map(move |(from, to)| &key[from..to])
}

#[cfg(test)]
mod tests {
    use super::Secrets;

    fn secrets() -> Secrets {
        let secrets = Secrets::default();
        secrets.add("accepted key", "0123456789abcdef");
        secrets
    }

    #[test]
    fn a_part_of_a_key_is_found_and_its_hint_is_not() {
        assert_eq!(secrets().found_in("…456789ab…"), Some("accepted key"));
        assert_eq!(secrets().found_in("keyHint: cdef"), None);
    }

    #[test]
    fn no_part_of_a_key_is_repeated() {
        let redacted = secrets().redact("0123456789abcdef, 456789abcdef");
        assert!(
            redacted.starts_with("‹accepted key›, ‹part of a key›"),
            "{redacted}"
        );
        assert_eq!(secrets().found_in(&redacted), None);
    }
}
