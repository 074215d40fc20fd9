//! The OpenAPI document as a tree, its references, and the validators of its schemas.

use anyhow::{Context, bail};
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

/// The parsed document.
pub(super) struct Document(Value);

impl Document {
    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        let value: Value = serde_saphyr::from_str(text).context("the contract is no YAML")?;
        Ok(Self(value))
    }

    /// The path items by their templates.
    pub(super) fn paths(&self) -> anyhow::Result<&Map<String, Value>> {
        object(&self.0["paths"], "paths")
    }

    /// Follows `$ref` until there is none. Only OpenAPI's own objects are resolved this way; references inside schemas
    /// are the validator's business.
    pub(super) fn resolve<'a>(&'a self, mut value: &'a Value) -> anyhow::Result<&'a Value> {
        while let Some(reference) = value.get("$ref") {
            let Some(pointer) = reference.as_str().and_then(|text| text.strip_prefix('#')) else {
                bail!("the reference {reference} leads out of the contract");
            };
            value = self
                .0
                .pointer(pointer)
                .with_context(|| format!("the reference {reference} leads nowhere"))?;
        }
        Ok(value)
    }

    /// Compiles a schema that stands somewhere in the document.
    pub(super) fn validator(&self, schema: &Value) -> anyhow::Result<Validator> {
        // The components come along, so that "#/components/schemas/…" means the same as in the document.
        let root = json!({ "allOf": [schema], "components": self.0["components"] });
        jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .build(&root)
            .map_err(|error| anyhow::anyhow!("a schema of the contract is wrong: {error}"))
    }
}

/// The value as an object, or an error that says where one is missing.
pub(super) fn object<'a>(value: &'a Value, place: &str) -> anyhow::Result<&'a Map<String, Value>> {
    value
        .as_object()
        .with_context(|| format!("{place} is no object in the contract"))
}

/// The value as a list; nothing at all is an empty one.
pub(super) fn list<'a>(value: &'a Value, place: &str) -> anyhow::Result<&'a [Value]> {
    match value {
        Value::Null => Ok(&[]),
        Value::Array(values) => Ok(values),
        _ => bail!("{place} is no list in the contract"),
    }
}

/// What a validator has against a value. The value itself is not repeated: it could be a key.
pub(super) fn problems(validator: &Validator, value: &Value, place: &str) -> Vec<String> {
    validator
        .iter_errors(value)
        .map(|error| format!("{place}{}: {}", error.instance_path(), error.masked()))
        .collect()
}
