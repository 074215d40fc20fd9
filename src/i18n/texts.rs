//! The reader's language at hand in every component.

use std::ops::Deref;

use leptos::prelude::expect_context;

use super::{
    Language,
    catalog::Catalog,
    format::Format,
    template::{Plural, fill},
};
use crate::domain::time::Timestamp;

/// The texts of a language and the formats of a locale. Reads like a [`Catalog`].
#[derive(Clone, Copy)]
pub struct I18n(&'static Locale);

struct Locale {
    catalog: &'static Catalog,
    format: Format,
}

/// The reader's language. The root component provides it.
pub fn use_i18n() -> I18n {
    expect_context()
}

impl I18n {
    /// For a BCP 47 tag such as `de-DE`.
    pub fn new(tag: &str) -> Self {
        // The page speaks one language for as long as it lives.
        Self(Box::leak(Box::new(Locale {
            catalog: Language::of(tag).catalog(),
            format: Format::new(tag),
        })))
    }

    /// A number.
    pub fn number(&self, number: u32) -> String {
        self.0.format.number(number)
    }

    /// A text with a number in it, in the right form.
    pub fn count(&self, text: Plural, count: u32) -> String {
        let format = &self.0.format;
        let form = if format.is_one(count) {
            text.one
        } else {
            text.other
        };
        fill(form, &[&format.number(count)])
    }

    /// A day.
    pub fn date(&self, time: &Timestamp) -> String {
        self.0.format.date(time)
    }

    /// How long ago.
    pub fn ago(&self, time: &Timestamp) -> String {
        self.0.format.ago(time)
    }
}

impl Deref for I18n {
    type Target = Catalog;

    fn deref(&self) -> &Catalog {
        self.0.catalog
    }
}
