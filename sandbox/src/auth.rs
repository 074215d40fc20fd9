//! Who a request is from, and what Jira's filters do before the plugin is asked: sessions, WebSudo, and the right to
//! administer. Everything that decides about people is here.

pub mod access;
pub mod answers;
mod session;
pub mod websudo;

use std::convert::Infallible;

use axum::extract::{FromRequestParts, OptionalFromRequestParts, OriginalUri, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;

use crate::app::App;
use crate::host::Preferences;
use crate::model::{User, now_ms};
use crate::rest::RestError;
use crate::store::sessions;

pub use session::{confirm, expire, log_in, log_out};

/// The header in which Jira names the user of every REST request.
const USER_NAME: HeaderName = HeaderName::from_static("x-ausername");

/// Looks up whose session the request is part of, for the handlers further in. What the user may do is looked up with
/// it, because that can change while the session lasts.
pub async fn identify(State(app): State<App>, jar: CookieJar, mut request: Request, next: Next) -> Response {
    if let Some(session) = session::id(&jar) {
        let settings = app.access.settings();
        let lifetime = settings.sessions.lifetime_ms();
        let resumed = app
            .store
            .transact(move |tx| sessions::resume(tx, &session, now_ms(), lifetime))
            .await;
        match resumed {
            Ok(Some(user)) => {
                let right = settings.right_of(user.name);
                request.extensions_mut().insert(User { right, ..user });
            }
            Ok(None) => {}
            Err(error) => return RestError::Store(error).into_response(),
        }
    }
    next.run(request).await
}

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = RestError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, RestError> {
        parts
            .extensions
            .get::<Self>()
            .copied()
            .ok_or(RestError::NotLoggedIn)
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for User {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get::<Self>().copied())
    }
}

/// Lets nobody through who is not logged in.
pub async fn require_login(
    State(app): State<App>,
    preferences: Preferences,
    uri: OriginalUri,
    request: Request,
    next: Next,
) -> Response {
    if request.extensions().get::<User>().is_none() {
        return answers::not_logged_in(app.access.settings().sessions.answer, preferences, &uri);
    }
    next.run(request).await
}

/// Gives every REST answer the headers that Jira and the contract want, unless it has its own.
pub async fn rest_headers(request: Request, next: Next) -> Response {
    let name = request
        .extensions()
        .get::<User>()
        .map_or("anonymous", |user| user.name.0);
    let mut response = next.run(request).await;
    set_default(response.headers_mut(), USER_NAME, name);
    set_default(response.headers_mut(), header::CACHE_CONTROL, "no-store");
    response
}

fn set_default(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}
