//! Dates, numbers and plurals, written by the browser's `Intl` in the reader's locale.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::domain::{csv::Separator, time::Timestamp};

const MINUTE: f64 = 60.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// Writes values for one locale.
#[derive(Clone)]
pub struct Format {
    number: Function,
    date: Function,
    exact: Function,
    time: Function,
    relative: Intl::RelativeTimeFormat,
    plural: Intl::PluralRules,
}

impl Format {
    /// For a BCP 47 tag; the browser's own locale if it does not know the tag.
    pub fn new(tag: &str) -> Self {
        let locales = known_locales(tag);
        let none = Object::new();
        Self {
            number: Intl::NumberFormat::new(&locales, &none).format(),
            date: Intl::DateTimeFormat::new(&locales, &option("dateStyle", "medium")).format(),
            exact: Intl::DateTimeFormat::new(&locales, &exact()).format(),
            time: Intl::DateTimeFormat::new(&locales, &option("timeStyle", "short")).format(),
            relative: Intl::RelativeTimeFormat::new(&locales, &option("numeric", "auto")),
            plural: Intl::PluralRules::new(&locales, &none),
        }
    }

    /// How the spreadsheets of a reader with this tag separate cells: by what decimal numbers leave them.
    pub fn separator(tag: &str) -> Separator {
        let number = Intl::NumberFormat::new(&known_locales(tag), &Object::new()).format();
        // Also an Arabic decimal comma.
        if call(&number, &1.5.into()).contains([',', '٫']) {
            Separator::Semicolon
        } else {
            Separator::Comma
        }
    }

    /// A number with the locale's grouping.
    pub fn number(&self, number: u32) -> String {
        call(&self.number, &number.into())
    }

    /// Whether a count takes the form for one.
    pub fn is_one(&self, count: u32) -> bool {
        self.plural.select(count.into()).as_string().as_deref() == Some("one")
    }

    /// A day, or the text as it came if it is not a time.
    pub fn date(&self, time: &Timestamp) -> String {
        match epoch_ms(time) {
            Some(at) => call(&self.date, &Date::new(&at.into())),
            None => time.as_str().to_owned(),
        }
    }

    /// A day and the time to the second with the zone it is told in; nothing if it is not a time.
    pub fn exact(&self, time: &Timestamp) -> Option<String> {
        let at = epoch_ms(time)?;
        Some(call(&self.exact, &Date::new(&at.into())))
    }

    /// The time of day, so many seconds from now.
    pub fn time_in(&self, seconds: u32) -> String {
        let at = Date::now() + f64::from(seconds) * 1_000.0;
        call(&self.time, &Date::new(&at.into()))
    }

    /// How long ago, for the last day; the day for anything older.
    pub fn ago(&self, time: &Timestamp) -> String {
        let Some(at) = epoch_ms(time) else {
            return time.as_str().to_owned();
        };
        let seconds = ((Date::now() - at) / 1000.0).max(0.0);
        let (value, unit) = match seconds {
            s if s < MINUTE => (0.0, "second"),
            s if s < HOUR => (s / MINUTE, "minute"),
            s if s < DAY => (s / HOUR, "hour"),
            _ => return self.date(time),
        };
        self.relative.format(-value.floor(), unit).into()
    }
}

/// The tag as `Intl` wants it, or nothing, which means the browser's own locale.
///
/// A formatter made from a malformed tag throws, so the tag is tried here, where throwing can be caught.
fn known_locales(tag: &str) -> Array {
    let canonical = Reflect::get(&js_sys::global(), &"Intl".into())
        .and_then(|intl| Reflect::get(&intl, &"getCanonicalLocales".into()))
        .and_then(|function| Function::from(function).call1(&JsValue::UNDEFINED, &tag.into()));
    canonical.map_or_else(|_| Array::new(), |locales| Array::from(&locales))
}

fn option(name: &str, value: &str) -> Object {
    let options = Object::new();
    // A property of a fresh object can always be set.
    let _ = Reflect::set(&options, &name.into(), &value.into());
    options
}

fn exact() -> Object {
    let options = option("dateStyle", "long");
    // As above.
    let _ = Reflect::set(&options, &"timeStyle".into(), &"long".into());
    options
}

fn call(formatter: &Function, value: &JsValue) -> String {
    formatter
        .call1(&JsValue::UNDEFINED, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

fn epoch_ms(time: &Timestamp) -> Option<f64> {
    let ms = Date::parse(time.as_str());
    ms.is_finite().then_some(ms)
}
