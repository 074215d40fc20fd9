//! What all handlers share, and the routes of the stand-in Jira put together.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Redirect;
use axum::routing::get;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

use crate::contract::{self, Contract, Violations};
use crate::control::{self, RequestLog};
use crate::faults::{Faults, Target};
use crate::model::CONTEXT_PATH;
use crate::seed::SeedSize;
use crate::store::Store;
use crate::test_io::Client;
use crate::{TestIoAt, auth, host, rest, xsrf};

/// What the sandbox is put together from.
#[derive(Debug)]
pub struct AppParts {
    /// The database.
    pub store: Store,
    /// The way to Test IO.
    pub test_io: Client,
    /// Where that is.
    pub test_io_at: TestIoAt,
    /// The faults to make.
    pub faults: Faults,
    /// The built page.
    pub dist: PathBuf,
    /// The npm packages.
    pub node_modules: PathBuf,
    /// What the database is filled with when it is reset.
    pub seed: SeedSize,
}

/// Everything that handlers share. Clones share it too.
#[derive(Debug, Clone)]
pub struct App(Arc<AppState>);

/// See [`App`], which gives access to it.
#[derive(Debug)]
#[allow(
    missing_docs,
    reason = "the parts are described at AppParts and at their types"
)]
pub struct AppState {
    pub parts: AppParts,
    pub contract: Contract,
    pub violations: Violations,
    pub requests: RequestLog,
}

impl Deref for AppState {
    type Target = AppParts;

    fn deref(&self) -> &AppParts {
        &self.parts
    }
}

impl Deref for App {
    type Target = AppState;

    fn deref(&self) -> &AppState {
        &self.0
    }
}

impl App {
    /// Puts the parts together and compiles the contract.
    ///
    /// # Errors
    /// The contract cannot be compiled.
    pub fn new(parts: AppParts) -> anyhow::Result<Self> {
        Ok(Self(Arc::new(AppState {
            parts,
            contract: Contract::load()?,
            violations: Violations::default(),
            requests: RequestLog::default(),
        })))
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
        .layer(from_fn_with_state(app.clone(), auth::identify));
    let to_jira = get(|| async { Redirect::to(CONTEXT_PATH) });
    Router::new()
        .route("/", to_jira.clone())
        .route(&host::to_context("/"), to_jira)
        .nest(CONTEXT_PATH, context)
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .with_state(app)
}

/// The REST API with everything that stands in front of it in Jira, and with the sandbox's own checks. A layer further
/// down is further out.
fn rest_api(app: &App) -> Router<App> {
    let api = rest::router()
        .layer(from_fn(contract::answer_violations))
        .layer(from_fn(xsrf::filter))
        .layer(from_fn(auth::require_login))
        .layer(from_fn(auth::rest_headers))
        .layer(from_fn_with_state(app.clone(), contract::check_response));
    app.faults
        .layer(api, Target::Rest)
        .layer(from_fn_with_state(app.clone(), contract::check_request))
        .layer(from_fn(auth::rest_headers))
        .layer(from_fn_with_state(app.clone(), control::log_request))
}
