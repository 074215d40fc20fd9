//! `Job` and `Jobs`: what the plugin does by itself.

use serde::Deserialize;

use super::{Count, timestamp};
use crate::domain::{
    black_out::blacked_out,
    ids::JobId,
    job::{self, JobStatus},
    shown::shown,
};

/// Longest text of a job that is shown, in characters.
const MAX_CHARS: usize = 1_000;

/// All jobs.
#[derive(Deserialize)]
pub struct Jobs {
    jobs: Vec<Job>,
}

/// A job.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Job {
    id: String,
    name: String,
    description: String,
    status: String,
    status_since: Option<String>,
    last_run_at: Option<String>,
    next_run_at: Option<String>,
    notify: bool,
    runs: Vec<Run>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    started_at: String,
    duration_ms: Count,
    outcome: String,
    message: String,
}

impl From<Jobs> for Vec<job::Job> {
    fn from(read: Jobs) -> Self {
        read.jobs.into_iter().map(Into::into).collect()
    }
}

impl From<Job> for job::Job {
    fn from(read: Job) -> Self {
        Self {
            id: JobId::new(read.id),
            name: shown_text(&read.name),
            description: shown_text(&read.description),
            status: JobStatus::from_wire(&read.status),
            status_since: read.status_since.as_deref().map(timestamp),
            last_run_at: read.last_run_at.as_deref().map(timestamp),
            next_run_at: read.next_run_at.as_deref().map(timestamp),
            notify: read.notify,
            runs: read.runs.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Run> for job::Run {
    fn from(read: Run) -> Self {
        Self {
            started_at: timestamp(&read.started_at),
            duration_ms: read.duration_ms.0,
            outcome: JobStatus::from_wire(&read.outcome),
            message: shown_text(&read.message),
        }
    }
}

/// What came of a run may quote what was asked of Test IO.
fn shown_text(text: &str) -> String {
    shown(&blacked_out(text), MAX_CHARS)
}
