//! The check of all stored keys that a plugin could make by itself, now and then. Off unless it is asked for.

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;
use crate::model::{ApiKey, now};
use crate::store::{StoreError, connections, key_use};
use crate::test_io::{Client, Verdict};

/// Checks all stored keys every so often, until the task is aborted.
pub fn start(app: App, every: Duration) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut ticks = interval(every);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        // The first one comes at once.
        ticks.tick().await;
        loop {
            ticks.tick().await;
            if let Err(error) = check_all(&app).await {
                eprintln!("sandbox: checking the stored keys: {error}");
            }
        }
    })
}

/// Asks Test IO about every stored key, each once, and keeps what comes of it with all connections that hold it, as a
/// test does. Nobody has changed them, so that `updatedAt` and `updatedBy` stay.
///
/// # Errors
/// The database's own error.
pub async fn check_all(app: &App) -> Result<(), StoreError> {
    for key in app.store.transact(key_use::keys).await? {
        check(app, &app.test_io.client(), &key).await?;
    }
    Ok(())
}

/// Asks Test IO about one key, and keeps what comes of it in the same way.
///
/// # Errors
/// The database's own error.
pub async fn check(app: &App, client: &Client, key: &ApiKey) -> Result<Verdict, StoreError> {
    let verdict = client.verify(key).await;
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
