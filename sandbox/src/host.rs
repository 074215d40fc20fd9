//! The stand-in for Jira's own pages: login, the admin pages around the iframe, pictures, and the page's files.

mod admin;
mod avatar;
mod files;
pub mod login;
pub mod preferences;
mod servlet;
mod websudo;

use askama::Template;
use axum::Router;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::app::App;
use crate::model::CONTEXT_PATH;

pub use preferences::Preferences;

/// The version of Jira that the pages say they are of, in `ajs-version-number`.
pub const JIRA_VERSION: &str = "10.3.0";

/// Where the admin page with the iframe is, below the context path.
pub const CONNECTION_PAGE: &str = "/plugins/servlet/testio/connection";

/// The policy of the stand-in's own pages. It is looser than the one of our page, as Jira's is.
const HOST_CSP: &str = "default-src 'self'; img-src 'self' data:; font-src 'self' data:; \
    style-src 'self' 'unsafe-inline'; frame-ancestors 'self'";

/// The routes below the context path.
pub fn router() -> Router<App> {
    Router::new()
        .route("/", get(|| async { Redirect::to(&to_context(CONNECTION_PAGE)) }))
        .route("/login.jsp", get(login::form).post(login::log_in))
        .route("/secure/Logout.jspa", post(login::log_out))
        .route("/secure/projectavatar", get(avatar::picture))
        .route(websudo::FORM, get(websudo::form))
        .route(websudo::TARGET, get(websudo::form).post(websudo::authenticate))
        .route("/secure/{*anything}", get(admin::elsewhere))
        .route(CONNECTION_PAGE, get(admin::connection))
        .route("/plugins/servlet/testio/configuration", get(admin::configuration))
        .route("/plugins/servlet/testio/maintenance", get(admin::maintenance))
        .route("/plugins/servlet/testio/page/{page}", get(servlet::add_slash))
        .route("/plugins/servlet/testio/page/{page}/", get(servlet::document))
        .route("/plugins/servlet/testio/page/{page}/{*file}", get(servlet::file))
        .route("/s/aui/{*file}", get(files::aui))
        .route("/s/sandbox/{file}", get(files::own))
}

/// A path with the context path before it.
#[must_use]
pub fn to_context(path: &str) -> String {
    format!("{CONTEXT_PATH}{path}")
}

/// Where a parameter such as `os_destination` leads: only ever to a path of this Jira, named with or without its
/// context path.
fn own_path(wanted: &str) -> Option<String> {
    let is_path = wanted.starts_with('/') && !wanted.starts_with("//") && !wanted.contains('\\');
    if !is_path {
        None
    } else if wanted == CONTEXT_PATH || wanted.starts_with(&format!("{CONTEXT_PATH}/")) {
        Some(wanted.to_owned())
    } else {
        Some(to_context(wanted))
    }
}

/// Jira's redirect, which is 302.
pub fn found(location: &str) -> Response {
    (StatusCode::FOUND, [(header::LOCATION, location)]).into_response()
}

/// An HTML page of the stand-in's own.
pub fn page(template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => {
            let headers = [
                (header::CONTENT_SECURITY_POLICY, HOST_CSP),
                (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (
                headers.map(|(name, value)| (name, HeaderValue::from_static(value))),
                Html(html),
            )
                .into_response()
        }
        Err(error) => {
            eprintln!("sandbox: a page could not be made: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_destination_is_of_this_jira_only() {
        assert_eq!(own_path("/plugins/x?a=b").as_deref(), Some("/jira/plugins/x?a=b"));
        assert_eq!(own_path("/jira/plugins/x").as_deref(), Some("/jira/plugins/x"));
        for foreign in ["", "//evil.example", "https://evil.example", "/\\evil.example"] {
            assert_eq!(own_path(foreign), None, "{foreign}");
        }
    }
}
