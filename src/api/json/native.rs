//! JSON by `serde_json`, for native tests.

use serde_json::Value;

/// A JSON value.
pub struct Json(Value);

impl Json {
    /// Reads a body; `null` if it is no JSON.
    pub fn parse(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or(Value::Null))
    }

    /// A field; `null` if there is none, or if this is no object.
    pub fn get(&self, field: &str) -> Self {
        Self(self.0.get(field).cloned().unwrap_or(Value::Null))
    }

    /// Whether it is `null` or was never there.
    pub fn is_null(&self) -> bool {
        self.0.is_null()
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
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
        Some(self.0.as_array()?.iter().cloned().map(Self).collect())
    }

    /// The fields, if it is an object.
    pub fn fields(&self) -> Option<Vec<(String, Self)>> {
        let fields = self.0.as_object()?.iter();
        Some(
            fields
                .map(|(name, value)| (name.clone(), Self(value.clone())))
                .collect(),
        )
    }
}
