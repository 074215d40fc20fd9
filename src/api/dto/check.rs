//! `CheckReport`: what a run of the checks found.

use serde::Deserialize;

use super::{Contradiction, Count, connection::ConnectionProject, timestamp};
use crate::domain::{
    check::{self, Cause, KeyStatus, Outcome, Reason, Report, Run, Step, Versions},
    ids::ConnectionId,
    invisible::trim,
    shown::{shown, shown_name},
};

/// Longest text of the system that is shown, in characters.
const MAX_DETAIL_CHARS: usize = 500;

/// A report.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckReport {
    started_at: Option<String>,
    checked_at: Option<String>,
    running: Option<String>,
    steps: Vec<CheckedStep>,
    keys: Keys,
    versions: ReportVersions,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CheckedStep {
    step: String,
    outcome: StepOutcome,
    duration_ms: Count,
    cause: Option<String>,
    http_status: Option<Count>,
    detail: Option<String>,
    address: Option<String>,
    proxy: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum StepOutcome {
    Passed,
    Failed,
    Skipped,
}

#[derive(Deserialize)]
struct Keys {
    accepted: Count,
    failed: Vec<FailedKey>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FailedKey {
    connection_id: String,
    project: Option<ConnectionProject>,
    account_label: Option<String>,
    connections: Count,
    status: String,
}

#[derive(Deserialize)]
struct ReportVersions {
    plugin: String,
    jira: String,
    runtime: String,
    database: String,
}

impl TryFrom<CheckReport> for Report {
    type Error = Contradiction;

    fn try_from(read: CheckReport) -> Result<Self, Contradiction> {
        let run = match (&read.running, &read.started_at, &read.checked_at) {
            (Some(step), _, _) => Run::UnderWay(Step::from_wire(step)),
            (None, None, None) => Run::Never,
            (None, _, Some(at)) => Run::Over(timestamp(at)),
            (None, Some(_), None) => return Err(Contradiction),
        };
        Ok(Self {
            started_at: read.started_at.as_deref().map(timestamp),
            run,
            // Steps of a newer contract are passed over.
            steps: read.steps.into_iter().filter_map(CheckedStep::known).collect(),
            keys_accepted: read.keys.accepted.0,
            keys_failed: read.keys.failed.into_iter().map(Into::into).collect(),
            versions: Versions {
                plugin: shown_name(&read.versions.plugin),
                jira: shown_name(&read.versions.jira),
                runtime: shown_name(&read.versions.runtime),
                database: shown_name(&read.versions.database),
            },
        })
    }
}

impl CheckedStep {
    fn known(self) -> Option<check::CheckedStep> {
        let cause = self.cause.as_deref().unwrap_or_default();
        Some(check::CheckedStep {
            step: Step::from_wire(&self.step)?,
            outcome: match self.outcome {
                StepOutcome::Passed => Outcome::Passed,
                StepOutcome::Failed => Outcome::Failed(Cause::from_wire(cause)),
                StepOutcome::Skipped => Outcome::Skipped(Reason::from_wire(cause)),
            },
            duration_ms: self.duration_ms.0,
            http_status: self.http_status.map(|status| status.0),
            detail: self.detail.map(|detail| shown(&detail, MAX_DETAIL_CHARS)),
            address: self.address.as_deref().map(shown_name),
            proxy: self.proxy.as_deref().map(shown_name),
        })
    }
}

impl From<FailedKey> for check::FailedKey {
    fn from(read: FailedKey) -> Self {
        let label = read.account_label.filter(|label| !trim(label).is_empty());
        Self {
            connection: ConnectionId::new(read.connection_id),
            project: read.project.map(Into::into),
            account_label: label.as_deref().map(shown_name),
            connections: read.connections.0,
            status: KeyStatus::from_wire(&read.status),
        }
    }
}
