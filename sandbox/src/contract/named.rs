//! What has a name and a text for a value: a query parameter or a header.

use std::sync::Arc;

use axum::http::HeaderMap;
use jsonschema::Validator;
use serde_json::Value;

use super::document::{Document, problems};

/// A query parameter or header with its schema.
#[derive(Debug)]
pub(super) struct Named {
    name: String,
    presence: Presence,
    schema: Arc<Validator>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Required,
    Optional,
}

impl Named {
    pub(super) fn read(document: &Document, name: &str, definition: &Value) -> anyhow::Result<Self> {
        let presence = if definition["required"] == true {
            Presence::Required
        } else {
            Presence::Optional
        };
        Ok(Self {
            name: name.to_owned(),
            presence,
            schema: document.validator(&definition["schema"])?,
        })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn is_required(&self) -> bool {
        self.presence == Presence::Required
    }

    pub(super) fn problems(&self, headers: &HeaderMap) -> Vec<String> {
        let place = format!("header {}", self.name);
        match headers.get(&self.name) {
            Some(value) => self.text_problems(&String::from_utf8_lossy(value.as_bytes()), &place),
            None if self.is_required() => vec![format!("{place}: missing")],
            None => Vec::new(),
        }
    }

    /// Headers and queries are texts; one that the schema wants as a number or a boolean may be read as such.
    pub(super) fn text_problems(&self, text: &str, place: &str) -> Vec<String> {
        let as_text = problems(&self.schema, &Value::String(text.to_owned()), place);
        match serde_json::from_str::<Value>(text) {
            Ok(value) if !value.is_string() && problems(&self.schema, &value, place).is_empty() => Vec::new(),
            _ => as_text,
        }
    }
}
