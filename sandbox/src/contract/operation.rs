//! One operation of the contract: what its requests and responses must look like.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use anyhow::Context;
use axum::http::{HeaderMap, Method, header};
use jsonschema::Validator;
use serde_json::Value;

use super::document::{Document, list, object, problems};
use super::{RequestParts, ResponseParts};

/// The methods that an OpenAPI path item can have.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// A method on a path template.
#[derive(Debug)]
pub(super) struct Operation {
    name: String,
    method: Method,
    template: String,
    query: Vec<Named>,
    headers: Vec<Named>,
    body: Option<Arc<Validator>>,
    responses: BTreeMap<u16, ResponseRule>,
}

/// A query parameter or header with its schema.
#[derive(Debug)]
struct Named {
    name: String,
    presence: Presence,
    schema: Arc<Validator>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Required,
    Optional,
}

/// What an answer of one status must look like. No content means no body.
#[derive(Debug)]
struct ResponseRule {
    headers: Vec<Named>,
    content: BTreeMap<String, Arc<Validator>>,
}

/// All operations of the contract.
pub(super) fn all(document: &Document) -> anyhow::Result<Vec<Operation>> {
    let mut operations = Vec::new();
    for (template, item) in document.paths()? {
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                let shared = list(&item["parameters"], template)?;
                operations.push(Operation::read(document, template, method, shared, operation)?);
            }
        }
    }
    Ok(operations)
}

impl Operation {
    fn read(
        document: &Document,
        template: &str,
        method: &str,
        shared: &[Value],
        operation: &Value,
    ) -> anyhow::Result<Self> {
        let name = format!("{} {template}", method.to_uppercase());
        let (mut query, mut headers) = (Vec::new(), Vec::new());
        for parameter in shared.iter().chain(list(&operation["parameters"], &name)?) {
            let parameter = document.resolve(parameter)?;
            let parameter_name = parameter["name"]
                .as_str()
                .with_context(|| format!("{name}: a nameless parameter"))?;
            match parameter["in"].as_str() {
                Some("query") => query.push(Named::read(document, parameter_name, parameter)?),
                Some("header") => headers.push(Named::read(document, parameter_name, parameter)?),
                // An id of another form is the id of nothing, which is answered 404 and not a breach of contract.
                _ => {}
            }
        }
        let body = match operation.get("requestBody") {
            Some(body) => {
                Some(document.validator(&document.resolve(body)?["content"]["application/json"]["schema"])?)
            }
            None => None,
        };
        let mut responses = BTreeMap::new();
        for (status, response) in object(&operation["responses"], &name)? {
            let status = status
                .parse()
                .with_context(|| format!("{name}: {status} is no status"))?;
            responses.insert(status, ResponseRule::read(document, document.resolve(response)?)?);
        }
        let method = method.to_uppercase().parse()?;
        Ok(Self {
            name,
            method,
            template: template.to_owned(),
            query,
            headers,
            body,
            responses,
        })
    }

    pub(super) fn method(&self) -> &Method {
        &self.method
    }

    /// Whether a path below the REST base is one of this template.
    pub(super) fn matches(&self, path: &str) -> bool {
        let mut segments = path.split('/');
        self.template.split('/').all(|part| {
            segments.next().is_some_and(|segment| {
                if is_parameter(part) {
                    !segment.is_empty()
                } else {
                    part == segment
                }
            })
        }) && segments.next().is_none()
    }

    pub(super) fn parameter_count(&self) -> usize {
        self.template.split('/').filter(|part| is_parameter(part)).count()
    }

    pub(super) fn request_problems(&self, request: RequestParts<'_>) -> Vec<String> {
        let mut found = query_problems(&self.query, request.query);
        found.extend(
            self.headers
                .iter()
                .flat_map(|header| header.problems(request.headers)),
        );
        match &self.body {
            Some(schema) => found.extend(json_problems(schema, request.headers, request.body)),
            None if request.body.is_empty() || request.body == b"{}" => {}
            None => found.push("a body, where there should be none".to_owned()),
        }
        found
    }

    pub(super) fn response_problems(&self, response: ResponseParts<'_>) -> Vec<String> {
        let Some(rule) = self.responses.get(&response.status.as_u16()) else {
            return vec![format!(
                "{} never answers {}",
                self.name,
                response.status.as_u16()
            )];
        };
        let mut found: Vec<String> = rule
            .headers
            .iter()
            .flat_map(|header| header.problems(response.headers))
            .collect();
        match media_type(response.headers) {
            None if rule.content.is_empty() && response.body.is_empty() => {}
            None => found.push("the body or its Content-Type is missing, or there should be none".to_owned()),
            Some(media_type) => match rule.content.get(&media_type) {
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

impl Named {
    fn read(document: &Document, name: &str, definition: &Value) -> anyhow::Result<Self> {
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

    fn problems(&self, headers: &HeaderMap) -> Vec<String> {
        let place = format!("header {}", self.name);
        match headers.get(&self.name) {
            Some(value) => self.text_problems(&String::from_utf8_lossy(value.as_bytes()), &place),
            None if self.presence == Presence::Required => vec![format!("{place}: missing")],
            None => Vec::new(),
        }
    }

    /// Headers and queries are texts; one that the schema wants as a number or a boolean may be read as such.
    fn text_problems(&self, text: &str, place: &str) -> Vec<String> {
        let as_text = problems(&self.schema, &Value::String(text.to_owned()), place);
        match serde_json::from_str::<Value>(text) {
            Ok(value) if !value.is_string() && problems(&self.schema, &value, place).is_empty() => Vec::new(),
            _ => as_text,
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
}

fn is_parameter(part: &str) -> bool {
    part.starts_with('{')
}

/// The `Content-Type` without its parameters, in lower case.
fn media_type(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    value
        .split(';')
        .next()
        .map(|media_type| media_type.trim().to_ascii_lowercase())
}

fn json_problems(schema: &Validator, headers: &HeaderMap, body: &[u8]) -> Vec<String> {
    if media_type(headers).as_deref() != Some("application/json") {
        return vec!["the body is not application/json".to_owned()];
    }
    match serde_json::from_slice(body) {
        Ok(value) => problems(schema, &value, "body"),
        Err(_) => vec!["body: no JSON".to_owned()],
    }
}

fn query_problems(known: &[Named], query: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for (name, value) in form_pairs(query) {
        match known.iter().find(|parameter| parameter.name == name) {
            Some(parameter) => found.extend(parameter.text_problems(&value, &format!("query {name}"))),
            None => found.push("query: a parameter that the contract does not have".to_owned()),
        }
        if !seen.insert(name) {
            found.push("query: a parameter given twice".to_owned());
        }
    }
    for parameter in known {
        if parameter.presence == Presence::Required && !seen.contains(&parameter.name) {
            found.push(format!("query {}: missing", parameter.name));
        }
    }
    found
}

fn form_pairs(query: &str) -> Vec<(String, String)> {
    reqwest::Url::parse(&format!("http://localhost/?{query}"))
        .map(|url| url.query_pairs().into_owned().collect())
        .unwrap_or_default()
}
