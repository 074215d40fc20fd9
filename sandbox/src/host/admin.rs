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

pub(super) async fn connection(preferences: Preferences, user: Option<User>, uri: OriginalUri) -> Response {
    let Some(user) = user else {
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
    user: Option<User>,
    uri: OriginalUri,
) -> Response {
    plain(preferences, user, &uri, Section::Configuration, "Configuration")
}

pub(super) async fn maintenance(preferences: Preferences, user: Option<User>, uri: OriginalUri) -> Response {
    plain(preferences, user, &uri, Section::Maintenance, "Maintenance")
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
