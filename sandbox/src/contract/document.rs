//! The OpenAPI document as a tree, its references, and the validators of its schemas.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use anyhow::{Context, bail};
use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

/// The parsed document.
pub(super) struct Document {
    root: Value,
    /// What has been compiled, by the schema's text: most schemas are used in many places.
    compiled: RefCell<HashMap<String, Arc<Validator>>>,
}

impl Document {
    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        let value: Value = serde_saphyr::from_str(text).context("the contract is no YAML")?;
        Ok(Self {
            root: value,
            compiled: RefCell::default(),
        })
    }

    /// The path items by their templates.
    pub(super) fn paths(&self) -> anyhow::Result<&Map<String, Value>> {
        object(&self.root["paths"], "paths")
    }

    /// What Jira's filters answer, each a Responses Object by its name.
    pub(super) fn jira_answers(&self) -> anyhow::Result<&Map<String, Value>> {
        object(&self.root["x-jira-answers"], "x-jira-answers")
    }

    /// Follows `$ref` until there is none. Only OpenAPI's own objects are resolved this way; references inside schemas
    /// are the validator's business.
    pub(super) fn resolve<'a>(&'a self, mut value: &'a Value) -> anyhow::Result<&'a Value> {
        while let Some(reference) = value.get("$ref") {
            let Some(pointer) = reference.as_str().and_then(|text| text.strip_prefix('#')) else {
                bail!("the reference {reference} leads out of the contract");
            };
            value = self
                .root
                .pointer(pointer)
                .with_context(|| format!("the reference {reference} leads nowhere"))?;
        }
        Ok(value)
    }

    /// Compiles a schema that stands somewhere in the document.
    pub(super) fn validator(&self, schema: &Value) -> anyhow::Result<Arc<Validator>> {
        let text = schema.to_string();
        if let Some(validator) = self.compiled.borrow().get(&text) {
            return Ok(Arc::clone(validator));
        }
        // The schemas come along, so that "#/components/schemas/…" means the same as in the document.
        let schemas = &self.root["components"]["schemas"];
        let root = json!({ "allOf": [schema], "components": { "schemas": schemas } });
        let validator = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .build(&root)
            .map_err(|error| anyhow::anyhow!("a schema of the contract is wrong: {error}"))?;
        let validator = Arc::new(validator);
        self.compiled.borrow_mut().insert(text, Arc::clone(&validator));
        Ok(validator)
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

/// What a validator has against a value. Neither values nor unknown names are repeated: they could be a key.
pub(super) fn problems(validator: &Validator, value: &Value, place: &str) -> Vec<String> {
    validator
        .iter_errors(value)
        .map(|error| match error.kind() {
            ValidationErrorKind::AdditionalProperties { .. }
            | ValidationErrorKind::UnevaluatedProperties { .. } => {
                format!(
                    "{place}{}: a field that the contract does not have",
                    error.instance_path()
                )
            }
            _ => format!("{place}{}: {}", error.instance_path(), error.masked()),
        })
        .collect()
}
