//! The plugin's jobs as the server last described them, and the switches of their notifications.

use std::collections::BTreeMap;

use leptos::{prelude::*, task::spawn_local};

use super::Maintenance;
use crate::{
    api::jobs,
    domain::{failure::Failure, ids::JobId, job::Job},
    state::{latest::Latest, load::Load},
};

/// How far a switch is that was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Switching {
    /// It is being saved.
    Saving,
    /// It was not saved, or nobody knows. What was asked for, and what came instead.
    Failed(bool, Failure),
}

/// The jobs.
#[derive(Clone, Copy)]
pub struct Jobs {
    maintenance: Maintenance,
    /// What is known of them.
    pub jobs: RwSignal<Load<Vec<Job>>>,
    /// Why they could not be read again. What is shown is of earlier then.
    pub outdated: RwSignal<Option<Failure>>,
    /// The switches that were pressed and are not in order yet.
    pub switching: RwSignal<BTreeMap<JobId, Switching>>,
    reads: Latest,
}

impl Jobs {
    /// Reads them.
    pub fn read(maintenance: Maintenance) -> Self {
        let jobs = Self {
            maintenance,
            jobs: RwSignal::new(Load::Loading),
            outdated: RwSignal::new(None),
            switching: RwSignal::default(),
            reads: Latest::default(),
        };
        jobs.read_again();
        jobs
    }

    /// Reads them again, because some time has passed. Not while a switch is being saved: the answer might be of before
    /// or of after it.
    pub fn refresh(self) {
        if !self.is_saving() {
            self.read_again();
        }
    }

    /// The same where they are known already: what could not be loaded says so until a person asks again.
    pub fn refresh_if_known(self) {
        if self.jobs.with_untracked(|jobs| jobs.ready().is_some()) {
            self.refresh();
        }
    }

    /// Has administrators notified when a job fails, or not. Saved at once.
    pub fn set_notify(self, id: JobId, notify: bool) {
        if self
            .switching
            .with_untracked(|switching| switching.get(&id) == Some(&Switching::Saving))
        {
            return;
        }
        // What is on its way is of before.
        self.reads.end();
        self.note(&id, Some(Switching::Saving));
        let client = self.maintenance.client();
        spawn_local(async move {
            let saved = jobs::set_notify(&client, &id, notify).await;
            if self.jobs.is_disposed() {
                return;
            }
            match self.maintenance.note(saved) {
                Ok(job) => {
                    self.note(&id, None);
                    self.accept(job);
                }
                Err(failure) => {
                    self.note(&id, Some(Switching::Failed(notify, failure)));
                    // Whatever it says: what is shown is what the server has.
                    self.refresh();
                }
            }
        });
    }

    fn is_saving(self) -> bool {
        self.switching
            .with_untracked(|switching| switching.values().any(|now| *now == Switching::Saving))
    }

    fn note(self, id: &JobId, now: Option<Switching>) {
        self.switching.update(|switching| {
            match now {
                Some(now) => switching.insert(id.clone(), now),
                None => switching.remove(id),
            };
        });
    }

    fn accept(self, job: Job) {
        self.jobs.update(|jobs| {
            if let Load::Ready(jobs) = jobs
                && let Some(known) = jobs.iter_mut().find(|known| known.id == job.id)
            {
                *known = job;
            }
        });
    }

    fn read_again(self) {
        self.jobs.maybe_update(Load::ask_again);
        let client = self.maintenance.client();
        self.reads.ask(
            async move |cancel| jobs::list(&client, &cancel).await,
            move |read| self.take_in(self.maintenance.note(read)),
        );
    }

    fn take_in(self, read: Result<Vec<Job>, Failure>) {
        match read {
            Ok(jobs) => {
                self.outdated.set(None);
                self.recognise(&jobs);
                self.jobs.set(Load::Ready(jobs));
            }
            Err(failure) if self.jobs.with_untracked(|jobs| jobs.ready().is_some()) => {
                self.outdated.set(Some(failure));
            }
            Err(failure) => self.jobs.set(Load::Failed(failure)),
        }
    }

    /// What was done although its answer got lost is no failure any more.
    fn recognise(self, jobs: &[Job]) {
        let is_done = |id: &JobId, now: &Switching| match now {
            Switching::Saving => false,
            Switching::Failed(notify, _) => jobs.iter().any(|job| job.id == *id && job.notify == *notify),
        };
        if self
            .switching
            .with_untracked(|switching| switching.iter().any(|(id, now)| is_done(id, now)))
        {
            self.switching
                .update(|switching| switching.retain(|id, now| !is_done(id, now)));
        }
    }
}
