//! Somebody who is logged in, and what they are answered.

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, StatusCode};
use sandbox::test_io::accounts::{ACCOUNTS, REVOKED_KEY};
use serde_json::{Value, json};

use super::Jira;

/// Requests with one session cookie.
pub struct Session<'a> {
    pub(super) jira: &'a Jira,
    pub cookie: String,
}

impl Session<'_> {
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, &[], Some(body)).await
    }

    pub async fn put(&self, path: &str, etag: &str, body: Value) -> Answer {
        self.send(Method::PUT, path, &[("if-match", etag)], Some(body))
            .await
    }

    pub async fn delete(&self, path: &str, etag: &str) -> Answer {
        self.send(Method::DELETE, path, &[("if-match", etag)], None).await
    }

    /// A REST request as the page sends it.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Answer {
        let mut all = vec![
            ("x-atlassian-token", "no-check"),
            ("content-type", "application/json"),
        ];
        all.extend(headers);
        self.raw(method, path, &all, body.map(|body| body.to_string()))
            .await
    }

    /// A REST request with nothing but what is given, and the session.
    pub async fn raw(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Answer {
        let answer = self
            .try_raw(method, path, headers, body)
            .await
            .expect("an answer");
        for key in ACCOUNTS
            .map(|account| account.key)
            .into_iter()
            .chain([REVOKED_KEY])
        {
            assert!(
                !answer.text.contains(key),
                "a key in the answer to {path}: {}",
                answer.text
            );
        }
        answer
    }

    pub async fn try_raw(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> reqwest::Result<Answer> {
        let all: HeaderMap = headers
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::try_from(*name).unwrap(),
                    HeaderValue::try_from(*value).unwrap(),
                )
            })
            .collect();
        let mut request = self
            .jira
            .http
            .request(method, format!("{}/rest/testio/1.0{path}", self.jira.url()));
        request = request.header("cookie", &self.cookie).headers(all);
        if let Some(body) = body {
            request = request.body(body);
        }
        Ok(Answer::of(request.send().await?).await)
    }

    /// A REST resource whose body has not been read yet.
    pub async fn open(&self, path: &str) -> reqwest::Response {
        let address = format!("{}/rest/testio/1.0{path}", self.jira.url());
        let request = self.jira.http.get(address).header("cookie", &self.cookie);
        request.send().await.unwrap()
    }

    /// A page or another file, below the context path.
    pub async fn page(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = self
            .jira
            .http
            .get(format!("{}{path}", self.jira.url()))
            .header("cookie", &self.cookie);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Answer::of(request.send().await.unwrap()).await
    }

    /// A form that is sent to a page, below the context path.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self
            .jira
            .http
            .post(format!("{}{path}", self.jira.url()))
            .header("cookie", &self.cookie)
            .form(fields);
        Answer::of(request.send().await.unwrap()).await
    }

    /// A switch of the sandbox's own that goes by the session.
    pub async fn control(&self, method: Method, path: &str) -> Answer {
        let request = self
            .jira
            .http
            .request(method, format!("{}/sandbox{path}", self.jira.url()))
            .header("cookie", &self.cookie);
        Answer::of(request.send().await.unwrap()).await
    }

    /// A new connection for a project; gives its path.
    pub async fn connect(&self, project: &str) -> String {
        let answer = self.post("/connections", json!({ "projectId": project })).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        format!("/connections/{}", answer.json()["id"].as_str().unwrap())
    }

    /// A PUT on whatever version there is, which must succeed.
    pub async fn save(&self, path: &str, body: Value) -> Value {
        let answer = self.put(path, "*", body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer.json()
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub(super) async fn of(response: reqwest::Response) -> Self {
        Self {
            status: response.status(),
            headers: response.headers().clone(),
            text: response.text().await.unwrap_or_default(),
        }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The cookie that this answer sets.
    pub fn new_cookie(&self) -> &str {
        self.header("set-cookie").split(';').next().unwrap_or_default()
    }

    /// Asserts status and code of an error, and gives its body.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        let body = self.json();
        assert_eq!(body["code"], code, "{}", self.text);
        body
    }
}
