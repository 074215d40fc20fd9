//! Jira's admin pages: the one around our iframe, and plain ones where its links lead.

use askama::Template;
use axum::extract::OriginalUri;
use axum::response::{IntoResponse, Response};

use super::login::detour;
use super::preferences::{Locale, Theme};
use super::{Preferences, page};
use crate::model::User;

/// The item of the left navigation that is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Connection,
    Configuration,
    Maintenance,
    Elsewhere,
}

#[derive(Template)]
#[template(path = "connection.html")]
struct ConnectionPage {
    preferences: Preferences,
    user: Option<User>,
    section: Section,
}

#[derive(Template)]
#[template(path = "plain.html")]
struct PlainPage {
    preferences: Preferences,
    user: Option<User>,
    section: Section,
    title: &'static str,
}

pub(super) async fn connection(
    preferences: Preferences,
    user: Option<LoggedIn>,
    uri: OriginalUri,
) -> Response {
    let Some(LoggedIn(user)) = user else {
        return detour(&uri).into_response();
    };
    page(&ConnectionPage {
        preferences,
        user: Some(user),
        section: Section::Connection,
    })
}

pub(super) async fn configuration(
    preferences: Preferences,
    user: Option<LoggedIn>,
    uri: OriginalUri,
) -> Response {
    plain(preferences, user, &uri, Section::Configuration, "Configuration")
}

pub(super) async fn maintenance(
    preferences: Preferences,
    user: Option<LoggedIn>,
    uri: OriginalUri,
) -> Response {
    plain(preferences, user, &uri, Section::Maintenance, "Maintenance")
}

pub(super) async fn elsewhere(
    preferences: Preferences,
    user: Option<LoggedIn>,
    uri: OriginalUri,
) -> Response {
    plain(
        preferences,
        user,
        &uri,
        Section::Elsewhere,
        "Another page of Jira",
    )
}

fn plain(
    preferences: Preferences,
    user: Option<LoggedIn>,
    uri: &OriginalUri,
    section: Section,
    title: &'static str,
) -> Response {
    let Some(LoggedIn(user)) = user else {
        return detour(uri).into_response();
    };
    page(&PlainPage {
        preferences,
        user: Some(user),
        section,
        title,
    })
}

/// The user of a page; with `Option` around it nobody is turned away with REST's 401.
pub(super) struct LoggedIn(pub(super) User);

impl<S: Send + Sync> axum::extract::OptionalFromRequestParts<S> for LoggedIn {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        _: &S,
    ) -> Result<Option<Self>, std::convert::Infallible> {
        Ok(parts.extensions.get::<User>().copied().map(Self))
    }
}
