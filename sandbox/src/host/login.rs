//! Jira's login page.

use askama::Template;
use axum::Form;
use axum::extract::{OriginalUri, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use super::preferences::{Locale, Theme};
use super::{CONNECTION_PAGE, Preferences, own_path, page, to_context};
use crate::app::App;
use crate::auth;
use crate::model::{CONTEXT_PATH, User};
use crate::rest::RestError;

/// Why somebody sees the login page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attempt {
    First,
    Failed,
}

#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage {
    preferences: Preferences,
    user: Option<User>,
    attempt: Attempt,
    destination: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct LoginQuery {
    #[serde(default)]
    os_destination: String,
}

pub(super) async fn form(preferences: Preferences, Query(query): Query<LoginQuery>) -> Response {
    page_for(preferences, query.os_destination)
}

/// The login page for somebody who wants to go to `destination`, a path below the context path.
pub fn page_for(preferences: Preferences, destination: String) -> Response {
    page(&LoginPage {
        preferences,
        user: None,
        attempt: Attempt::First,
        destination,
    })
}

#[derive(Deserialize)]
pub(super) struct LoginForm {
    os_username: String,
    os_password: String,
    #[serde(default)]
    os_destination: String,
}

pub(super) async fn log_in(
    State(app): State<App>,
    preferences: Preferences,
    jar: CookieJar,
    Form(form): Form<LoginForm>,
) -> Result<Response, RestError> {
    let Some(user) = User::log_in(form.os_username.trim(), &form.os_password) else {
        let login = LoginPage {
            preferences,
            user: None,
            attempt: Attempt::Failed,
            destination: form.os_destination,
        };
        let reason = [("x-seraph-loginreason", "AUTHENTICATED_FAILED")];
        return Ok((reason, page(&login)).into_response());
    };
    let cookie = auth::log_in(&app, user).await?;
    let reason = [("x-seraph-loginreason", "OK")];
    let destination = own_path(&form.os_destination).unwrap_or_else(|| to_context(CONNECTION_PAGE));
    Ok((jar.add(cookie), reason, Redirect::to(&destination)).into_response())
}

pub(super) async fn log_out(State(app): State<App>, jar: CookieJar) -> Result<Response, RestError> {
    let jar = auth::log_out(&app, jar).await?;
    Ok((jar, Redirect::to(&to_context("/login.jsp?logout=true"))).into_response())
}

/// Where Jira sends somebody who has to log in first.
pub(super) fn detour(wanted: &OriginalUri) -> Redirect {
    Redirect::to(&address(below_context(wanted)))
}

/// What was asked for, below the context path, as `os_destination` wants it.
pub fn below_context(OriginalUri(wanted): &OriginalUri) -> &str {
    let wanted = wanted.path_and_query().map_or("", |path| path.as_str());
    wanted.strip_prefix(CONTEXT_PATH).unwrap_or(wanted)
}

/// The login page's address for somebody who wants to go to `destination`, a path below the context path.
pub fn address(destination: &str) -> String {
    to_context(&with_parameter("/login.jsp", "os_destination", destination))
}

/// A path with one parameter.
pub(super) fn with_parameter(path: &str, name: &str, value: &str) -> String {
    let encoded = reqwest::Url::parse_with_params("http://localhost/", [(name, value)])
        .ok()
        .and_then(|url| url.query().map(str::to_owned))
        .unwrap_or_default();
    format!("{path}?{encoded}")
}
