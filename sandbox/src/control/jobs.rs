//! Having jobs run, and be over, when a person or a test wants to see it.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;

use super::{done, refusal};
use crate::app::App;
use crate::log;
use crate::model::{JobId, JobOutcome, JobRun, JobStatus};
use crate::store::jobs;

/// How a job is to stand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeJob {
    status: JobStatus,
    /// What came of the run; absent for an empty text.
    #[serde(default)]
    message: String,
}

/// Begins a run, or ends one, which began just now unless it was begun before.
pub(super) async fn change(
    State(app): State<App>,
    Path(id): Path<String>,
    Json(wanted): Json<ChangeJob>,
) -> Response {
    let Ok(id) = id.parse::<JobId>() else {
        return refusal(StatusCode::NOT_FOUND, "No such job.");
    };
    let outcome = match wanted.status {
        JobStatus::NeverRun => {
            return refusal(
                StatusCode::BAD_REQUEST,
                "What has run has run; a reset forgets it.",
            );
        }
        JobStatus::Running => None,
        JobStatus::Succeeded => Some(JobOutcome::Succeeded),
        JobStatus::Failed => Some(JobOutcome::Failed),
    };
    let changed = app
        .store
        .transact(move |tx| {
            let now = Timestamp::now();
            let Some(outcome) = outcome else {
                return jobs::begin(tx, id, now).map(|()| None);
            };
            let job = jobs::get(tx, id)?;
            let started_at = match job.status {
                JobStatus::Running => job.status_since.unwrap_or(now),
                _ => now,
            };
            let run = JobRun {
                started_at,
                duration_ms: now.as_millisecond() - started_at.as_millisecond(),
                outcome,
                message: wanted.message,
            };
            jobs::record(tx, id, &run)?;
            jobs::get(tx, id).map(Some)
        })
        .await;
    if let Ok(Some(over)) = &changed {
        log::job_over(over);
    }
    done(changed.map(|_| ()))
}
