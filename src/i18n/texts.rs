//! The reader's language at hand in every component.

use std::ops::Deref;

use leptos::prelude::*;

use super::{
    Language,
    catalog::{Catalog, DialogTexts, MaintenanceTexts},
    format::{Age, Format},
    template::{Plural, Template, fill},
};
use crate::domain::{csv::Separator, retry_after::LONG, time::Timestamp};

/// The texts of a language and the formats of a locale. Reads like a [`Catalog`].
#[derive(Clone, Copy)]
pub struct I18n {
    language: Language,
    catalog: &'static Catalog,
    format: StoredValue<Format, LocalStorage>,
    tag: StoredValue<String>,
}

/// The reader's language. The root component provides it.
pub fn use_i18n() -> I18n {
    expect_context()
}

impl I18n {
    /// For a BCP 47 tag such as `de-DE`.
    pub fn new(tag: &str) -> Self {
        let language = Language::of(tag);
        Self {
            language,
            catalog: language.catalog(),
            format: StoredValue::new_local(Format::new(Language::format_tag(tag))),
            tag: StoredValue::new(tag.to_owned()),
        }
    }

    /// The texts, for who keeps some of them: they are there for as long as the page is.
    pub fn texts(&self) -> &'static Catalog {
        self.catalog
    }

    /// The texts of the dialogs. Only what comes later than the first view asks for them: they come with what does.
    pub fn dialogs(&self) -> &'static DialogTexts {
        self.language.dialogs()
    }

    /// The texts of the Maintenance page.
    pub fn maintenance(&self) -> &'static MaintenanceTexts {
        self.language.maintenance()
    }

    /// A number.
    pub fn number(&self, number: u32) -> String {
        self.format.with_value(|format| format.number(number))
    }

    /// What separates the cells of a table for the reader's spreadsheet. It follows the reader's own language even where
    /// the texts don't.
    pub fn separator(&self) -> Separator {
        self.tag.with_value(|tag| Format::separator(tag))
    }

    /// A text with a number in it, in the right form.
    pub fn count(&self, text: Plural, count: u32) -> String {
        self.format.with_value(|format| {
            let form = if format.is_one(count) {
                text.one
            } else {
                text.other
            };
            fill(form, &[&format.number(count)])
        })
    }

    /// A wait: a number of seconds, or a time of day when it is long.
    pub fn wait(&self, seconds: u32, short: Plural, long: Template) -> String {
        if seconds < LONG {
            self.count(short, seconds)
        } else {
            long.with(&self.format.with_value(|format| format.time_in(seconds)))
        }
    }

    /// A day.
    pub fn date(&self, time: &Timestamp) -> String {
        self.format.with_value(|format| format.date(time))
    }

    /// A day and the time, in the browser's zone; nothing if it is not a time.
    pub fn exact(&self, time: &Timestamp) -> Option<String> {
        self.format.with_value(|format| format.exact(time))
    }

    /// A day and the time to the minute, in the browser's zone.
    pub fn to_the_minute(&self, time: &Timestamp) -> String {
        self.format.with_value(|format| format.to_the_minute(time))
    }

    /// A day in digits and the time to the second, in the browser's zone.
    pub fn to_the_second(&self, time: &Timestamp) -> String {
        self.format.with_value(|format| format.to_the_second(time))
    }

    /// How much room something takes.
    pub fn size(&self, bytes: u64) -> String {
        self.format.with_value(|format| format.size(bytes))
    }

    /// How long something took.
    pub fn duration(&self, ms: u32) -> String {
        self.format.with_value(|format| format.duration(ms))
    }

    /// How long ago.
    pub fn ago(&self, time: &Timestamp) -> String {
        self.format.with_value(|format| format.ago(time))
    }

    /// For how long something has been so, or since which day.
    pub fn since(&self, time: &Timestamp) -> String {
        let texts = &self.status;
        match Age::of(time) {
            Age::Seconds => texts.since_now.to_owned(),
            Age::Minutes(minutes) => self.count(texts.since_minutes, minutes),
            Age::Hours(hours) => self.count(texts.since_hours, hours),
            Age::Days => texts.since.with(&self.date(time)),
        }
    }
}

impl Deref for I18n {
    type Target = Catalog;

    fn deref(&self) -> &Catalog {
        self.catalog
    }
}
