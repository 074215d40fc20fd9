//! Jira's WebSudo page, on which administrators give their password again.

use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use super::preferences::{Locale, Theme};
use super::{Preferences, found, login, own_path, page, to_context};
use crate::app::App;
use crate::auth::{self, websudo};
use crate::model::User;
use crate::rest::RestError;

/// The page's path below the context path.
pub(super) const FORM: &str = "/secure/admin/WebSudoAuthenticate!default.jspa";

/// Where its form goes.
pub(super) const TARGET: &str = "/secure/admin/WebSudoAuthenticate.jspa";

/// Where Jira goes afterwards if nothing else is asked for.
const ELSEWHERE: &str = "/secure/project/ViewProjects.jspa";

#[derive(Template)]
#[template(path = "websudo.html")]
struct WebSudoPage {
    preferences: Preferences,
    user: Option<User>,
    destination: String,
    /// What is wrong with the password that was given.
    refusal: Option<&'static str>,
}

#[derive(Debug, Deserialize)]
pub(super) struct WebSudoQuery {
    #[serde(default, rename = "webSudoDestination")]
    destination: String,
}

pub(super) async fn form(
    preferences: Preferences,
    user: Option<User>,
    Query(query): Query<WebSudoQuery>,
) -> Response {
    if user.is_none() {
        return login_first(&query.destination);
    }
    page(&WebSudoPage {
        preferences,
        user,
        destination: query.destination,
        refusal: None,
    })
}

#[derive(Deserialize)]
pub(super) struct WebSudoForm {
    #[serde(default, rename = "webSudoPassword")]
    password: String,
    #[serde(default, rename = "webSudoDestination")]
    destination: String,
}

pub(super) async fn authenticate(
    State(app): State<App>,
    preferences: Preferences,
    user: Option<User>,
    jar: CookieJar,
    Form(form): Form<WebSudoForm>,
) -> Result<Response, RestError> {
    let Some(known) = user else {
        return Ok(login_first(&form.destination));
    };
    let refusal = if form.password.trim().is_empty() {
        Some("Please enter your password.")
    } else if User::log_in(known.name.0, &form.password).is_none() {
        Some("The password you entered is incorrect.")
    } else {
        None
    };
    if refusal.is_some() {
        return Ok(page(&WebSudoPage {
            preferences,
            user,
            destination: form.destination,
            refusal,
        }));
    }
    let jar = auth::confirm(&app, jar).await?;
    let state = [(websudo::HEADER, "Has-Authentication")];
    let destination = own_path(&form.destination).unwrap_or_else(|| to_context(ELSEWHERE));
    Ok((jar, state, found(&destination)).into_response())
}

/// To the login, from there back to this page, and only then to the destination.
fn login_first(destination: &str) -> Response {
    let form = login::with_parameter(FORM, "webSudoDestination", destination);
    Redirect::to(&login::address(&form)).into_response()
}
