//! WebSudo, Jira's secure administrator sessions: what administrators do needs their password again.

use axum::extract::{Request, State};
use axum::http::{HeaderName, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;

use super::access::{Protected, WebSudoRules};
use super::{answers, session};
use crate::app::App;
use crate::model::{User, now_ms};
use crate::rest::RestError;
use crate::store::{StoreError, sessions};

/// The header in which Jira tells scripts how a confirmation stands.
pub const HEADER: HeaderName = HeaderName::from_static("x-atlassian-websudo");

/// Lets a request through that needs no confirmation or has one, as the `WebSudoResourceFilter` of Atlassian's REST
/// module does. Like that one it does not renew the confirmation; only Jira's own admin pages do.
pub async fn require(
    State(app): State<App>,
    user: Option<User>,
    jar: CookieJar,
    request: Request,
    next: Next,
) -> Response {
    let rules = app.access.settings().web_sudo;
    if rules.enabled && is_protected(rules.protects, request.method(), user) {
        match is_confirmed(&app, &jar, rules).await {
            Ok(true) => {}
            Ok(false) => return answers::not_confirmed(rules.answer),
            Err(error) => return RestError::Store(error).into_response(),
        }
    }
    next.run(request).await
}

fn is_protected(protects: Protected, method: &Method, user: Option<User>) -> bool {
    if method.is_safe() {
        protects == Protected::Everything
    } else {
        // Whoever lacks the right has nothing to confirm, and hears so from the plugin.
        user.is_some_and(|user| user.right.is_manage())
    }
}

async fn is_confirmed(app: &App, jar: &CookieJar, rules: WebSudoRules) -> Result<bool, StoreError> {
    let Some(session) = session::id(jar) else {
        return Ok(false);
    };
    app.store
        .transact(move |tx| sessions::is_confirmed(tx, &session, now_ms(), rules.lifetime_ms()))
        .await
}
