//! A sandbox to test, and somebody who is logged in to it.

use std::path::Path;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Method, StatusCode, Url, redirect};
use sandbox::seed::SeedSize;
use sandbox::test_io::accounts::{ACCOUNTS, REVOKED_KEY};
use sandbox::{Options, Persistence, Running};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The API key of "ACME EU", which has 12 products.
pub const ACME_EU: &str = ACCOUNTS[0].key;
/// The API key of "ACME US".
pub const ACME_US: &str = ACCOUNTS[1].key;

/// A running sandbox with its database in a folder that goes when it does.
pub struct Jira {
    running: Running,
    http: Client,
    folder: TempDir,
    seed: SeedSize,
}

impl Jira {
    pub async fn start() -> Self {
        Self::with(SeedSize::default()).await
    }

    pub async fn with(seed: SeedSize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = options(folder.path(), seed);
        Self::launch(folder, options).await
    }

    pub async fn with_test_io(url: Url) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = options(folder.path(), SeedSize::default());
        Self::launch(
            folder,
            Options {
                test_io_url: Some(url),
                ..options
            },
        )
        .await
    }

    async fn launch(folder: TempDir, options: Options) -> Self {
        let seed = options.seed;
        let running = Running::start(options).await.unwrap();
        let http = Client::builder()
            .redirect(redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            running,
            http,
            folder,
            seed,
        }
    }

    pub async fn restart(self) -> Self {
        self.running.stop().await;
        let running = Running::start(options(self.folder.path(), self.seed))
            .await
            .unwrap();
        Self { running, ..self }
    }

    pub async fn stop(self) {
        self.running.stop().await;
    }

    pub fn test_io_url(&self) -> &Url {
        self.running.test_io().url()
    }

    /// Where the built page would be.
    pub fn dist(&self) -> std::path::PathBuf {
        self.folder.path().join("dist")
    }

    pub fn url(&self) -> &str {
        self.running.url()
    }

    /// Scheme, host and port, as in `Origin`.
    pub fn origin(&self) -> String {
        self.url().trim_end_matches("/jira").to_owned()
    }

    pub async fn admin(&self) -> Session<'_> {
        self.log_in("admin").await
    }

    pub async fn log_in(&self, name: &str) -> Session<'_> {
        let form = [
            ("os_username", name),
            ("os_password", name),
            ("os_destination", ""),
        ];
        let answer = self
            .http
            .post(format!("{}/login.jsp", self.url()))
            .form(&form)
            .send()
            .await
            .unwrap();
        let cookie = answer.headers()["set-cookie"]
            .to_str()
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        self.session(&cookie)
    }

    pub fn anonymous(&self) -> Session<'_> {
        self.session("")
    }

    pub fn session(&self, cookie: &str) -> Session<'_> {
        Session {
            jira: self,
            cookie: cookie.to_owned(),
        }
    }

    /// A switch of the sandbox's own.
    pub async fn control(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let mut request = self.http.request(method, format!("{}/sandbox{path}", self.url()));
        if let Some(body) = body {
            request = request.json(&body);
        }
        Answer::of(request.send().await.unwrap()).await
    }

    pub async fn fault(&self, fault: Value) {
        let answer = self.control(Method::POST, "/faults", Some(fault)).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    }

    /// Asserts that neither side has broken the contract.
    pub async fn assert_contract_kept(&self) {
        assert_eq!(
            self.control(Method::GET, "/violations", None).await.json(),
            json!([])
        );
    }
}

fn options(folder: &Path, seed: SeedSize) -> Options {
    Options {
        port: 0,
        db: folder.join("sandbox.db"),
        persistence: Persistence::Keep,
        dist: folder.join("dist"),
        node_modules: folder.join("node_modules"),
        seed,
        test_io_url: None,
    }
}

/// Requests with one session cookie.
pub struct Session<'a> {
    jira: &'a Jira,
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
    async fn of(response: reqwest::Response) -> Self {
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

    /// Asserts status and code of an error, and gives its body.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        let body = self.json();
        assert_eq!(body["code"], code, "{}", self.text);
        body
    }
}
