//! A round of tests over many connections: a few at a time, and none while Test IO asks to wait.

use super::{
    connection::Connection,
    failure::{Failure, RetryAfter},
    ids::{ConnectionId, ProjectKey},
    retry_after,
};

/// How many connections are tested at the same time.
pub const AT_ONCE: usize = 3;

/// How long Test IO takes for an answer, in seconds: mostly less.
const SECONDS_EACH: usize = 1;

/// How many minutes so many tests take if Test IO never asks to wait; at least one.
pub fn minutes(tests: usize) -> u32 {
    let seconds = tests.div_ceil(AT_ONCE) * SECONDS_EACH;
    u32::try_from(seconds.div_ceil(60).max(1)).unwrap_or(u32::MAX)
}

/// A connection of the round, as the results name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its id.
    pub id: ConnectionId,
    /// Name and key of its project; `None` for the Global (default) connection.
    pub project: Option<(String, ProjectKey)>,
}

impl Target {
    fn of(connection: &Connection) -> Self {
        Self {
            id: connection.id.clone(),
            project: connection
                .project()
                .map(|project| (project.name.clone(), project.key.clone())),
        }
    }
}

/// What came of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Test IO refuses its key.
    Rejected,
    /// Test IO did not answer.
    Unreachable,
    /// Jira did not do it.
    Failed,
    /// It has no key to be tested.
    NoKey,
    /// Its key works.
    Accepted,
}

impl Verdict {
    /// Every verdict, in the order in which results are shown: what has to be done comes first.
    pub const ALL: [Verdict; 5] = [
        Verdict::Rejected,
        Verdict::Unreachable,
        Verdict::Failed,
        Verdict::NoKey,
        Verdict::Accepted,
    ];
}

/// Where a round stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Connections are being tested.
    Running,
    /// Test IO asks to wait so many seconds; what is under way comes to its end.
    Waiting(u32),
    /// Every connection has its verdict.
    Complete,
    /// The person has stopped it.
    Stopped,
    /// It makes no sense to go on.
    BrokenOff(Failure),
}

/// A round of tests.
#[derive(Clone, Debug)]
pub struct Round {
    phase: Phase,
    /// Still to be tested, the next one last.
    queue: Vec<Target>,
    under_way: usize,
    /// How often it has waited since Test IO last answered: a wait of unknown length grows.
    waits: u32,
    to_test: usize,
    tested: usize,
    results: Vec<(Target, Verdict)>,
}

impl Round {
    /// A round over these connections, in their order. Those without a key have their verdict already.
    pub fn new(connections: &[Connection]) -> Self {
        let (with_key, without): (Vec<_>, Vec<_>) = connections
            .iter()
            .partition(|connection| connection.key.is_some());
        let queue: Vec<_> = with_key.into_iter().rev().map(Target::of).collect();
        let no_key = |connection| (Target::of(connection), Verdict::NoKey);
        let mut round = Self {
            phase: Phase::Running,
            under_way: 0,
            waits: 0,
            to_test: queue.len(),
            tested: 0,
            queue,
            results: without.into_iter().map(no_key).collect(),
        };
        round.settle();
        round
    }

    /// Where it stands.
    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    /// Whether nothing more will come.
    pub fn has_ended(&self) -> bool {
        !matches!(self.phase, Phase::Running | Phase::Waiting(_))
    }

    /// How many connections are to be tested.
    pub fn to_test(&self) -> usize {
        self.to_test
    }

    /// How many of them have their verdict.
    pub fn tested(&self) -> usize {
        self.tested
    }

    /// How many have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.of(verdict).count()
    }

    /// The connections with a verdict, in the order in which they got it.
    pub fn of(&self, verdict: Verdict) -> impl Iterator<Item = &Target> {
        self.results
            .iter()
            .filter(move |(_, other)| *other == verdict)
            .map(|(target, _)| target)
    }

    /// The next connection to be tested now, if there is one and not enough are under way.
    pub fn next_target(&mut self) -> Option<Target> {
        if self.phase != Phase::Running || self.under_way >= AT_ONCE {
            return None;
        }
        let next = self.queue.pop()?;
        self.under_way += 1;
        Some(next)
    }

    /// Takes a verdict in.
    pub fn judged(&mut self, target: Target, verdict: Verdict) {
        self.under_way -= 1;
        self.tested += 1;
        self.waits = 0;
        self.results.push((target, verdict));
        self.settle();
    }

    /// Test IO asks to wait before this connection, or any other, is tested again.
    pub fn put_off(&mut self, target: Target, wait: RetryAfter) {
        self.under_way -= 1;
        self.queue.push(target);
        let wait = retry_after::wait(wait, self.waits);
        self.phase = match &self.phase {
            Phase::Running => {
                self.waits += 1;
                Phase::Waiting(wait)
            }
            Phase::Waiting(other) => Phase::Waiting(wait.max(*other)),
            ended => ended.clone(),
        };
    }

    /// The wait is over.
    pub fn go_on(&mut self) {
        if let Phase::Waiting(_) = self.phase {
            self.phase = Phase::Running;
            self.settle();
        }
    }

    /// The person wants no more of it.
    pub fn stop(&mut self) {
        if !self.has_ended() {
            self.phase = Phase::Stopped;
        }
    }

    /// A test failed for a reason that concerns all others as well.
    pub fn break_off(&mut self, failure: Failure) {
        if !self.has_ended() {
            self.phase = Phase::BrokenOff(failure);
        }
    }

    fn settle(&mut self) {
        if self.phase == Phase::Running && self.queue.is_empty() && self.under_way == 0 {
            self.phase = Phase::Complete;
        }
    }
}

/// What a failed test means for its round: a verdict on this connection, or none because no other can be tested either.
pub fn verdict_of(failure: &Failure) -> Option<Verdict> {
    match failure {
        Failure::KeyMissing => Some(Verdict::NoKey),
        Failure::LoggedOut
        | Failure::AdminConfirmation
        | Failure::CrossSite
        | Failure::Forbidden
        | Failure::RateLimited(_)
        | Failure::SomebodyElse(_)
        | Failure::NotSent
        | Failure::Offline
        | Failure::GivenUp => None,
        _ => Some(Verdict::Failed),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
