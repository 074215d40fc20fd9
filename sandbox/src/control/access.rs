//! Ending sessions and WebSudo confirmations before their time, and changing the rules for them and who may administer.

use std::num::NonZeroU32;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use super::{done, refusal};
use crate::app::App;
use crate::auth;
use crate::auth::access::{AccessSettings, Protected};
use crate::auth::answers::{AnonymousAnswer, WebSudoAnswer};
use crate::model::User;
use crate::store::sessions;

pub(super) async fn settings(State(app): State<App>) -> Json<AccessSettings> {
    Json(app.access.settings())
}

/// Puts the rules and the rights back; who is logged in stays so.
pub(super) async fn restore(State(app): State<App>) -> StatusCode {
    app.access.restore();
    StatusCode::NO_CONTENT
}

/// What is to hold for sessions; absent means as it is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ChangeSessions {
    lifetime_seconds: Option<NonZeroU32>,
    answer: Option<AnonymousAnswer>,
}

pub(super) async fn change_sessions(
    State(app): State<App>,
    Json(wanted): Json<ChangeSessions>,
) -> Json<AccessSettings> {
    app.access.change(|settings| {
        let rules = &mut settings.sessions;
        set(&mut rules.lifetime_seconds, wanted.lifetime_seconds);
        set(&mut rules.answer, wanted.answer);
    });
    settings(State(app)).await
}

/// Ends everybody's session.
pub(super) async fn expire_all(State(app): State<App>) -> Response {
    done(app.store.transact(sessions::delete_all).await)
}

/// Ends the session that the request itself is part of.
pub(super) async fn expire_current(State(app): State<App>, jar: CookieJar) -> Response {
    match auth::expire(&app, &jar).await {
        Ok(false) => refusal(StatusCode::NOT_FOUND, "This request is not part of a session."),
        ended => done(ended.map(|_| ())),
    }
}

/// What is to hold for WebSudo; absent means as it is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ChangeWebSudo {
    enabled: Option<bool>,
    lifetime_seconds: Option<NonZeroU32>,
    protects: Option<Protected>,
    answer: Option<WebSudoAnswer>,
}

pub(super) async fn change_websudo(
    State(app): State<App>,
    Json(wanted): Json<ChangeWebSudo>,
) -> Json<AccessSettings> {
    app.access.change(|settings| {
        let rules = &mut settings.web_sudo;
        set(&mut rules.enabled, wanted.enabled);
        set(&mut rules.lifetime_seconds, wanted.lifetime_seconds);
        set(&mut rules.protects, wanted.protects);
        set(&mut rules.answer, wanted.answer);
    });
    settings(State(app)).await
}

/// Takes everybody's confirmation back.
pub(super) async fn drop_confirmations(State(app): State<App>) -> Response {
    done(app.store.transact(sessions::drop_confirmations).await)
}

/// What somebody is to be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeUser {
    administrator: bool,
}

/// Gives somebody the right to administer, or takes it away. Their session notices with its next request.
pub(super) async fn change_user(
    State(app): State<App>,
    Path(name): Path<String>,
    Json(wanted): Json<ChangeUser>,
) -> Response {
    let Some(user) = User::named(&name) else {
        return refusal(StatusCode::NOT_FOUND, "No such user.");
    };
    app.access.change(|settings| {
        if wanted.administrator {
            settings.administrators.insert(user.name.0);
        } else {
            settings.administrators.remove(user.name.0);
        }
    });
    settings(State(app)).await.into_response()
}

fn set<T>(current: &mut T, wanted: Option<T>) {
    if let Some(wanted) = wanted {
        *current = wanted;
    }
}
