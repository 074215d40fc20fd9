//! Letters as they are compared, by the browser's own tables of all scripts.

use js_sys::JsString;

/// The text with letters and their marks composed (Unicode's NFC).
#[must_use]
pub fn composed(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

/// The text composed (Unicode's NFC) and with its case folded in full, so that `ß` is `ss`.
///
/// JavaScript has no case folding, but its mappings in this order come to the same: only capitals take `ß` apart, and
/// the small letter of a capital `ẞ` has to come before that.
#[must_use]
pub fn folded(text: &str) -> String {
    let small = JsString::from(text).normalize("NFC").to_lower_case();
    small.to_upper_case().to_lower_case().normalize("NFC").into()
}
