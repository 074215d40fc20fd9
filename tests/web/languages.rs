//! Numbers, times and plurals in the language of the sentences that they stand in.

use leptos::prelude::*;
use testio_connection::{
    domain::{csv::Separator, time::Timestamp},
    i18n::I18n,
};
use wasm_bindgen_test::wasm_bindgen_test;

/// How long ago something was, in the page's words.
fn hours_ago(i18n: I18n, hours: f64) -> String {
    let at = js_sys::Date::new(&(js_sys::Date::now() - hours * 3_600_000.0).into());
    i18n.ago(&Timestamp::new(String::from(at.to_iso_string())))
}

#[wasm_bindgen_test]
fn english_sentences_have_english_forms_whatever_the_readers_language() {
    let owner = Owner::new();
    owner.with(|| {
        // Portuguese and French count nothing as one, Russian twenty-one.
        for (reader, count, text) in [
            ("pt-BR", 0, "0 connections"),
            ("fr-FR", 0, "0 connections"),
            ("ru-RU", 21, "21 connections"),
            ("cs-CZ", 1, "1 connection"),
            ("ar-EG", 1_234, "1,234 connections"),
            ("ja-JP", 1, "1 connection"),
        ] {
            let i18n = I18n::new(reader);
            assert_eq!(i18n.count(i18n.list.found, count), text, "{reader}");
            assert_eq!(hours_ago(i18n, 2.0), "2 hours ago", "{reader}");
        }
    });
}

#[wasm_bindgen_test]
fn where_the_texts_are_in_the_readers_language_its_region_counts() {
    let owner = Owner::new();
    owner.with(|| {
        let day = Timestamp::new("2026-05-03T09:00:00Z");
        assert_eq!(I18n::new("en-GB").date(&day), "3 May 2026");
        assert_eq!(I18n::new("en-US").date(&day), "May 3, 2026");
        assert_eq!(
            I18n::new("de-AT").number(1_234_567),
            "1 234 567".replace(' ', "\u{a0}")
        );
        assert_eq!(hours_ago(I18n::new("de-DE"), 2.0), "vor 2 Stunden");
    });
}

#[wasm_bindgen_test]
fn cells_are_separated_as_the_readers_spreadsheet_does() {
    let owner = Owner::new();
    owner.with(|| {
        for (reader, separator) in [
            ("de-DE", Separator::Semicolon),
            ("fr-FR", Separator::Semicolon),
            ("pt-BR", Separator::Semicolon),
            ("ru-RU", Separator::Semicolon),
            ("en-US", Separator::Comma),
            ("en-GB", Separator::Comma),
            ("de-CH", Separator::Comma),
            ("ja-JP", Separator::Comma),
        ] {
            assert_eq!(I18n::new(reader).separator(), separator, "{reader}");
        }
    });
}
