//! The checks of the way to Test IO: the last report, and the run under way, whoever has started it.

use leptos::{prelude::*, task::spawn_local};

use super::Maintenance;
use crate::{
    api::{checks, request::Cancel},
    domain::{check::Report, failure::Failure},
    state::{latest::Latest, load::Load},
};

/// A run that was asked for here, and has not been answered.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    /// What was known before: it says nothing of this run.
    before: Option<Report>,
}

/// What is shown of the checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The report is on its way.
    Loading,
    /// It could not be had.
    NotLoaded(Failure),
    /// A run was asked for, of which the server has said nothing yet.
    Begun,
    /// What the server said last.
    Report(Report),
}

/// The state of the tab Health.
#[derive(Clone, Copy)]
pub struct Health {
    maintenance: Maintenance,
    report: RwSignal<Load<Report>>,
    asked: RwSignal<Option<Asked>>,
    /// Why the last run that was asked for here could not be done, or followed.
    pub failure: RwSignal<Option<Failure>>,
    /// What is to be shown.
    pub shown: Memo<Shown>,
    reads: Latest,
    is_polling: StoredValue<bool>,
}

impl Health {
    /// Reads the last report.
    pub fn read(maintenance: Maintenance) -> Self {
        let report = RwSignal::new(Load::Loading);
        let asked = RwSignal::new(None::<Asked>);
        let health = Self {
            maintenance,
            report,
            asked,
            failure: RwSignal::new(None),
            shown: Memo::new(move |_| {
                let before = asked.with(|asked| asked.as_ref().map(|asked| asked.before.clone()));
                report.with(|report| shown(report, before.as_ref()))
            }),
            reads: Latest::default(),
            is_polling: StoredValue::new(false),
        };
        health.read_again();
        health
    }

    /// Whether a run is under way.
    pub fn is_under_way(self) -> bool {
        self.asked.with(Option::is_some)
            || self
                .report
                .with(|report| report.ready().is_some_and(Report::is_under_way))
    }

    /// Reads the report again; what is known of it stays until then. While a run is under way, this is the same as
    /// following it.
    pub fn read_again(self) {
        if self.asked.with_untracked(Option::is_some) {
            return self.follow();
        }
        self.report.maybe_update(Load::ask_again);
        let client = self.maintenance.client();
        self.reads.ask(
            async move |cancel| checks::get(&client, &cancel).await,
            move |read| self.report.set(self.maintenance.note(read).into()),
        );
    }

    /// Asks how far the run under way is, unless the last such question is still open. Of a run that was asked for here
    /// its own answer has the last word, whatever becomes of this.
    pub fn follow(self) {
        if self.is_polling.get_value() {
            return;
        }
        self.is_polling.set_value(true);
        let turn = self.reads.begin();
        spawn_local(async move {
            let read = checks::get(&self.maintenance.client(), &turn.cancel).await;
            self.is_polling.try_set_value(false);
            if !self.reads.is_current(&turn) {
                return;
            }
            let is_asked = self.asked.with_untracked(Option::is_some);
            match self.maintenance.note(read) {
                Err(_) if is_asked => {}
                read => self.report.set(read.into()),
            }
        });
    }

    /// Has the checks run. Does nothing while they do.
    pub fn run(self) {
        if untrack(move || self.is_under_way()) {
            return;
        }
        let before = self.report.with_untracked(|report| report.ready().cloned());
        self.failure.set(None);
        self.reads.end();
        self.asked.set(Some(Asked {
            before: before.clone(),
        }));
        spawn_local(async move {
            // It is waited for also while the person looks at something else.
            let cancel = Cancel::default();
            let mut answer = checks::run(&self.maintenance.client(), &cancel).await;
            if let Err(failure) = &answer
                && failure.leaves_it_open()
                && let Ok(found) = checks::get(&self.maintenance.client(), &cancel).await
                && Some(&found) != before.as_ref()
            {
                // The answer was lost, but the run was not: it is over, or can be followed.
                answer = Ok(found);
            }
            if self.asked.is_disposed() {
                return;
            }
            // What else is being read is older.
            self.reads.end();
            match self.maintenance.note(answer) {
                Ok(report) => self.report.set(Load::Ready(report)),
                Err(failure) => self.failure.set(Some(failure)),
            }
            self.asked.set(None);
        });
    }
}

/// What is to be shown of a report; `before` is what was known when a run was asked for that has not been answered.
fn shown(report: &Load<Report>, before: Option<&Option<Report>>) -> Shown {
    let says_nothing_new = |before: &Option<Report>| {
        report
            .ready()
            .is_none_or(|report| before.as_ref() == Some(report))
    };
    if before.is_some_and(says_nothing_new) {
        return Shown::Begun;
    }
    match report {
        Load::Loading => Shown::Loading,
        Load::Failed(failure) => Shown::NotLoaded(failure.clone()),
        Load::Ready(report) => Shown::Report(report.clone()),
    }
}
