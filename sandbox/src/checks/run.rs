//! One run: all steps, one after the other.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::sync::watch;
use tokio::time::timeout;

use super::connect::Wire;
use super::failure::{Cause, Failure};
use super::report::{CheckedStep, Done, Found, Keys, Report, Skipped, Step, Tried};
use super::{api, connect, database, keys, name, tls};
use crate::app::App;
use crate::model::now;
use crate::store::check_report;
use crate::test_io::Client;

/// The report of a run that begins now.
pub(super) fn begin() -> Report {
    Report {
        started_at: Some(now()),
        running: Some(Step::ALL[0]),
        ..Report::never_run()
    }
}

/// What one step leaves for the next, and the one way that all of them take.
struct Walk {
    app: App,
    client: Client,
    addresses: Vec<SocketAddr>,
    wire: Option<Box<dyn Wire>>,
    keys: Keys,
}

/// Takes all steps, tells of each, and keeps the report.
pub(super) async fn all(app: App, progress: watch::Sender<Report>) {
    let mut walk = Walk {
        client: app.test_io.client(),
        app: app.clone(),
        addresses: Vec::new(),
        wire: None,
        keys: Keys::default(),
    };
    for step in Step::ALL {
        progress.send_modify(|report| report.running = Some(step));
        let done = if progress.borrow().stands_in_the_way(step) {
            CheckedStep::skipped(step, Skipped::EarlierStepFailed)
        } else {
            walk.take(step).await
        };
        progress.send_modify(|report| {
            report.steps.push(done);
            report.keys = walk.keys.clone();
        });
    }
    let mut report = progress.borrow().clone();
    report.running = None;
    report.checked_at = Some(now());
    let kept = report.clone();
    // Who runs the checks hears of a database that fails from the report that can't be kept.
    if let Err(error) = app.store.transact(move |tx| check_report::keep(tx, &kept)).await {
        eprintln!("sandbox: keeping the report of the checks: {error}");
    }
    progress.send_replace(report);
}

impl Walk {
    async fn take(&mut self, step: Step) -> CheckedStep {
        let tried = self.tried(step);
        let started = Instant::now();
        let result = match step {
            // It keeps the time itself.
            Step::Keys => self.attempt(step).await,
            _ => within(step.limit(), self.attempt(step)).await,
        };
        CheckedStep::taken(step, tried, started.elapsed(), result)
    }

    fn tried(&self, step: Step) -> Tried {
        let route = self.client.route();
        match step {
            Step::Database => Tried::default(),
            Step::Name => name::tried(route),
            Step::Connect | Step::Tls => connect::tried(route),
            Step::Api | Step::Keys => api::tried(route),
        }
    }

    async fn attempt(&mut self, step: Step) -> Result<Done, Failure> {
        match step {
            Step::Database => database::check(&self.app).await.map(Done::Passed),
            Step::Name => {
                let (found, addresses) = name::check(self.client.route()).await?;
                self.addresses = addresses;
                Ok(Done::Passed(found))
            }
            Step::Connect => {
                self.wire = Some(connect::check(&self.client, &self.addresses).await?);
                Ok(Done::Passed(Found::default()))
            }
            Step::Tls => match self.wire.take() {
                Some(wire) => tls::check(self.client.route(), wire).await,
                None => Ok(Done::Skipped(Skipped::EarlierStepFailed)),
            },
            Step::Api => api::check(&self.client).await.map(Done::Passed),
            Step::Keys => keys::check(&self.app, &mut self.keys).await,
        }
    }
}

/// What is not there in time has failed.
async fn within(
    limit: Duration,
    attempt: impl Future<Output = Result<Done, Failure>>,
) -> Result<Done, Failure> {
    timeout(limit, attempt)
        .await
        .unwrap_or_else(|_| Err(Failure::bare(Cause::TimedOut)))
}
