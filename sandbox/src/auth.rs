//! Who a request is from. Everything that decides about people is here; WebSudo belongs here too when it comes.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, OptionalFromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::app::App;
use crate::model::{CONTEXT_PATH, User};
use crate::rest::RestError;
use crate::store::{StoreError, sessions};

/// Jira's (that is Tomcat's) session cookie.
const COOKIE: &str = "JSESSIONID";

/// The header in which Jira names the user of every REST request.
const USER_NAME: HeaderName = HeaderName::from_static("x-ausername");

/// Looks up whose session the request is part of, for the handlers further in.
pub async fn identify(State(app): State<App>, jar: CookieJar, mut request: Request, next: Next) -> Response {
    if let Some(session) = jar.get(COOKIE).map(|cookie| cookie.value().to_owned()) {
        match app.store.transact(move |tx| sessions::user(tx, &session)).await {
            Ok(Some(user)) => {
                request.extensions_mut().insert(user);
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
pub async fn require_login(request: Request, next: Next) -> Response {
    if request.extensions().get::<User>().is_none() {
        return RestError::NotLoggedIn.into_response();
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

/// Starts a session and gives the cookie for it.
///
/// # Errors
/// The database's own error, or no randomness to be had.
pub async fn log_in(app: &App, user: User) -> Result<Cookie<'static>, StoreError> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).map_err(|_| StoreError::CutOff)?;
    let session: String = random.iter().map(|byte| format!("{byte:02X}")).collect();
    let stored = session.clone();
    app.store
        .transact(move |tx| sessions::insert(tx, &stored, user))
        .await?;
    Ok(cookie(session))
}

/// Ends the session of a request and gives the jar without its cookie.
///
/// # Errors
/// The database's own error.
pub async fn log_out(app: &App, jar: CookieJar) -> Result<CookieJar, StoreError> {
    if let Some(session) = jar.get(COOKIE).map(|cookie| cookie.value().to_owned()) {
        app.store
            .transact(move |tx| sessions::delete(tx, &session))
            .await?;
    }
    Ok(jar.remove(cookie(String::new())))
}

fn cookie(session: String) -> Cookie<'static> {
    Cookie::build((COOKIE, session))
        .path(CONTEXT_PATH)
        .http_only(true)
        .same_site(SameSite::Lax)
        .build()
}
