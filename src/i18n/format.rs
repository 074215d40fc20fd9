//! Dates, numbers and plurals, written by the browser's `Intl` in the reader's locale.

use std::cell::OnceCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::domain::{csv::Separator, time::Timestamp};

const MINUTE: f64 = 60.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// Writes values for one locale.
///
/// Each formatter is made when it is first needed: a browser takes several milliseconds for most of them, and few are
/// needed for the first view.
pub struct Format {
    locales: Array,
    number: OnceCell<Function>,
    date: OnceCell<Function>,
    exact: OnceCell<Function>,
    time: OnceCell<Function>,
    minute: OnceCell<Function>,
    second: OnceCell<Function>,
    relative: OnceCell<Intl::RelativeTimeFormat>,
    plural: OnceCell<Intl::PluralRules>,
}

impl Format {
    /// For a BCP 47 tag; the browser's own locale if it does not know the tag.
    pub fn new(tag: &str) -> Self {
        Self {
            locales: known_locales(tag),
            number: OnceCell::new(),
            date: OnceCell::new(),
            exact: OnceCell::new(),
            time: OnceCell::new(),
            minute: OnceCell::new(),
            second: OnceCell::new(),
            relative: OnceCell::new(),
            plural: OnceCell::new(),
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
        let format = self
            .number
            .get_or_init(|| Intl::NumberFormat::new(&self.locales, &Object::new()).format());
        call(format, &number.into())
    }

    /// Whether a count takes the form for one.
    pub fn is_one(&self, count: u32) -> bool {
        let plural = self
            .plural
            .get_or_init(|| Intl::PluralRules::new(&self.locales, &Object::new()));
        plural.select(count.into()).as_string().as_deref() == Some("one")
    }

    /// A day, or the text as it came if it is not a time.
    pub fn date(&self, time: &Timestamp) -> String {
        match epoch_ms(time) {
            Some(at) => self.day_or_time(&self.date, at, &option("dateStyle", "medium")),
            None => time.as_str().to_owned(),
        }
    }

    /// A day and the time to the second with the zone it is told in; nothing if it is not a time.
    pub fn exact(&self, time: &Timestamp) -> Option<String> {
        let at = epoch_ms(time)?;
        Some(self.day_or_time(&self.exact, at, &exact()))
    }

    /// A day and the time to the minute, or the text as it came if it is not a time.
    pub fn to_the_minute(&self, time: &Timestamp) -> String {
        self.day_and_time(time, &self.minute, "medium", "short")
    }

    /// A day in digits and the time to the second, or the text as it came if it is not a time.
    pub fn to_the_second(&self, time: &Timestamp) -> String {
        self.day_and_time(time, &self.second, "short", "medium")
    }

    /// How much room something takes, as exactly as people need it.
    pub fn size(&self, bytes: u64) -> String {
        // The cast loses only what is not shown.
        let bytes = bytes as f64;
        match bytes {
            0.0..1e3 => self.quantity(bytes, "byte"),
            ..1e6 => self.quantity(bytes / 1e3, "kilobyte"),
            ..1e9 => self.quantity(bytes / 1e6, "megabyte"),
            _ => self.quantity(bytes / 1e9, "gigabyte"),
        }
    }

    /// How long something took, in seconds.
    pub fn duration(&self, ms: u32) -> String {
        self.quantity(f64::from(ms) / 1e3, "second")
    }

    fn quantity(&self, value: f64, unit: &str) -> String {
        let options = option("style", "unit");
        // As in `exact`.
        let _ = Reflect::set(&options, &"unit".into(), &unit.into());
        let _ = Reflect::set(&options, &"maximumFractionDigits".into(), &1.into());
        call(
            &Intl::NumberFormat::new(&self.locales, &options).format(),
            &value.into(),
        )
    }

    fn day_and_time(&self, time: &Timestamp, format: &OnceCell<Function>, day: &str, clock: &str) -> String {
        let options = option("dateStyle", day);
        // As in `exact`.
        let _ = Reflect::set(&options, &"timeStyle".into(), &clock.into());
        match epoch_ms(time) {
            Some(at) => self.day_or_time(format, at, &options),
            None => time.as_str().to_owned(),
        }
    }

    /// The time of day, so many seconds from now.
    pub fn time_in(&self, seconds: u32) -> String {
        let at = Date::now() + f64::from(seconds) * 1_000.0;
        self.day_or_time(&self.time, at, &option("timeStyle", "short"))
    }

    /// How long ago, for the last day; the day for anything older.
    pub fn ago(&self, time: &Timestamp) -> String {
        let (value, unit) = match Age::of(time) {
            Age::Seconds => (0, "second"),
            Age::Minutes(minutes) => (minutes, "minute"),
            Age::Hours(hours) => (hours, "hour"),
            Age::Days => return self.date(time),
        };
        let relative = self
            .relative
            .get_or_init(|| Intl::RelativeTimeFormat::new(&self.locales, &option("numeric", "auto")));
        relative.format(-f64::from(value), unit).into()
    }

    /// Milliseconds since 1970, by the formatter with these options.
    fn day_or_time(&self, format: &OnceCell<Function>, at: f64, options: &Object) -> String {
        let format = format.get_or_init(|| Intl::DateTimeFormat::new(&self.locales, options).format());
        call(format, &Date::new(&at.into()))
    }
}

/// How long ago something was, as exactly as it is told.
pub enum Age {
    /// Less than a minute, or in the future: clocks differ.
    Seconds,
    /// So many minutes.
    Minutes(u32),
    /// So many hours.
    Hours(u32),
    /// A day or more; also where it is no time.
    Days,
}

impl Age {
    /// Counts to the browser's time.
    pub fn of(time: &Timestamp) -> Self {
        let seconds = epoch_ms(time).map(|at| ((Date::now() - at) / 1000.0).max(0.0));
        match seconds {
            Some(s) if s < MINUTE => Self::Seconds,
            Some(s) if s < HOUR => Self::Minutes((s / MINUTE) as u32),
            Some(s) if s < DAY => Self::Hours((s / HOUR) as u32),
            _ => Self::Days,
        }
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
