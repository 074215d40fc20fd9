//! JSON in and out, by the browser in the page and by `serde_json` in native tests.
//!
//! The two decoders differ in details, so the fixtures in `tests/fixtures` are decoded by both.

use serde::{Serialize, de::DeserializeOwned};

/// Decodes a body; `None` if it is not JSON of that shape.
#[cfg(target_arch = "wasm32")]
pub fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(js_sys::JSON::parse(text).ok()?).ok()
}

/// Encodes a body. `None` only for types that JSON can't express, which no request has.
#[cfg(target_arch = "wasm32")]
pub fn encode(value: &impl Serialize) -> Option<String> {
    let value = value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .ok()?;
    js_sys::JSON::stringify(&value).ok()?.as_string()
}

/// Decodes a body; `None` if it is not JSON of that shape.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// Encodes a body. `None` only for types that JSON can't express, which no request has.
#[cfg(not(target_arch = "wasm32"))]
pub fn encode(value: &impl Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}
