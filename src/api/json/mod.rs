//! JSON in and out: read by the browser's own parser in the page, by `serde_json` in native tests.
//!
//! A body is read by hand, field by field, in [`super::decode`]. Derived decoders would bring their error messages
//! into the page, down to the printing of floating-point numbers: 40 kB that nobody ever reads. The two parsers
//! differ in details, so the fixtures in `tests/fixtures` are read through both.

use zeroize::Zeroizing;

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
pub use native::Json;
#[cfg(target_arch = "wasm32")]
pub use web::Json;

impl Json {
    /// A text that must be there.
    pub fn text(&self, field: &str) -> Option<String> {
        self.get(field).as_text()
    }

    /// A count that must be there.
    pub fn count(&self, field: &str) -> Option<u32> {
        self.get(field).as_count()
    }

    /// A flag that must be there.
    pub fn flag(&self, field: &str) -> Option<bool> {
        self.get(field).as_flag()
    }

    /// A field that may be `null` or absent; the outer `None` says that it is there and can't be read.
    pub fn optional<T>(&self, field: &str, read: impl FnOnce(&Json) -> Option<T>) -> Option<Option<T>> {
        let value = self.get(field);
        if value.is_null() {
            Some(None)
        } else {
            read(&value).map(Some)
        }
    }

    /// A list that must be there and whose items must all be readable.
    pub fn list<T>(&self, field: &str, read: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
        self.get(field).items()?.iter().map(read).collect()
    }

    /// A whole number from 0 to 2³² − 1.
    pub fn as_count(&self) -> Option<u32> {
        let number = self.as_number()?;
        // The cast saturates, so whatever is out of range or has a fraction differs from it.
        let count = number as u32;
        (f64::from(count) == number).then_some(count)
    }
}

/// A JSON object on its way to the server, wiped when it is dropped because it may hold the key.
pub struct Object(Zeroizing<String>);

impl Default for Object {
    fn default() -> Self {
        Self(Zeroizing::new("{".to_owned()))
    }
}

impl Object {
    /// With a text, if there is one.
    #[must_use]
    pub fn text(mut self, field: &'static str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            self.name(field);
            push_quoted(&mut self.0, value);
        }
        self
    }

    /// With a flag, if there is one.
    #[must_use]
    pub fn flag(mut self, field: &'static str, value: Option<bool>) -> Self {
        if let Some(value) = value {
            self.name(field);
            self.0.push_str(if value { "true" } else { "false" });
        }
        self
    }

    /// The whole.
    #[must_use]
    pub fn end(mut self) -> Zeroizing<String> {
        self.0.push('}');
        self.0
    }

    fn name(&mut self, field: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        push_quoted(&mut self.0, field);
        self.0.push(':');
    }
}

/// Appends a JSON string (RFC 8259, section 7). Room for the worst case is made first: a text that grew on the way
/// would leave copies of what it holds behind.
fn push_quoted(target: &mut Zeroizing<String>, text: &str) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut grown = Zeroizing::new(String::with_capacity(target.len() + 6 * text.len() + 32));
    grown.push_str(target);
    grown.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                grown.push('\\');
                grown.push(letter);
            }
            '\0'..='\x1f' => {
                let code = usize::from(letter as u8);
                grown.push_str("\\u00");
                grown.push(HEX[code >> 4].into());
                grown.push(HEX[code & 15].into());
            }
            _ => grown.push(letter),
        }
    }
    grown.push('"');
    *target = grown;
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{Json, Object};

    #[test]
    fn only_whole_numbers_in_range_are_counts() {
        for (text, count) in [
            ("0", Some(0)),
            ("4294967295", Some(u32::MAX)),
            ("4294967296", None),
            ("-1", None),
            ("1.5", None),
            ("1e3", Some(1000)),
            ("\"1\"", None),
            ("null", None),
        ] {
            assert_eq!(Json::parse(text).as_count(), count, "{text}");
        }
    }

    #[test]
    fn what_is_not_there_is_not_written() {
        let body = Object::default()
            .text("apiKey", None)
            .flag("active", Some(true))
            .text("accountLabel", Some(""))
            .end();
        assert_eq!(*body, r#"{"active":true,"accountLabel":""}"#);
        assert_eq!(*Object::default().end(), "{}");
    }

    #[test]
    fn controls_and_what_ends_a_text_are_escaped() {
        let body = Object::default()
            .text("a", Some("\0\t\n\u{1b}\u{1f} \"\\\u{7f}"))
            .end();
        assert_eq!(
            *body,
            r#"{"a":"\u0000\u0009\u000a\u001b\u001f \"\\"#.to_owned() + "\u{7f}\"}"
        );
    }

    proptest! {
        #[test]
        fn any_text_survives_the_way(text in any::<String>()) {
            let body = Object::default().text("a", Some(&text)).text("b", Some("x")).end();
            let read = Json::parse(&body);
            prop_assert_eq!(read.text("a"), Some(text));
            prop_assert_eq!(read.text("b"), Some("x".to_owned()));
        }
    }
}
