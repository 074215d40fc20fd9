//! What answers must look like, by their status.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Context;
use axum::http::{HeaderMap, header};
use jsonschema::Validator;
use serde_json::Value;

use super::ResponseParts;
use super::document::{Document, object, problems};
use super::named::Named;

/// All answers that an operation has, or a filter of Jira's.
#[derive(Debug)]
pub(super) struct Responses(BTreeMap<u16, ResponseRule>);

/// What an answer of one status must look like. No content means no body.
#[derive(Debug)]
struct ResponseRule {
    headers: Vec<Named>,
    content: BTreeMap<String, Arc<Validator>>,
}

impl Responses {
    /// Reads what OpenAPI calls a Responses Object; `name` is for errors.
    pub(super) fn read(document: &Document, responses: &Value, name: &str) -> anyhow::Result<Self> {
        let mut rules = BTreeMap::new();
        for (status, response) in object(responses, name)? {
            let status = status
                .parse()
                .with_context(|| format!("{name}: {status} is no status"))?;
            rules.insert(status, ResponseRule::read(document, document.resolve(response)?)?);
        }
        Ok(Self(rules))
    }

    /// What is wrong with an answer of `name`.
    pub(super) fn problems(&self, name: &str, response: ResponseParts<'_>) -> Vec<String> {
        match self.0.get(&response.status.as_u16()) {
            Some(rule) => rule.problems(response),
            None => vec![format!("{name} never answers {}", response.status.as_u16())],
        }
    }
}

impl ResponseRule {
    fn read(document: &Document, response: &Value) -> anyhow::Result<Self> {
        let mut headers = Vec::new();
        for (name, header) in response["headers"].as_object().into_iter().flatten() {
            headers.push(Named::read(document, name, document.resolve(header)?)?);
        }
        let mut content = BTreeMap::new();
        for (media_type, form) in response["content"].as_object().into_iter().flatten() {
            content.insert(media_type.clone(), document.validator(&form["schema"])?);
        }
        Ok(Self { headers, content })
    }

    fn problems(&self, response: ResponseParts<'_>) -> Vec<String> {
        let mut found: Vec<String> = self
            .headers
            .iter()
            .flat_map(|header| header.problems(response.headers))
            .collect();
        match media_type(response.headers) {
            None if self.content.is_empty() && response.body.is_empty() => {}
            None => found.push("the body or its Content-Type is missing, or there should be none".to_owned()),
            Some(media_type) => match self.content.get(&media_type) {
                None => found.push(format!("{media_type} is not a form that this answer has")),
                Some(schema) if media_type == "application/json" => {
                    found.extend(json_problems(schema, response.headers, response.body));
                }
                Some(schema) => {
                    let text = Value::String(String::from_utf8_lossy(response.body).into_owned());
                    found.extend(problems(schema, &text, "body"));
                }
            },
        }
        found
    }
}

/// The `Content-Type` without its parameters, in lower case.
fn media_type(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    value
        .split(';')
        .next()
        .map(|media_type| media_type.trim().to_ascii_lowercase())
}

/// What is wrong with a body that must be JSON.
pub(super) fn json_problems(schema: &Validator, headers: &HeaderMap, body: &[u8]) -> Vec<String> {
    if media_type(headers).as_deref() != Some("application/json") {
        return vec!["the body is not application/json".to_owned()];
    }
    match serde_json::from_slice(body) {
        Ok(value) => problems(schema, &value, "body"),
        Err(_) => vec!["body: no JSON".to_owned()],
    }
}
