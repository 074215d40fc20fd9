//! `/maintenance/checks`: the checks of the way to Test IO.

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::app::App;
use crate::checks::Report;
use crate::rest::RestError;
use crate::rest::extract::Manager;
use crate::store::{StoreError, check_report};

/// The run under way, or the last one that was kept.
pub(in crate::rest) async fn get(State(app): State<App>, _: Manager) -> Result<Json<Value>, RestError> {
    if let Some(report) = app.checks.under_way() {
        return Ok(Json(json!(report)));
    }
    let last = app.store.transact(check_report::last).await?;
    Ok(Json(last.unwrap_or_else(|| json!(Report::never_run()))))
}

/// Walks all steps, together with whoever is at it already.
pub(in crate::rest) async fn run(State(app): State<App>, _: Manager) -> Result<Json<Report>, RestError> {
    let report = app.checks.run(&app).await;
    report.map(Json).map_err(|_| RestError::Store(StoreError::CutOff))
}
