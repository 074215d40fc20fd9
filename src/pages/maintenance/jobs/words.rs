//! The words for a job, and how its status looks.

use crate::{
    components::{icon::IconName, tone::Tone},
    domain::job::{Job, JobStatus, KnownJob},
    i18n::I18n,
};

/// A job's name: the page's own for those that it knows.
pub fn name(i18n: I18n, job: &Job) -> String {
    let texts = &i18n.maintenance().jobs;
    match job.known() {
        Some(KnownJob::Issues) => texts.issues.to_owned(),
        Some(KnownJob::Configuration) => texts.configuration.to_owned(),
        Some(KnownJob::Comments) => texts.comments.to_owned(),
        Some(KnownJob::Connections) => texts.connections.to_owned(),
        None => job.name.clone(),
    }
}

/// What a job is for, likewise.
pub fn purpose(i18n: I18n, job: &Job) -> String {
    let texts = &i18n.maintenance().jobs;
    match job.known() {
        Some(KnownJob::Issues) => texts.issues_purpose.to_owned(),
        Some(KnownJob::Configuration) => texts.configuration_purpose.to_owned(),
        Some(KnownJob::Comments) => texts.comments_purpose.to_owned(),
        Some(KnownJob::Connections) => texts.connections_purpose.to_owned(),
        None => job.description.clone(),
    }
}

/// A status in a word.
pub fn status(i18n: I18n, status: JobStatus) -> &'static str {
    let texts = &i18n.maintenance().jobs;
    match status {
        JobStatus::NeverRun => texts.never_run,
        JobStatus::Running => texts.running,
        JobStatus::Succeeded => texts.succeeded,
        JobStatus::Failed => texts.failed,
        JobStatus::Unknown => texts.other_status,
    }
}

/// How a status looks. The icon differs wherever the colour does.
pub fn look(status: JobStatus) -> (Tone, IconName) {
    match status {
        JobStatus::NeverRun => (Tone::Neutral, IconName::Pause),
        JobStatus::Running => (Tone::Info, IconName::Refresh),
        JobStatus::Succeeded => (Tone::Success, IconName::CheckCircle),
        JobStatus::Failed => (Tone::Danger, IconName::Error),
        JobStatus::Unknown => (Tone::Neutral, IconName::Question),
    }
}
