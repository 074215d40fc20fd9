//! What all handlers share, and the routes of the stand-in Jira put together.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Redirect;
use axum::routing::get;
use tokio::sync::Mutex;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::auth::access::Access;
use crate::auth::websudo;
use crate::checks::Checks;
use crate::contract::{self, Contract, Violations};
use crate::control::{self, Reload, RequestLog};
use crate::faults::{Faults, Target};
use crate::log::{self, Log};
use crate::model::CONTEXT_PATH;
use crate::seed::SeedSize;
use crate::store::Store;
use crate::test_io::Revoked;
use crate::ways::Ways;
use crate::{TestIoAt, auth, host, rest, xsrf};

/// Everything that handlers share.
#[derive(Debug)]
pub struct AppState {
    /// The database.
    pub store: Store,
    /// The way to Test IO.
    pub test_io: Ways,
    /// The run of the checks of that way.
    pub checks: Checks,
    /// Where Test IO was at the start.
    pub test_io_at: TestIoAt,
    /// The built-in accounts whose keys it no longer accepts.
    pub revoked: Revoked,
    /// Held by whoever checks all stored keys, because two would ask about each key twice.
    pub checking: Mutex<()>,
    /// The rules for sessions, WebSudo and rights.
    pub access: Access,
    /// The faults to make.
    pub faults: Faults,
    /// The written contract.
    pub contract: &'static Contract,
    /// The breaches of it.
    pub violations: Violations,
    /// The log.
    pub log: Log,
    /// The last REST requests.
    pub requests: RequestLog,
    /// The built page.
    pub dist: PathBuf,
    /// What admin pages do when that is built anew.
    pub reload: Reload,
    /// The npm packages.
    pub node_modules: PathBuf,
    /// What the database is filled with when it is reset.
    pub seed: SeedSize,
}

/// A handle on [`AppState`]. Clones share it.
#[derive(Debug, Clone)]
pub struct App(Arc<AppState>);

impl From<AppState> for App {
    fn from(state: AppState) -> Self {
        Self(Arc::new(state))
    }
}

impl Deref for App {
    type Target = AppState;

    fn deref(&self) -> &AppState {
        &self.0
    }
}

/// All of the stand-in Jira.
pub fn jira(app: App) -> Router {
    let context = Router::new()
        .merge(host::router())
        .nest(rest::BASE, rest_api(&app))
        .nest("/sandbox", control::router())
        .route(
            "/sandbox/",
            get(|| async { Redirect::to(&host::to_context("/sandbox")) }),
        )
        .layer(from_fn_with_state(app.clone(), log::attach))
        .layer(from_fn_with_state(app.clone(), auth::identify));
    // A compressor holds back what it is given, and a long log is to come as it is read.
    let compressed = DefaultPredicate::new().and(NotForContentType::const_new("text/plain"));
    let compression = CompressionLayer::new().quality(CompressionLevel::Fastest);
    let to_jira = get(|| async { Redirect::to(CONTEXT_PATH) });
    Router::new()
        .route("/", to_jira.clone())
        .route(&host::to_context("/"), to_jira)
        .nest(CONTEXT_PATH, context)
        .layer(compression.compress_when(compressed))
        .with_state(app)
}

/// The REST API with everything that stands in front of it in Jira, and with the sandbox's own checks. A layer further
/// down is further out.
fn rest_api(app: &App) -> Router<App> {
    let api = rest::router()
        .layer(from_fn(contract::answer_violations))
        .layer(from_fn_with_state(app.clone(), websudo::require))
        .layer(from_fn(xsrf::filter))
        .layer(from_fn_with_state(app.clone(), auth::require_login))
        .layer(from_fn(auth::rest_headers))
        .layer(from_fn_with_state(app.clone(), contract::check_response));
    app.faults
        .layer(api, Target::Rest)
        .layer(from_fn_with_state(app.clone(), contract::check_request))
        .layer(from_fn(auth::rest_headers))
        .layer(from_fn_with_state(app.clone(), control::log_request))
}
