//! `/maintenance`: what is wrong, what was logged, what runs by itself, and how to begin anew.

mod checks;
mod data;
mod jobs;
mod logs;

use axum::Router;
use axum::routing::{delete, get, put};

use crate::app::App;

/// The routes, relative to the API's address.
pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/maintenance/checks", get(checks::get).post(checks::run))
        .route("/maintenance/logs", get(logs::lines))
        .route("/maintenance/logs/download", get(logs::download))
        .route("/maintenance/jobs", get(jobs::list))
        .route("/maintenance/jobs/{id}", put(jobs::update))
        .route("/maintenance/data", delete(data::clear))
}
