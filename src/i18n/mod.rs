//! Every text of the page, in every language, and how dates, numbers and plurals are written.
//!
//! A language is one file with one constant of type [`Catalog`]; a text that is missing there does not compile.

mod catalog;
pub mod check_words;
mod de;
mod en;
pub mod format;
#[cfg(any(test, feature = "pseudo-locale"))]
mod pseudo;
mod template;
mod texts;
pub mod words;

pub use catalog::{
    AccountTexts, AddTexts, Catalog, ConflictTexts, DetailTexts, DialogTexts, ExportTexts, FailureTexts,
    GlobalTexts, HelpTexts, KeyTexts, ListTexts, LookupTexts, MaintenanceTexts, OverviewTexts, RecoveryTexts,
    RemovalTexts, ShortcutTexts, StatusTexts, StatusWords, TestAllTexts, TestTexts, ToolTexts, UnsavedTexts,
};
pub use template::{Plural, Template, Template2};
pub use texts::{I18n, use_i18n};

/// A language with a catalog of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English; also for every locale without a catalog.
    English,
    /// German.
    German,
    /// For tests alone.
    #[cfg(any(test, feature = "pseudo-locale"))]
    Pseudo,
}

impl Language {
    /// The language of a BCP 47 tag.
    pub fn of(tag: &str) -> Self {
        #[cfg(any(test, feature = "pseudo-locale"))]
        if tag == Self::Pseudo.tag() {
            return Self::Pseudo;
        }
        match tag.split('-').next() {
            Some(primary) if primary.eq_ignore_ascii_case("de") => Self::German,
            _ => Self::English,
        }
    }

    /// The BCP 47 tag by which numbers, times and plurals are written for a reader's: the reader's own where the texts
    /// are in that language, or else the texts' language. Forms of one language don't fit the sentences of another.
    pub fn format_tag(tag: &str) -> &str {
        let own = Self::of(tag).tag();
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        if primary(tag) == primary(own) { tag } else { own }
    }

    /// Its texts that are there from the start.
    pub fn catalog(self) -> &'static Catalog {
        match self {
            Self::English => &en::ENGLISH,
            Self::German => &de::GERMAN,
            #[cfg(any(test, feature = "pseudo-locale"))]
            Self::Pseudo => pseudo::catalog(),
        }
    }

    /// Its texts for the dialogs of the Connection page.
    pub fn dialogs(self) -> &'static DialogTexts {
        match self {
            Self::English => &en::dialogs::DIALOGS,
            Self::German => &de::dialogs::DIALOGS,
            #[cfg(any(test, feature = "pseudo-locale"))]
            Self::Pseudo => pseudo::dialogs(),
        }
    }

    /// Its texts for the Maintenance page.
    pub fn maintenance(self) -> &'static MaintenanceTexts {
        match self {
            Self::English => &en::maintenance::MAINTENANCE,
            Self::German => &de::maintenance::MAINTENANCE,
            #[cfg(any(test, feature = "pseudo-locale"))]
            Self::Pseudo => pseudo::maintenance(),
        }
    }

    /// Its BCP 47 tag, for the document's `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            #[cfg(any(test, feature = "pseudo-locale"))]
            Self::Pseudo => "en-XA",
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Language;

    #[test]
    fn a_locale_without_a_catalog_reads_english() {
        assert_eq!(Language::of("de-AT"), Language::German);
        assert_eq!(Language::of("de"), Language::German);
        assert_eq!(Language::of("en-GB"), Language::English);
        assert_eq!(Language::of("fr-FR"), Language::English);
        assert_eq!(Language::of(""), Language::English);
    }

    #[test]
    fn forms_are_those_of_the_language_of_the_texts() {
        for (reader, forms) in [
            ("de-AT", "de-AT"),
            ("DE-CH", "DE-CH"),
            ("en-GB", "en-GB"),
            ("en", "en"),
            ("pt-BR", "en"),
            ("fr-FR", "en"),
            ("ru-RU", "en"),
            ("", "en"),
        ] {
            assert_eq!(Language::format_tag(reader), forms, "{reader}");
        }
    }
}
