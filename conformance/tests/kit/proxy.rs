//! Something between the kit and the sandbox that breaks one rule.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::Response;
use reqwest::{Url, redirect};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::breaks::How;
use crate::harness::Jira;

const REST: &str = "/jira/rest/testio/1.0";

/// Handles a request in the sandbox's place.
pub type Tamper = fn(&Wire, Asked) -> Answered;

/// A request to a path below the REST base.
#[derive(Debug, Clone)]
pub struct Asked {
    pub method: Method,
    /// Below the REST base.
    pub path: String,
    pub query: Vec<(String, String)>,
    pub headers: HeaderMap,
    pub text: String,
}

impl Asked {
    /// Whether it is that one: `PUT /connections/*`, where a star is anything but `global`.
    pub fn is(&self, wanted: &str) -> bool {
        let (method, path) = wanted.split_once(' ').unwrap();
        let parts: Vec<&str> = self.path.split('/').collect();
        let wanted: Vec<&str> = path.split('/').collect();
        self.method == method
            && parts.len() == wanted.len()
            && parts.iter().zip(wanted).all(|(part, wanted)| {
                *part == wanted || wanted == "*" && !["global", "summary"].contains(part)
            })
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// The names of the fields in its body.
    pub fn fields(&self) -> Vec<String> {
        let body = self.json();
        body.as_object()
            .map(|fields| fields.keys().cloned().collect())
            .unwrap_or_default()
    }

    pub fn edit(&mut self, change: impl FnOnce(&mut Value)) {
        let mut body = self.json();
        change(&mut body);
        self.text = body.to_string();
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn set(&mut self, name: &'static str, value: &str) {
        self.headers.insert(name, HeaderValue::from_str(value).unwrap());
    }

    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(known, _)| known == name)?;
        Some(&found.1)
    }

    pub fn set_parameter(&mut self, name: &str, value: &str) {
        self.drop_parameter(name);
        self.query.push((name.to_owned(), value.to_owned()));
    }

    pub fn drop_parameter(&mut self, name: &str) {
        self.query.retain(|(known, _)| known != name);
    }

    pub fn is_anonymous(&self) -> bool {
        self.header("cookie").is_none()
    }

    /// Another request of the same user.
    pub fn also(&self, method: Method, path: &str, body: &Value) -> Self {
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            if ["cookie", "host"].contains(&name.as_str()) {
                headers.insert(name, value.clone());
            }
        }
        let mut asked = Self {
            method,
            path: path.to_owned(),
            query: Vec::new(),
            headers,
            text: if body.is_null() {
                String::new()
            } else {
                body.to_string()
            },
        };
        asked.set("content-type", "application/json");
        asked.set("x-atlassian-token", "no-check");
        asked.set("if-match", "*");
        asked
    }
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Answered {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answered {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    pub fn edit(&mut self, change: impl FnOnce(&mut Value)) {
        let mut body = self.json();
        change(&mut body);
        self.text = body.to_string();
    }

    /// Changes each value of a page.
    pub fn edit_values(&mut self, change: impl FnMut(&mut Value)) {
        self.edit(|page| {
            page["values"]
                .as_array_mut()
                .into_iter()
                .flatten()
                .for_each(change)
        });
    }

    /// Leaves only these values on a page, and in its total.
    pub fn keep_values(&mut self, keep: impl Fn(&Value) -> bool) {
        self.edit(|page| {
            if let Some(values) = page["values"].as_array_mut() {
                values.retain(|value| keep(value));
                let left = values.len();
                page["total"] = json!(left);
            }
        });
    }

    pub fn become_json(&mut self, status: u16, body: &Value) {
        self.status = status;
        self.headers
            .insert("content-type", HeaderValue::from_static("application/json"));
        self.text = body.to_string();
    }

    /// Becomes an error of the contract's form.
    pub fn become_error(&mut self, status: u16, code: &str) {
        let body = json!({ "errorMessages": ["Broken on purpose."], "errors": {}, "code": code });
        self.become_json(status, &body);
    }

    pub fn set(&mut self, name: &'static str, value: &str) {
        self.headers.insert(name, HeaderValue::from_str(value).unwrap());
    }

    pub fn drop_header(&mut self, name: &str) {
        self.headers.remove(name);
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

/// The way to the sandbox.
pub struct Wire {
    http: reqwest::blocking::Client,
    upstream: String,
    notes: Mutex<BTreeMap<String, String>>,
}

impl Wire {
    pub fn send(&self, asked: &Asked) -> Answered {
        let mut url: Url = format!("{}{REST}{}", self.upstream, asked.path).parse().unwrap();
        if !asked.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&asked.query);
        }
        self.forward(&asked.method, url, &asked.headers, asked.text.clone())
    }

    fn forward(&self, method: &Method, url: Url, headers: &HeaderMap, text: String) -> Answered {
        let mut headers = headers.clone();
        for own in ["content-length", "transfer-encoding", "connection"] {
            headers.remove(own);
        }
        let answer = self
            .http
            .request(method.clone(), url)
            .headers(headers)
            .body(text)
            .send()
            .unwrap();
        Answered {
            status: answer.status().as_u16(),
            headers: answer.headers().clone(),
            text: answer.text().unwrap(),
        }
    }

    /// Logs somebody in and gives the session's cookie.
    pub fn log_in(&self, name: &str) -> String {
        let url = format!("{}/jira/login.jsp", self.upstream);
        let form = [("os_username", name), ("os_password", name)];
        let answer = self.http.post(url).form(&form).send().unwrap();
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().unwrap().to_owned()
    }

    /// Keeps something in mind for later requests.
    pub fn note(&self, name: &str, value: &str) {
        self.notes
            .lock()
            .unwrap()
            .insert(name.to_owned(), value.to_owned());
    }

    /// What was kept in mind, which is forgotten thereby.
    pub fn take(&self, name: &str) -> Option<String> {
        self.notes.lock().unwrap().remove(name)
    }

    /// What was kept in mind.
    pub fn recall(&self, name: &str) -> Option<String> {
        self.notes.lock().unwrap().get(name).cloned()
    }
}

#[derive(Clone)]
struct Proxy {
    wire: Arc<Wire>,
    how: How,
}

/// Starts to listen; gives the address with the context path.
pub fn start(jira: &Jira, how: How) -> String {
    let proxy = Proxy {
        wire: Arc::new(Wire {
            http: reqwest::blocking::Client::builder()
                .redirect(redirect::Policy::none())
                .build()
                .unwrap(),
            upstream: jira.url().trim_end_matches("/jira").to_owned(),
            notes: Mutex::default(),
        }),
        how,
    };
    let listener = jira
        .runtime
        .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
        .unwrap();
    let port = listener.local_addr().unwrap().port();
    let router = Router::new().fallback(pass).with_state(proxy);
    jira.runtime
        .spawn(async move { axum::serve(listener, router).await });
    format!("http://localhost:{port}/jira")
}

async fn pass(State(proxy): State<Proxy>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let text = to_bytes(body, usize::MAX).await.unwrap();
    let text = String::from_utf8_lossy(&text).into_owned();
    let answered = tokio::task::spawn_blocking(move || {
        let target: Url = format!("{}{}", proxy.wire.upstream, parts.uri).parse().unwrap();
        match parts.uri.path().strip_prefix(REST) {
            Some(path) => {
                let asked = Asked {
                    method: parts.method,
                    path: path.to_owned(),
                    query: target.query_pairs().into_owned().collect(),
                    headers: parts.headers,
                    text,
                };
                proxy.how.apply(&proxy.wire, asked)
            }
            None => proxy.wire.forward(&parts.method, target, &parts.headers, text),
        }
    })
    .await
    .unwrap();
    let mut response = Response::new(Body::from(answered.text));
    *response.status_mut() = StatusCode::from_u16(answered.status).unwrap();
    *response.headers_mut() = answered.headers;
    for own in ["content-length", "transfer-encoding", "connection"] {
        response.headers_mut().remove(own);
    }
    response
}
