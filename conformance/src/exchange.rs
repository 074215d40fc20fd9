//! A request, its answer, and what can be said of them.

use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::Value;

use crate::verdict::{Failure, Finding, Verdict};

/// A request to a path below the REST base.
#[derive(Debug, Clone)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The path below the REST base, with its query.
    pub path: String,
    /// Names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The body, if there is one.
    pub body: Option<String>,
}

impl Request {
    fn new(method: Method, path: impl Into<String>) -> Self {
        let request = Self {
            method,
            path: path.into(),
            headers: Vec::new(),
            body: None,
        };
        request.with("accept", "application/json")
    }

    /// One that changes something, as the page sends it.
    fn mutation(method: Method, path: impl Into<String>) -> Self {
        Self::new(method, path)
            .with("content-type", "application/json")
            .with("x-atlassian-token", "no-check")
    }

    pub fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path)
    }

    pub fn post(path: impl Into<String>, body: &Value) -> Self {
        Self::mutation(Method::POST, path).text(body.to_string())
    }

    pub fn put(path: impl Into<String>, body: &Value) -> Self {
        Self::mutation(Method::PUT, path).text(body.to_string())
    }

    pub fn delete(path: impl Into<String>) -> Self {
        Self::mutation(Method::DELETE, path)
    }

    /// The body as JSON; `null` if it is none.
    pub fn json(&self) -> Value {
        self.body
            .as_deref()
            .and_then(|body| serde_json::from_str(body).ok())
            .unwrap_or_default()
    }

    /// The same with another value of a header.
    pub fn with(self, name: &str, value: impl Into<String>) -> Self {
        let mut request = self.without(name);
        request.headers.push((name.to_owned(), value.into()));
        request
    }

    /// The same without a header.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }

    /// The same with this text as its body.
    pub fn text(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// The same without a body.
    pub fn without_body(mut self) -> Self {
        self.body = None;
        self
    }

    /// The same on condition that the connection is in the state of this tag. Without tags there are no conditions.
    pub fn on(self, etag: Option<&str>) -> Self {
        match etag {
            Some(etag) => self.with("if-match", etag),
            None => self.without("if-match"),
        }
    }
}

/// A request and what came back.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// The request in words, without any key.
    pub request: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub text: String,
    /// The answer in words, without any key.
    pub came: String,
}

impl Exchange {
    /// The body as JSON; `null` if it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// A header's value; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The entity tag, if there is one.
    pub fn etag(&self) -> Option<&str> {
        Some(self.header("etag")).filter(|etag| !etag.is_empty())
    }

    /// Whether this is the error of that status and code.
    pub fn is_error(&self, status: u16, code: &str) -> bool {
        self.status == status && self.json()["code"] == code
    }

    /// Whether the error says something about a field.
    pub fn blames(&self, field: &str) -> bool {
        self.json()["errors"][field]
            .as_str()
            .is_some_and(|text| !text.is_empty())
    }

    /// The rule is kept if this holds.
    pub fn must(&self, holds: bool, expected: impl Into<String>) -> Verdict {
        if holds {
            return Ok(());
        }
        Err(Failure::Broken(Box::new(Finding {
            request: self.request.clone(),
            came: self.came.clone(),
            expected: expected.into(),
        })))
    }

    /// The rule is kept if this is the error of that status and code.
    pub fn must_refuse(&self, status: u16, code: &str) -> Verdict {
        self.must(self.is_error(status, code), format!("{status} {code}"))
    }

    /// The rule is kept if this is that error, with a text about the field.
    pub fn must_blame(&self, status: u16, code: &str, field: &str) -> Verdict {
        self.must(
            self.is_error(status, code) && self.blames(field),
            format!("{status} {code} with a text in errors.{field}"),
        )
    }

    /// The body of an answer that a rule builds on. Another status says nothing about that rule: there are others that
    /// do.
    pub fn ready(&self, status: u16) -> Verdict<Value> {
        if self.status == status {
            Ok(self.json())
        } else {
            Err(Failure::NotChecked(format!(
                "{} should have been answered {status}, but: {}",
                self.request, self.came
            )))
        }
    }
}
