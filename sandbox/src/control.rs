//! The sandbox's own switches, which no Jira has: faults, sessions and rights, data, and what has been going on.
//!
//! All are below `/jira/sandbox`, take and give JSON, and need no login:
//!
//! | request | does |
//! |---|---|
//! | `GET /` | the HTML page for people |
//! | `GET /violations`, `DELETE /violations` | the breaches of contract since the start; forgets them |
//! | `GET /requests`, `DELETE /requests` | the last REST requests without bodies; forgets them |
//! | `GET /changes?since={build}` | answers once another build of the page is there; after a while with 204 |
//! | `GET /faults`, `POST /faults`, `DELETE /faults` | the pending faults; adds a [`FaultSpec`]; forgets them all |
//! | `GET /access`, `DELETE /access` | the [`AccessSettings`]; puts them back as at the start |
//! | `POST /sessions` `{lifetimeSeconds?, answer?}` | changes what holds for sessions |
//! | `DELETE /sessions`, `DELETE /sessions/current` | ends all sessions, or the one of this request, as if they had expired |
//! | `POST /websudo` `{enabled?, lifetimeSeconds?, protects?, answer?}` | changes what holds for WebSudo |
//! | `DELETE /websudo` | takes all WebSudo confirmations back |
//! | `POST /users/{name}` `{administrator}` | gives the right to administer, or takes it away |
//! | `POST /reset` `{projects?, connections?, accounts?}` | begins anew with so much data; sessions, faults and access settings stay |
//! | `GET /accounts` | the built-in accounts of Test IO, and whether their keys are revoked |
//! | `POST /accounts/{name}` `{revoked}` | revokes the key of an account, or takes that back, as a reset does |
//! | `POST /checks` | checks all stored keys with Test IO, as `--check-every` does |
//! | `GET /way`, `POST /way` `{way}` | the [`Way`] that the plugin takes to Test IO; chooses another, until a reset |
//! | `POST /second-admin` `{connection, does, label?, everywhere?}` | somebody else does `rename`, `replaceKey`, `removeKey` or `delete` |
//! | `POST /projects/{id}` `{state?, name?, key?}` | archives, deletes, brings back (`active`) or renames a project |
//!
//! [`AccessSettings`]: crate::auth::access::AccessSettings
//! [`Way`]: crate::ways::Way

mod access;
mod accounts;
pub mod changes;
mod data;
mod page;
mod request_log;
mod second_admin;
mod way;

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use serde_json::json;

use crate::TestIoAt;
use crate::app::App;
use crate::contract::Violation;
use crate::faults::{FaultSpec, Target};
use crate::store::StoreError;
use crate::xsrf;

pub use changes::Reload;
pub use request_log::{RequestLog, log_request};

/// The routes below `/sandbox`.
pub fn router() -> Router<App> {
    Router::new()
        .route("/", get(page::show))
        .route("/violations", get(violations).delete(clear_violations))
        .route("/requests", get(request_log::list).delete(request_log::clear))
        .route("/faults", get(faults).post(add_fault).delete(clear_faults))
        .route("/changes", get(changes::wait))
        .route("/access", get(access::settings).delete(access::restore))
        .route(
            "/sessions",
            post(access::change_sessions).delete(access::expire_all),
        )
        .route("/sessions/current", delete(access::expire_current))
        .route(
            "/websudo",
            post(access::change_websudo).delete(access::drop_confirmations),
        )
        .route("/users/{name}", post(access::change_user))
        .route("/reset", post(data::reset))
        .route("/accounts", get(accounts::list))
        .route("/accounts/{name}", post(accounts::change))
        .route("/checks", post(accounts::check))
        .route("/way", get(way::get).post(way::choose))
        .route("/second-admin", post(second_admin::act))
        .route("/projects/{id}", post(data::change_project))
        .layer(from_fn(refuse_other_sites))
}

/// There is no login here, but a page of another site must not switch anything.
async fn refuse_other_sites(request: Request, next: Next) -> Response {
    let foreign = request.headers().contains_key(header::ORIGIN) && !xsrf::is_same_origin(request.headers());
    if foreign && request.method() != Method::GET {
        return refusal(
            StatusCode::FORBIDDEN,
            "The sandbox is switched from its own pages only.",
        );
    }
    next.run(request).await
}

/// The form of all refusals here.
fn refusal(status: StatusCode, why: &str) -> Response {
    (status, Json(json!({ "error": why }))).into_response()
}

/// The answer to what changes the database.
fn done(work: Result<(), StoreError>) -> Response {
    match work {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refusal(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
    }
}

async fn violations(State(app): State<App>) -> Json<Vec<Violation>> {
    Json(app.violations.list())
}

async fn clear_violations(State(app): State<App>) -> StatusCode {
    app.violations.clear();
    StatusCode::NO_CONTENT
}

async fn faults(State(app): State<App>) -> Json<Vec<FaultSpec>> {
    Json(app.faults.list())
}

async fn add_fault(State(app): State<App>, Json(spec): Json<FaultSpec>) -> Response {
    if spec.target == Target::Testio && matches!(app.test_io_at, TestIoAt::Elsewhere(_)) {
        return refusal(
            StatusCode::CONFLICT,
            "Test IO is not built in, so its answers cannot be changed.",
        );
    }
    match spec.try_into() {
        Ok(fault) => {
            app.faults.add(fault);
            (StatusCode::CREATED, Json(app.faults.list())).into_response()
        }
        Err(error) => refusal(StatusCode::BAD_REQUEST, &error.to_string()),
    }
}

async fn clear_faults(State(app): State<App>) -> StatusCode {
    app.faults.clear();
    StatusCode::NO_CONTENT
}
