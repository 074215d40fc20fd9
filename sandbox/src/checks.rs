//! The checks of the way to Test IO: each step uses what the plugin itself uses for its requests, and says what it found.
//! The contract has the rules under "Checks of the way to Test IO".

mod api;
mod connect;
mod database;
mod failure;
mod keys;
mod name;
mod report;
mod run;
mod tls;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use tokio::task::AbortHandle;

use crate::app::App;

pub use report::Report;

/// The run that is under way, if there is one. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Checks(Arc<Mutex<Option<Run>>>);

#[derive(Debug)]
struct Run {
    report: watch::Receiver<Report>,
    task: AbortHandle,
}

/// A run that was broken off, because the sandbox stops or begins anew.
#[derive(Debug, thiserror::Error)]
#[error("the run was broken off")]
pub struct BrokenOff;

impl Checks {
    /// The report of a run from beginning to end: of the one under way, or of a new one.
    ///
    /// # Errors
    /// The run was broken off.
    pub async fn run(&self, app: &App) -> Result<Report, BrokenOff> {
        let mut report = self.join(app);
        let ended = report.wait_for(|report| report.checked_at.is_some()).await;
        ended.map(|report| report.clone()).map_err(|_| BrokenOff)
    }

    /// What is known of the run that is under way.
    #[must_use]
    pub fn under_way(&self) -> Option<Report> {
        let current = self.current();
        let run = current.as_ref().filter(|run| !run.task.is_finished())?;
        Some(run.report.borrow().clone())
    }

    /// Breaks off the run that is under way.
    pub fn break_off(&self) {
        if let Some(run) = self.current().take() {
            run.task.abort();
        }
    }

    fn join(&self, app: &App) -> watch::Receiver<Report> {
        let mut current = self.current();
        if let Some(run) = current.as_ref().filter(|run| !run.task.is_finished()) {
            return run.report.clone();
        }
        let (progress, report) = watch::channel(run::begin());
        // A task of its own, because others may have joined when who has begun it goes away.
        let task = tokio::spawn(run::all(app.clone(), progress)).abort_handle();
        *current = Some(Run {
            report: report.clone(),
            task,
        });
        report
    }

    fn current(&self) -> MutexGuard<'_, Option<Run>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
