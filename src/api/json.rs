//! JSON: by the browser's own parser in the page, by `serde_json` in native tests.
//!
//! The two differ in details, so the fixtures in `tests/fixtures` are read through both.

#[cfg(not(target_arch = "wasm32"))]
pub use native::{from_json, to_json};
#[cfg(target_arch = "wasm32")]
pub use web::{from_json, to_json};

#[cfg(target_arch = "wasm32")]
mod web {
    use js_sys::{JSON, JsString};
    use serde::{Serialize, de::DeserializeOwned};
    use serde_wasm_bindgen::{Serializer, from_value};

    /// Reads a text; nothing if it is no JSON, or not what a `T` is made of.
    pub fn from_json<T: DeserializeOwned>(text: &str) -> Option<T> {
        from_value(JSON::parse(text).ok()?).ok()
    }

    /// Writes a value that may hold the key. The text is JavaScript's: the key goes there straight from the one place
    /// that is wiped, and the module's memory never holds the body.
    pub fn to_json(value: &impl Serialize) -> Option<JsString> {
        let object = value.serialize(&Serializer::json_compatible()).ok()?;
        JSON::stringify(&object).ok()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use serde::{Serialize, de::DeserializeOwned};
    use serde_json::Value;

    /// Reads a text; nothing if it is no JSON, or not what a `T` is made of.
    pub fn from_json<T: DeserializeOwned>(text: &str) -> Option<T> {
        // In two steps, as the page does it: a part that can't be read must not hide what follows it.
        let value: Value = serde_json::from_str(text).ok()?;
        serde_json::from_value(value).ok()
    }

    /// Writes a value.
    pub fn to_json(value: &impl Serialize) -> Option<String> {
        serde_json::to_string(value).ok()
    }
}
