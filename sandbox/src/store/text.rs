//! Names as people see them: which look alike, and which comes first.

use icu_casemap::CaseMapper;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences, options::CollatorOptions};
use icu_locale_core::Locale;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::{CodePointSetData, props::DefaultIgnorableCodePoint};
use rusqlite::{Connection, functions::FunctionFlags};

/// The form that names and keys are stored and looked for in: without characters that nobody sees, composed (NFC), and
/// by full case folding, so that `GROSSE` finds `Große` however either was typed.
pub(super) fn fold(text: &str) -> String {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let visible: String = text
        .chars()
        .filter(|letter| !ignorable.contains(*letter))
        .collect();
    let folded = CaseMapper::new()
        .fold_string(&nfc.normalize(&visible))
        .into_owned();
    // Folding may take a letter apart, as ΐ.
    nfc.normalize(&folded).into_owned()
}

/// How a language sorts names. Jira's database decides that, and no client can know it.
#[derive(Debug)]
pub struct Collation(CollatorBorrowed<'static>);

/// There is no such language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no language tag, such as `en` or `sv`")]
pub struct UnknownLanguage;

impl Collation {
    /// The collation of a language, such as `en` or `sv`.
    ///
    /// # Errors
    /// The tag is none.
    pub fn of(language: &str) -> Result<Self, UnknownLanguage> {
        let locale: Locale = language.parse().map_err(|_| UnknownLanguage)?;
        Collator::try_new(CollatorPreferences::from(&locale), CollatorOptions::default())
            .map(Self)
            .map_err(|_| UnknownLanguage)
    }

    /// Bytes that are in the order of the names that they are made from.
    fn sort_key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.0.write_sort_key_to(name, &mut key);
        key
    }

    /// Makes it the function `sort_key` of a database.
    pub(super) fn register(self, database: &Connection) -> rusqlite::Result<()> {
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        database.create_scalar_function("sort_key", 1, flags, move |names| {
            Ok(self.sort_key(&names.get::<String>(0)?))
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

    use super::{Collation, fold};

    #[test]
    fn what_looks_alike_is_alike_in_any_case() {
        for (one, other) in [
            ("Große", "GROSSE"),
            ("Größe", "Gro\u{308}ße"),
            ("Shop", "\u{feff}s\u{200b}hop\u{2060}"),
            ("ΣΊΣΥΦΟΣ", "Σίσυφος"),
            ("ﬁnance", "FINANCE"),
            ("Å", "A\u{30a}"),
            ("soft\u{ad}hyphen", "SOFTHYPHEN"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        assert_ne!(fold("Uber"), fold("Über"), "another letter is another");
    }

    #[test]
    fn each_language_has_its_own_order() {
        let sorted = |language| {
            let collation = Collation::of(language).unwrap();
            let mut names = ["Zoo", "Ärzte", "apps", "Shop"];
            names.sort_by_key(|name| collation.sort_key(name));
            names
        };
        assert_eq!(sorted("en"), ["apps", "Ärzte", "Shop", "Zoo"]);
        assert_eq!(sorted("sv"), ["apps", "Shop", "Zoo", "Ärzte"]);
        assert!(Collation::of("no language").is_err());
    }
}
