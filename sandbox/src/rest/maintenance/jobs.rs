//! `/maintenance/jobs`: what the plugin does by itself, now and then.

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::model::{Job, JobId};
use crate::rest::RestError;
use crate::rest::extract::{Body, Manager};
use crate::store::jobs;

#[derive(Debug, Serialize)]
pub(super) struct Jobs {
    jobs: Vec<Job>,
}

pub(super) async fn list(State(app): State<App>, _: Manager) -> Result<Json<Jobs>, RestError> {
    let jobs = app
        .store
        .transact(|tx| {
            jobs::catch_up(tx, Timestamp::now())?;
            jobs::list(tx).map_err(RestError::from)
        })
        .await?;
    Ok(Json(Jobs { jobs }))
}

#[derive(Debug, Deserialize)]
pub(super) struct UpdateJob {
    notify: bool,
}

pub(super) async fn update(
    State(app): State<App>,
    _: Manager,
    id: JobId,
    Body(body): Body<UpdateJob>,
) -> Result<Json<Job>, RestError> {
    app.store
        .transact(move |tx| {
            jobs::catch_up(tx, Timestamp::now())?;
            jobs::set_notify(tx, id, body.notify)?;
            jobs::get(tx, id).map_err(RestError::from)
        })
        .await
        .map(Json)
}
