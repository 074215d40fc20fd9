//! `CheckReport`: what a run of the checks found.

use serde::Deserialize;

use super::{Contradiction, Count, connection::ConnectionProject, timestamp};
use crate::domain::{
    check::{self, Cause, Outcome, Reason, Report, Run, Step, Versions},
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
            (Some(step), _, _) => Run::UnderWay(step_of(step)),
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
            step: step_of(&self.step)?,
            outcome: match self.outcome {
                StepOutcome::Passed => Outcome::Passed,
                StepOutcome::Failed => Outcome::Failed(cause_of(cause)),
                StepOutcome::Skipped => Outcome::Skipped(reason_of(cause)),
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
            status: match read.status.as_str() {
                "KEY_REJECTED" => check::KeyStatus::Rejected,
                "UNREACHABLE" => check::KeyStatus::Unreachable,
                "RATE_LIMITED" => check::KeyStatus::RateLimited,
                _ => check::KeyStatus::Unknown,
            },
        }
    }
}

fn step_of(word: &str) -> Option<Step> {
    match word {
        "DATABASE" => Some(Step::Database),
        "NAME" => Some(Step::Name),
        "CONNECT" => Some(Step::Connect),
        "TLS" => Some(Step::Tls),
        "API" => Some(Step::Api),
        "KEYS" => Some(Step::Keys),
        _ => None,
    }
}

fn cause_of(word: &str) -> Cause {
    match word {
        "DATABASE" => Cause::Database,
        "NAME_NOT_FOUND" => Cause::NameNotFound,
        "REFUSED" => Cause::Refused,
        "TIMED_OUT" => Cause::TimedOut,
        "NO_ROUTE" => Cause::NoRoute,
        "CLOSED" => Cause::Closed,
        "CERTIFICATE" => Cause::Certificate,
        "TLS" => Cause::Tls,
        "PROXY_AUTHENTICATION" => Cause::ProxyAuthentication,
        "PROXY_REFUSED" => Cause::ProxyRefused,
        "HTTP_STATUS" => Cause::HttpStatus,
        "NOT_TEST_IO" => Cause::NotTestIo,
        "KEYS_NOT_ACCEPTED" => Cause::KeysNotAccepted,
        _ => Cause::Unknown,
    }
}

fn reason_of(word: &str) -> Reason {
    match word {
        "EARLIER_STEP_FAILED" => Reason::EarlierStepFailed,
        "NOT_USED" => Reason::NotUsed,
        "NOTHING_STORED" => Reason::NothingStored,
        _ => Reason::Unknown,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{cause_of, reason_of, step_of};

    /// `NAME_NOT_FOUND` as `NameNotFound`.
    fn in_rust(word: &str) -> String {
        let part = |part: &str| [&part[..1], &part[1..].to_lowercase()].concat();
        word.split('_').map(part).collect()
    }

    // A cause that is passed over reads as one of a newer contract, and its advice is lost.
    #[test]
    fn every_word_of_the_contract_is_known() {
        for word in [
            "DATABASE",
            "NAME_NOT_FOUND",
            "REFUSED",
            "TIMED_OUT",
            "NO_ROUTE",
            "CLOSED",
            "CERTIFICATE",
            "TLS",
            "PROXY_AUTHENTICATION",
            "PROXY_REFUSED",
            "HTTP_STATUS",
            "NOT_TEST_IO",
            "KEYS_NOT_ACCEPTED",
        ] {
            assert_eq!(format!("{:?}", cause_of(word)), in_rust(word));
        }
        for word in ["EARLIER_STEP_FAILED", "NOT_USED", "NOTHING_STORED"] {
            assert_eq!(format!("{:?}", reason_of(word)), in_rust(word));
        }
        for word in ["DATABASE", "NAME", "CONNECT", "TLS", "API", "KEYS"] {
            assert_eq!(step_of(word).map(|step| format!("{step:?}")), Some(in_rust(word)));
        }
    }
}
