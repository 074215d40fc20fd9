//! What the plugin does by itself, now and then.

use super::{ids::JobId, time::Timestamp};

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Its name in the server's words, for those that the page has none for.
    pub name: String,
    /// What it is for, likewise.
    pub description: String,
    /// What it is doing, or what its last run came to.
    pub status: JobStatus,
    /// Since when it is so, if that is known.
    pub status_since: Option<Timestamp>,
    /// When its last run that is over began.
    pub last_run_at: Option<Timestamp>,
    /// When it runs next, if that is planned.
    pub next_run_at: Option<Timestamp>,
    /// Whether administrators are notified when it fails.
    pub notify: bool,
    /// Its last runs, newest first.
    pub runs: Vec<Run>,
}

/// A job that the page has texts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownJob {
    /// `ISSUES_SYNC`.
    Issues,
    /// `CONFIGURATION_VALIDATION`.
    Configuration,
    /// `COMMENTS_SYNC`.
    Comments,
    /// `CONNECTIONS_SYNC`.
    Connections,
}

impl Job {
    /// Which one it is, if the page knows it.
    pub fn known(&self) -> Option<KnownJob> {
        match self.id.as_str() {
            "ISSUES_SYNC" => Some(KnownJob::Issues),
            "CONFIGURATION_VALIDATION" => Some(KnownJob::Configuration),
            "COMMENTS_SYNC" => Some(KnownJob::Comments),
            "CONNECTIONS_SYNC" => Some(KnownJob::Connections),
            _ => None,
        }
    }
}

/// What a job is doing, or what its last run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobStatus {
    /// It has never run.
    NeverRun,
    /// It runs just now.
    Running,
    /// Its last run did what it was to do.
    Succeeded,
    /// Its last run did not.
    Failed,
    /// A word of a newer contract.
    Unknown,
}

impl JobStatus {
    /// The status that the contract's word stands for.
    pub fn from_wire(word: &str) -> Self {
        match word {
            "NEVER_RUN" => Self::NeverRun,
            "RUNNING" => Self::Running,
            "SUCCEEDED" => Self::Succeeded,
            "FAILED" => Self::Failed,
            _ => Self::Unknown,
        }
    }
}

/// A run that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// When it began.
    pub started_at: Timestamp,
    /// How long it took, in milliseconds.
    pub duration_ms: u32,
    /// What it came to: succeeded, failed, or unknown.
    pub outcome: JobStatus,
    /// What came of it, in the server's words.
    pub message: String,
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Job, JobStatus, KnownJob};
    use crate::domain::ids::JobId;

    #[test]
    fn the_four_jobs_of_the_plugin_are_known_and_no_other() {
        let job = |id: &str| Job {
            id: JobId::new(id),
            name: "Own name".into(),
            description: "Own words.".into(),
            status: JobStatus::from_wire("NEVER_RUN"),
            status_since: None,
            last_run_at: None,
            next_run_at: None,
            notify: false,
            runs: Vec::new(),
        };
        for (id, known) in [
            ("ISSUES_SYNC", Some(KnownJob::Issues)),
            ("CONFIGURATION_VALIDATION", Some(KnownJob::Configuration)),
            ("COMMENTS_SYNC", Some(KnownJob::Comments)),
            ("CONNECTIONS_SYNC", Some(KnownJob::Connections)),
            ("issues_sync", None),
            ("LICENCE_CHECK", None),
        ] {
            assert_eq!(job(id).known(), known, "{id}");
        }
        assert_eq!(JobStatus::from_wire("PAUSED"), JobStatus::Unknown);
    }
}
