//! One operation of the contract: what its requests and responses must look like.

use std::collections::HashSet;
use std::sync::Arc;

use anyhow::Context;
use axum::http::Method;
use jsonschema::Validator;
use serde_json::Value;

use super::document::{Document, list};
use super::named::Named;
use super::response::{Responses, json_problems};
use super::{RequestParts, ResponseParts};

/// The methods that an OpenAPI path item can have.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// A method on a path template.
#[derive(Debug)]
pub(super) struct Operation {
    id: String,
    name: String,
    method: Method,
    template: String,
    query: Vec<Named>,
    headers: Vec<Named>,
    body: Option<Arc<Validator>>,
    responses: Responses,
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
        let id = operation["operationId"]
            .as_str()
            .with_context(|| format!("{name}: no operationId"))?
            .to_owned();
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
        let responses = Responses::read(document, &operation["responses"], &name)?;
        let method = method.to_uppercase().parse()?;
        Ok(Self {
            id,
            name,
            method,
            template: template.to_owned(),
            query,
            headers,
            body,
            responses,
        })
    }

    pub(super) fn id(&self) -> &str {
        &self.id
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
        self.responses.problems(&self.name, response)
    }
}

fn is_parameter(part: &str) -> bool {
    part.starts_with('{')
}

fn query_problems(known: &[Named], query: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for (name, value) in form_pairs(query) {
        match known.iter().find(|parameter| parameter.name() == name) {
            Some(parameter) => found.extend(parameter.text_problems(&value, &format!("query {name}"))),
            None => found.push("query: a parameter that the contract does not have".to_owned()),
        }
        if !seen.insert(name) {
            found.push("query: a parameter given twice".to_owned());
        }
    }
    for parameter in known {
        if parameter.is_required() && !seen.contains(parameter.name()) {
            found.push(format!("query {}: missing", parameter.name()));
        }
    }
    found
}

fn form_pairs(query: &str) -> Vec<(String, String)> {
    reqwest::Url::parse(&format!("http://localhost/?{query}"))
        .map(|url| url.query_pairs().into_owned().collect())
        .unwrap_or_default()
}
