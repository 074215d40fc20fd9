//! Testing many connections: never more at once than [`AT_ONCE`](crate::domain::test_round::AT_ONCE), and none while
//! Test IO asks to wait. What Jira itself turns away waits at the gate, as every request does.

use leptos::{prelude::*, task::spawn_local};

use super::{
    latest::{Latest, Turn},
    store::Store,
    sweep::read_all,
};
use crate::{
    api::connections,
    domain::{
        connection::Connection,
        failure::Failure,
        filter::ListFilter,
        test_report::{Outcome, TestReport},
        test_round::{Round, Target, Verdict, verdict_of},
    },
};

/// How far testing has come.
#[derive(Clone, Debug)]
pub enum Stage {
    /// Not asked for.
    Idle,
    /// It is being found out which connections there are.
    Collecting,
    /// They could not be found out.
    NotCollected(Failure),
    /// They are tested, or have been.
    Testing(Round),
}

/// The state of the dialog that tests all connections.
#[derive(Clone, Copy)]
pub struct TestAll {
    store: Store,
    /// How far testing has come.
    pub stage: RwSignal<Stage>,
    filter: StoredValue<ListFilter>,
    turns: Latest,
    on_end: Callback<()>,
}

impl TestAll {
    /// Nothing asked for yet. `on_end` is called at the end of each round, when statuses may have changed.
    pub fn new(store: Store, on_end: Callback<()>) -> Self {
        Self {
            store,
            stage: RwSignal::new(Stage::Idle),
            filter: StoredValue::default(),
            turns: Latest::default(),
            on_end,
        }
    }

    /// Whether something is under way.
    pub fn is_busy(self) -> bool {
        self.stage.with(|stage| match stage {
            Stage::Collecting => true,
            Stage::Testing(round) => !round.has_ended(),
            Stage::Idle | Stage::NotCollected(_) => false,
        })
    }

    /// Tests every connection that the filter lets through.
    pub fn start(self, filter: ListFilter) {
        self.filter.set_value(filter);
        self.again();
    }

    /// Tests once more what was tested last, whatever the list is filtered by meanwhile.
    pub fn again(self) {
        let filter = self.filter.get_value();
        let turn = self.turns.begin();
        self.stage.set(Stage::Collecting);
        spawn_local(async move {
            let read = read_all(self.store, filter, turn.cancel.clone()).await;
            if !self.turns.is_current(&turn) {
                return;
            }
            match read {
                Ok(connections) => self.begin_round(&connections, &turn),
                Err(failure) => self.stage.set(Stage::NotCollected(failure)),
            }
        });
    }

    /// Goes on after a wait.
    pub fn go_on(self) {
        self.change(Round::go_on);
        if let Some(turn) = self.turns.last() {
            self.test_next(&turn);
        }
    }

    /// Stops: what is under way is given up, and what has been tested stays.
    pub fn stop(self) {
        self.turns.end();
        if self
            .stage
            .with_untracked(|stage| matches!(stage, Stage::Collecting))
        {
            self.stage.set(Stage::Idle);
            return;
        }
        self.change(Round::stop);
        self.end();
    }

    /// Forgets the last round.
    pub fn forget(self) {
        self.turns.end();
        self.stage.set(Stage::Idle);
    }

    fn begin_round(self, connections: &[Connection], turn: &Turn) {
        let round = Round::new(connections);
        let is_over = round.has_ended();
        self.stage.set(Stage::Testing(round));
        if !is_over {
            self.test_next(turn);
        }
    }

    fn test_next(self, turn: &Turn) {
        while let Some(target) = self.change(Round::next_target).flatten() {
            let turn = turn.clone();
            spawn_local(async move { self.test(target, &turn).await });
        }
    }

    async fn test(self, target: Target, turn: &Turn) {
        let client = self.store.client();
        let report = connections::test(&client, &target.id, None, &turn.cancel).await;
        // Rows that are on the page show at once what came of it; the others are read when they come into view.
        if report.as_ref().is_ok_and(was_answered) && self.store.known(&target.id).is_some() {
            let newest = connections::get(&client, &target.id, &turn.cancel).await;
            if let Ok(newest) = &newest {
                self.store.accept(newest);
            }
        }
        if !self.turns.is_current(turn) {
            return;
        }
        self.change(|round| take_in(round, target, report));
        let has_ended = |stage: &Stage| matches!(stage, Stage::Testing(round) if round.has_ended());
        if self.stage.with_untracked(has_ended) {
            // What else is under way comes too late.
            self.turns.end();
            self.end();
        } else {
            self.test_next(turn);
        }
    }

    /// Statuses, figures and which rows a filter shows may all have changed.
    fn end(self) {
        self.store.catch_up();
        self.on_end.run(());
    }

    fn change<R>(self, change: impl FnOnce(&mut Round) -> R) -> Option<R> {
        let changed = self.stage.try_update(|stage| match stage {
            Stage::Testing(round) => Some(change(round)),
            Stage::Idle | Stage::Collecting | Stage::NotCollected(_) => None,
        });
        changed.flatten()
    }
}

/// Whether the connection remembers what came of the test.
fn was_answered(report: &TestReport) -> bool {
    report.outcome != Outcome::RateLimited
}

fn take_in(round: &mut Round, target: Target, report: Result<TestReport, Failure>) {
    let verdict = match report {
        Ok(report) => match report.outcome {
            Outcome::Accepted => Verdict::Accepted,
            Outcome::Rejected => Verdict::Rejected,
            Outcome::Unreachable => Verdict::Unreachable,
            Outcome::RateLimited => return round.put_off(target, report.retry_after_seconds),
        },
        Err(failure) => match verdict_of(&failure) {
            Some(verdict) => verdict,
            None => return round.break_off(failure),
        },
    };
    round.judged(target, verdict);
}
