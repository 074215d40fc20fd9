//! Reads secrets out of the browser without leaving copies behind.
//!
//! The generated bindings copy a JavaScript string into memory that grows when a character is not ASCII, and what it
//! grew out of is freed as it was, with the beginning of the secret in it. Here the room is made first.

use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DataTransfer, HtmlInputElement};
use zeroize::Zeroizing;

/// Most that is copied, in code units of UTF-16. No secret is longer, and megabytes would hold up the page.
pub const MOST: usize = 4_096;

/// What stands in an input, as far as [`MOST`] goes, in memory that is wiped when it is dropped.
#[must_use]
pub fn value_of(input: &HtmlInputElement) -> Zeroizing<String> {
    copy(Reflect::get(input, &"value".into()))
}

/// The text that is being pasted or dropped, as far as [`MOST`] goes, in memory that is wiped when it is dropped.
#[must_use]
pub fn text_of(data: &DataTransfer) -> Zeroizing<String> {
    let get = Reflect::get(data, &"getData".into()).map(JsValue::unchecked_into::<Function>);
    copy(get.and_then(|get| get.call1(data, &"text".into())))
}

/// Tells whether a secret is still the same, without keeping it: the hash FNV-1a, which takes one byte after the other.
/// One that takes eight at a time would leave eight characters in a row of the secret on the stack.
#[must_use]
pub fn fingerprint(text: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let mix = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    text.bytes().fold(OFFSET, mix)
}

/// Whatever is no text counts as an empty one.
fn copy(text: Result<JsValue, JsValue>) -> Zeroizing<String> {
    /// Of a code unit of UTF-16, in UTF-8.
    const MAX_BYTES: usize = 3;
    let text: JsString = text
        .ok()
        .and_then(|text| text.dyn_into().ok())
        .unwrap_or_default();
    // One more, so that what is too long is still too long.
    let most = u32::try_from(MOST + 1).unwrap_or(u32::MAX);
    let text = if text.length() > most {
        text.slice(0, most)
    } else {
        text
    };
    let room = MAX_BYTES * usize::try_from(text.length()).unwrap_or_default();
    let mut copy = Zeroizing::new(String::with_capacity(room));
    for letter in char::decode_utf16(text.iter()) {
        copy.push(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    copy
}
