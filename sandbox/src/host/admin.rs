//! Jira's admin pages: the one around our iframe, and plain ones where its links lead.

use askama::Template;
use axum::extract::{OriginalUri, State};
use axum::response::{IntoResponse, Response};

use super::login::detour;
use super::preferences::{Locale, Theme};
use super::{Preferences, page};
use crate::app::App;
use crate::control::{Reload, changes};
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
#[template(path = "frame.html")]
struct FramePage {
    preferences: Preferences,
    user: Option<User>,
    section: Section,
    /// What the servlet calls the page.
    page: &'static str,
    /// The build of the page, for a document that reloads once there is another.
    built: Option<String>,
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
    State(app): State<App>,
    preferences: Preferences,
    user: Option<User>,
    uri: OriginalUri,
) -> Response {
    framed(&app, preferences, user, &uri, Section::Connection, "connection")
}

pub(super) async fn configuration(
    preferences: Preferences,
    user: Option<User>,
    uri: OriginalUri,
) -> Response {
    plain(preferences, user, &uri, Section::Configuration, "Configuration")
}

pub(super) async fn maintenance(
    State(app): State<App>,
    preferences: Preferences,
    user: Option<User>,
    uri: OriginalUri,
) -> Response {
    framed(&app, preferences, user, &uri, Section::Maintenance, "maintenance")
}

pub(super) async fn elsewhere(preferences: Preferences, user: Option<User>, uri: OriginalUri) -> Response {
    plain(
        preferences,
        user,
        &uri,
        Section::Elsewhere,
        "Another page of Jira",
    )
}

fn framed(
    app: &App,
    preferences: Preferences,
    user: Option<User>,
    uri: &OriginalUri,
    section: Section,
    name: &'static str,
) -> Response {
    let Some(user) = user else {
        return detour(uri).into_response();
    };
    page(&FramePage {
        preferences,
        user: Some(user),
        section,
        page: name,
        built: (app.reload == Reload::WhenBuilt).then(|| changes::build(&app.dist)),
    })
}

fn plain(
    preferences: Preferences,
    user: Option<User>,
    uri: &OriginalUri,
    section: Section,
    title: &'static str,
) -> Response {
    let Some(user) = user else {
        return detour(uri).into_response();
    };
    page(&PlainPage {
        preferences,
        user: Some(user),
        section,
        title,
    })
}
