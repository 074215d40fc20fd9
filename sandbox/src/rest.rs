//! The plugin's REST API as `docs/rest-api.yaml` has it, one file per resource.

mod accounts;
mod connection;
mod connection_test;
mod connections;
mod create;
mod error;
mod extract;
mod maintenance;
mod page;
mod precondition;
mod projects;
mod reach;
mod summary;
mod verification;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{any, delete, get, post};

use crate::app::App;

pub use error::{ErrorBody, RestError};

/// The API's address below the context path.
pub const BASE: &str = "/rest/testio/1.0";

/// The routes, relative to [`BASE`].
pub fn router() -> Router<App> {
    Router::new()
        .route("/accounts", get(accounts::list))
        .route("/connections", get(connections::list).post(create::create))
        .route("/connections/summary", get(summary::get))
        .route(
            "/connections/{id}",
            get(connection::get)
                .put(connection::update)
                .delete(connection::delete),
        )
        .route("/connections/{id}/key", delete(connection::delete_key))
        .route("/connections/{id}/test", post(connection_test::test))
        .route("/projects", get(projects::list))
        .route(
            "/projects/{id}/effective-connection",
            get(projects::effective_connection),
        )
        .route(
            "/maintenance/checks",
            get(maintenance::checks::get).post(maintenance::checks::run),
        )
        // A nested router's fallback is not always asked, so that unknown paths would get past all checks.
        .route("/{*unknown}", any(|| async { StatusCode::NOT_FOUND }))
        .method_not_allowed_fallback(|| async { StatusCode::METHOD_NOT_ALLOWED })
}
