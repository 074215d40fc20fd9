//! Choosing the way that the plugin takes to Test IO.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::refusal;
use crate::app::App;
use crate::ways::Way;

/// The way to take, or the one that is taken.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chosen {
    way: Way,
}

pub(super) async fn get(State(app): State<App>) -> Json<Chosen> {
    Json(Chosen {
        way: app.test_io.way(),
    })
}

/// From now on, whatever is asked of Test IO goes this way, until another one is chosen or all begins anew.
pub(super) async fn choose(State(app): State<App>, Json(wanted): Json<Chosen>) -> Response {
    match app.test_io.choose(wanted.way).await {
        Ok(()) => get(State(app)).await.into_response(),
        Err(error) => refusal(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
    }
}
