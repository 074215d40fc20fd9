//! `/maintenance/data`: forgetting all that the plugin has stored.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::log;
use crate::rest::RestError;
use crate::rest::extract::{Body, Manager};
use crate::store::clearing;

/// What must be said.
const CONFIRMATION: &str = "CLEAR";

#[derive(Debug, Deserialize)]
pub(super) struct ClearData {
    confirm: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Cleared {
    connections: usize,
}

pub(super) async fn clear(
    State(app): State<App>,
    Manager(user): Manager,
    Body(body): Body<ClearData>,
) -> Result<Json<Cleared>, RestError> {
    if body.confirm != CONFIRMATION {
        return Err(RestError::InvalidField(
            "confirm",
            "Say CLEAR to have everything deleted.",
        ));
    }
    let connections = app
        .store
        .transact(|tx| clearing::forget_all(tx).map_err(RestError::from))
        .await?;
    log::changed(user, "has had everything deleted");
    Ok(Json(Cleared { connections }))
}
