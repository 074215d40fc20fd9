//! Names as people see them: which look alike, and which comes first.

use std::cmp::Ordering;

use icu_casemap::CaseMapper;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences, options::CollatorOptions};
use icu_locale_core::Locale;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::{CodePointSetData, props::DefaultIgnorableCodePoint};

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

    /// Which of two names comes first.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.0.compare(one, other)
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
            names.sort_by(|one, other| collation.compare(one, other));
            names
        };
        assert_eq!(sorted("en"), ["apps", "Ärzte", "Shop", "Zoo"]);
        assert_eq!(sorted("sv"), ["apps", "Shop", "Zoo", "Ärzte"]);
        assert!(Collation::of("no language").is_err());
    }
}
