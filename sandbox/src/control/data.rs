//! Changing what only Jira itself could change, and beginning again.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::{done, refusal};
use crate::app::App;
use crate::model::{ProjectId, ProjectState};
use crate::seed::{self, SeedSize};
use crate::store::StoreError;
use crate::store::projects::{self, ProjectChange};
use crate::ways::Way;

/// How much data there is to be; absent means as at the start.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reset {
    projects: Option<usize>,
    connections: Option<usize>,
    accounts: Option<usize>,
}

/// Throws all projects and connections away and makes new ones. Who is logged in stays so.
pub(super) async fn reset(State(app): State<App>, body: Option<Json<Reset>>) -> Response {
    let wanted = body.map(|Json(reset)| reset).unwrap_or_default();
    let size = SeedSize {
        projects: wanted.projects.unwrap_or(app.seed.projects),
        connections: wanted.connections.unwrap_or(app.seed.connections),
        accounts: wanted.accounts.or(app.seed.accounts),
    };
    if let Err(error) = size.check() {
        return refusal(StatusCode::BAD_REQUEST, &error.to_string());
    }
    app.revoked.clear();
    // Its report would be of what is no longer there.
    app.checks.break_off();
    if let Err(error) = app.test_io.choose(Way::AsStarted).await {
        return refusal(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string());
    }
    let reset = app
        .store
        .transact(move |tx| {
            seed::clear(tx)?;
            seed::fill(tx, size)
        })
        .await;
    done(reset)
}

/// What to do to a project.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeProject {
    state: Option<ProjectState>,
    name: Option<String>,
    key: Option<String>,
}

/// Archives, deletes, brings back or renames a project.
pub(super) async fn change_project(
    State(app): State<App>,
    Path(id): Path<String>,
    Json(wanted): Json<ChangeProject>,
) -> Response {
    let Ok(id) = id.parse::<ProjectId>() else {
        return refusal(StatusCode::NOT_FOUND, "No such project.");
    };
    let change = ProjectChange {
        state: wanted.state,
        name: wanted.name,
        key: wanted.key,
    };
    let found = app
        .store
        .transact(move |tx| {
            if projects::state(tx, id)?.is_none() {
                return Ok(false);
            }
            projects::change(tx, id, &change)?;
            Ok::<_, StoreError>(true)
        })
        .await;
    match found {
        Ok(false) => refusal(StatusCode::NOT_FOUND, "No such project."),
        other => done(other.map(|_| ())),
    }
}
