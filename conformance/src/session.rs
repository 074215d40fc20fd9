//! Logging in, and sending requests as somebody.

use anyhow::{Context, bail};
use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::header::HeaderMap;
use reqwest::{StatusCode, Url, redirect};

use crate::exchange::Request;
use crate::options::{Login, Method, Secret};

/// What the kit calls itself. Not like a browser, of which Jira would want an `Origin`.
const USER_AGENT: &str = "testio-conformance";

/// What came back.
#[derive(Debug)]
pub struct Received {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub text: String,
}

impl Received {
    fn of(response: Response) -> reqwest::Result<Self> {
        Ok(Self {
            status: response.status(),
            headers: response.headers().clone(),
            text: response.text()?,
        })
    }

    /// Whether this is WebSudo's refusal, which says so in a header or in its body.
    fn asks_to_confirm(&self) -> bool {
        let refused = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&self.status);
        let state = self.headers.get("x-atlassian-websudo");
        refused
            && (state.is_some_and(|state| state == "Require-Authentication") || self.text.contains("WebSudo"))
    }
}

/// Somebody's way to the server.
#[derive(Debug)]
pub struct Session {
    http: Client,
    base: Url,
    /// For Basic authentication.
    login: Option<Login>,
    /// For WebSudo.
    password: Option<Secret>,
}

impl Session {
    /// Nobody's.
    ///
    /// # Errors
    /// No HTTP client can be made.
    pub fn anonymous(base: &Url) -> anyhow::Result<Self> {
        let http = Client::builder()
            .cookie_store(true)
            .redirect(redirect::Policy::none())
            .user_agent(USER_AGENT)
            .build()?;
        Ok(Self {
            http,
            base: base.clone(),
            login: None,
            password: None,
        })
    }

    /// Somebody's. With Basic authentication nothing is sent yet.
    ///
    /// # Errors
    /// There is no server, or its login form does not let them in.
    pub fn log_in(base: &Url, method: Method, login: &Login) -> anyhow::Result<Self> {
        let session = Self {
            password: Some(login.password.clone()),
            login: (method == Method::Basic).then(|| login.clone()),
            ..Self::anonymous(base)?
        };
        if method == Method::Form {
            let form = [
                ("os_username", login.name.as_str()),
                ("os_password", login.password.expose()),
            ];
            let answer = session
                .http
                .post(session.url("/login.jsp"))
                .form(&form)
                .send()
                .with_context(|| format!("no answer from {base}"))?;
            let reason = answer.headers().get("x-seraph-loginreason");
            if reason.is_some_and(|reason| reason != "OK") {
                bail!("{base} does not let {} log in", login.name);
            }
        }
        Ok(session)
    }

    /// Sends a request to a path below the REST base, and once more after confirming to be an administrator if Jira asks
    /// for that.
    ///
    /// # Errors
    /// There was no answer, or it broke off.
    pub fn send(&self, rest: &str, request: &Request) -> reqwest::Result<Received> {
        let received = Received::of(self.prepare(rest, request).send()?)?;
        if received.asks_to_confirm() && self.confirm()? {
            return Received::of(self.prepare(rest, request).send()?);
        }
        Ok(received)
    }

    fn prepare(&self, rest: &str, request: &Request) -> RequestBuilder {
        let url = self.url(&format!("{rest}{}", request.path));
        let mut builder = self.http.request(request.method.clone(), url);
        if let Some(login) = &self.login {
            builder = builder.basic_auth(&login.name, Some(login.password.expose()));
        }
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        match &request.body {
            Some(body) => builder.body(body.clone()),
            None => builder,
        }
    }

    /// Gives the password once more, as WebSudo wants it. Says whether Jira took it.
    fn confirm(&self) -> reqwest::Result<bool> {
        let Some(password) = &self.password else {
            return Ok(false);
        };
        let mut request = self
            .http
            .post(self.url("/secure/admin/WebSudoAuthenticate.jspa"))
            .header("x-atlassian-token", "no-check")
            .form(&[
                ("webSudoPassword", password.expose()),
                ("authenticate", "Confirm"),
            ]);
        if let Some(login) = &self.login {
            request = request.basic_auth(&login.name, Some(login.password.expose()));
        }
        Ok(request.send()?.status().is_redirection())
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base.as_str().trim_end_matches('/'))
    }
}
