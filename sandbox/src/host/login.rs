//! Jira's login page.

use askama::Template;
use axum::Form;
use axum::extract::{OriginalUri, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use super::preferences::{Locale, Theme};
use super::{CONNECTION_PAGE, Preferences, page, to_context};
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
    page(&LoginPage {
        preferences,
        user: None,
        attempt: Attempt::First,
        destination: query.os_destination,
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
    Ok((
        jar.add(cookie),
        reason,
        Redirect::to(&destination(&form.os_destination)),
    )
        .into_response())
}

pub(super) async fn log_out(State(app): State<App>, jar: CookieJar) -> Result<Response, RestError> {
    let jar = auth::log_out(&app, jar).await?;
    Ok((jar, Redirect::to(&to_context("/login.jsp?logout=true"))).into_response())
}

/// Where Jira sends somebody who has to log in first.
pub(super) fn detour(OriginalUri(wanted): &OriginalUri) -> Redirect {
    let wanted = wanted.path_and_query().map_or("", |path| path.as_str());
    let below_context = wanted.strip_prefix(CONTEXT_PATH).unwrap_or(wanted);
    let encoded: String =
        reqwest::Url::parse_with_params("http://localhost/", [("os_destination", below_context)])
            .ok()
            .and_then(|url| url.query().map(str::to_owned))
            .unwrap_or_default();
    Redirect::to(&to_context(&format!("/login.jsp?{encoded}")))
}

/// Where to go after the login: only ever to a path of this Jira, with or without its context path.
fn destination(wanted: &str) -> String {
    let is_path = wanted.starts_with('/') && !wanted.starts_with("//") && !wanted.contains('\\');
    if !is_path {
        to_context(CONNECTION_PAGE)
    } else if wanted == CONTEXT_PATH || wanted.starts_with(&format!("{CONTEXT_PATH}/")) {
        wanted.to_owned()
    } else {
        to_context(wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::destination;

    #[test]
    fn a_login_leads_to_this_jira_only() {
        assert_eq!(destination("/plugins/x?a=b"), "/jira/plugins/x?a=b");
        assert_eq!(destination("/jira/plugins/x"), "/jira/plugins/x");
        for foreign in ["", "//evil.example", "https://evil.example", "/\\evil.example"] {
            assert_eq!(
                destination(foreign),
                "/jira/plugins/servlet/testio/connection",
                "{foreign}"
            );
        }
    }
}
