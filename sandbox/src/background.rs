//! The plugin's own check of all stored keys: the job `CONNECTIONS_SYNC`. It runs when it is asked to, and every so often if
//! that is wanted.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinHandle;
use tokio::time::sleep;

use crate::app::App;
use crate::log;
use crate::model::{ApiKey, JobId, JobOutcome, JobRun, now};
use crate::store::{StoreError, connections, jobs, key_use};
use crate::test_io::{Client, Verdict};

/// Checks all stored keys every so often, until the task is aborted.
pub fn start(app: App, every: Duration) -> JoinHandle<()> {
    let log = app.log.clone();
    tokio::spawn(log.telling(async move {
        loop {
            if let Err(error) = plan(&app, every).await {
                log::not_checked(&error);
            }
            sleep(every).await;
            if let Err(error) = check_all(&app).await {
                log::not_checked(&error);
            }
        }
    }))
}

async fn plan(app: &App, every: Duration) -> Result<(), StoreError> {
    let next = SignedDuration::try_from(every)
        .and_then(|every| Timestamp::now().checked_add(every))
        .ok();
    app.store
        .transact(move |tx| jobs::plan(tx, JobId::ConnectionsSync, next))
        .await
}

/// How many keys there were.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Count {
    accepted: usize,
    not_accepted: usize,
}

/// Runs the job: asks Test IO about every stored key, each once, and keeps what comes of it with all connections that hold
/// it, as a test does. Nobody has changed them, so that `updatedAt` and `updatedBy` stay. A run waits for the one before.
///
/// # Errors
/// The database's own error.
pub async fn check_all(app: &App) -> Result<(), StoreError> {
    let _turn = app.checking.lock().await;
    let started_at = Timestamp::now();
    app.store
        .transact(move |tx| jobs::begin(tx, JobId::ConnectionsSync, started_at))
        .await?;
    let checked = ask_about_each(app).await;
    let (outcome, message) = match &checked {
        Ok(count) => count.told(),
        Err(error) => (JobOutcome::Failed, error.to_string()),
    };
    let run = JobRun {
        started_at,
        duration_ms: Timestamp::now().as_millisecond() - started_at.as_millisecond(),
        outcome,
        message,
    };
    let job = app
        .store
        .transact(move |tx| {
            jobs::record(tx, JobId::ConnectionsSync, &run)?;
            jobs::get(tx, JobId::ConnectionsSync)
        })
        .await?;
    log::job_over(&job);
    checked.map(|_| ())
}

async fn ask_about_each(app: &App) -> Result<Count, StoreError> {
    let mut count = Count::default();
    for key in app.store.transact(key_use::keys).await? {
        match check(app, &app.test_io.client(), &key).await? {
            Verdict::Accepted(_) => count.accepted += 1,
            _ => count.not_accepted += 1,
        }
    }
    Ok(count)
}

impl Count {
    /// What the run came to, and in words: `4 keys accepted, 1 not`.
    fn told(self) -> (JobOutcome, String) {
        let keys = |count: usize| format!("{count} {}", if count == 1 { "key" } else { "keys" });
        match (self.accepted, self.not_accepted) {
            (0, 0) => (JobOutcome::Succeeded, "No key is stored".to_owned()),
            (accepted, 0) => (JobOutcome::Succeeded, format!("{} accepted", keys(accepted))),
            (accepted, not) => (
                JobOutcome::Failed,
                format!("{} accepted, {not} not", keys(accepted)),
            ),
        }
    }
}

/// Asks Test IO about one key, and keeps what comes of it in the same way.
///
/// # Errors
/// The database's own error.
pub async fn check(app: &App, client: &Client, key: &ApiKey) -> Result<Verdict, StoreError> {
    let verdict = client.verify(key).await;
    log::checked(&verdict);
    let at = now();
    let Some((outcome, products)) = verdict.clone().outcome() else {
        return Ok(verdict);
    };
    let key = key.clone();
    app.store
        .transact(move |tx| {
            for holder in key_use::holders_of(tx, &key)? {
                connections::record_check(tx, holder, outcome, &at, products.as_ref(), None)?;
            }
            Ok::<_, StoreError>(())
        })
        .await?;
    Ok(verdict)
}
