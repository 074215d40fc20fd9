//! JSON by the browser.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// A JSON value.
pub struct Json(JsValue);

impl Json {
    /// Reads a body; `null` if it is no JSON.
    pub fn parse(text: &str) -> Self {
        Self(JSON::parse(text).unwrap_or(JsValue::NULL))
    }

    /// A field; `null` if there is none, or if this is no object.
    pub fn get(&self, field: &str) -> Self {
        // Reading a field throws on what is no object.
        Self(Reflect::get(&self.0, &field.into()).unwrap_or(JsValue::NULL))
    }

    /// Whether it is `null` or was never there.
    pub fn is_null(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<String> {
        self.0.as_string()
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    /// The flag, if it is one.
    pub fn as_flag(&self) -> Option<bool> {
        self.0.as_bool()
    }

    /// The items, if it is a list.
    pub fn items(&self) -> Option<Vec<Self>> {
        Some(self.0.dyn_ref::<Array>()?.iter().map(Self).collect())
    }

    /// The fields, if it is an object.
    pub fn fields(&self) -> Option<Vec<(String, Self)>> {
        let entry = |entry: JsValue| {
            let entry: Array = entry.unchecked_into();
            (entry.get(0).as_string().unwrap_or_default(), Self(entry.get(1)))
        };
        Some(Object::entries(self.0.dyn_ref()?).iter().map(entry).collect())
    }
}
