//! The session cookie: made at login, renewed with a WebSudo confirmation, taken away at logout.

use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::app::App;
use crate::log;
use crate::model::{CONTEXT_PATH, User, now_ms};
use crate::store::{StoreError, sessions};

/// Jira's (that is Tomcat's) session cookie.
const COOKIE: &str = "JSESSIONID";

/// The id of the session that a request says it is part of.
pub(super) fn id(jar: &CookieJar) -> Option<String> {
    jar.get(COOKIE).map(|cookie| cookie.value().to_owned())
}

/// Starts a session and gives the cookie for it.
///
/// # Errors
/// The database's own error, or no randomness to be had.
pub async fn log_in(app: &App, user: User) -> Result<Cookie<'static>, StoreError> {
    let session = new_id()?;
    let stored = session.clone();
    app.store
        .transact(move |tx| sessions::insert(tx, &stored, user, now_ms()))
        .await?;
    log::logged_in(user);
    Ok(cookie(session))
}

/// Notes that the user of a request has just confirmed to be an administrator, and gives the jar with the session's new
/// cookie: Jira changes it, so that nobody who knew the session before gets the confirmation too.
///
/// # Errors
/// The database's own error, or no randomness to be had.
pub async fn confirm(app: &App, jar: CookieJar) -> Result<CookieJar, StoreError> {
    let Some(old) = id(&jar) else {
        return Ok(jar);
    };
    let new = new_id()?;
    let stored = new.clone();
    app.store
        .transact(move |tx| sessions::confirm(tx, &old, &stored, now_ms()))
        .await?;
    Ok(jar.add(cookie(new)))
}

/// Ends the session of a request as if its time had run out: the cookie stays behind. Says whether there was one.
///
/// # Errors
/// The database's own error.
pub async fn expire(app: &App, jar: &CookieJar) -> Result<bool, StoreError> {
    let Some(session) = id(jar) else {
        return Ok(false);
    };
    app.store.transact(move |tx| sessions::delete(tx, &session)).await
}

/// Ends the session of a request and gives the jar without its cookie.
///
/// # Errors
/// The database's own error.
pub async fn log_out(app: &App, jar: CookieJar) -> Result<CookieJar, StoreError> {
    expire(app, &jar).await?;
    Ok(jar.remove(cookie(String::new())))
}

fn new_id() -> Result<String, StoreError> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).map_err(|_| StoreError::CutOff)?;
    Ok(random.iter().map(|byte| format!("{byte:02X}")).collect())
}

fn cookie(session: String) -> Cookie<'static> {
    Cookie::build((COOKIE, session))
        .path(CONTEXT_PATH)
        .http_only(true)
        .same_site(SameSite::Lax)
        .build()
}
