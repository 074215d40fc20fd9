//! `KEYS`: asks Test IO about every stored key.

use std::cmp::Reverse;

use futures_util::stream::{self, StreamExt};
use tokio::time::{Instant, timeout_at};

use super::failure::{Cause, Failure};
use super::report::{Done, FailedKey, Found, KeyStatus, Keys, Skipped, Step};
use crate::app::App;
use crate::background;
use crate::model::ApiKey;
use crate::store::{StoreError, connections, key_use};
use crate::test_io::Verdict;

/// How many keys are asked about at once.
const AT_ONCE: usize = 8;

/// What became of the keys, and of the step. It keeps the time itself, because what is known when that is up counts.
pub(super) async fn check(app: &App, keys: &mut Keys) -> Result<Done, Failure> {
    let until = Instant::now() + Step::Keys.limit();
    let stored = app.store.transact(key_use::keys).await?;
    if stored.is_empty() {
        return Ok(Done::Skipped(Skipped::NothingStored));
    }
    let client = app.test_io.client();
    let asked: Vec<_> = stream::iter(stored)
        .map(async |key| {
            let verdict = timeout_at(until, background::check(app, &client, &key)).await;
            (key, verdict)
        })
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;
    let mut in_time = true;
    for (key, verdict) in asked {
        let status = match verdict {
            Ok(verdict) => match verdict? {
                Verdict::Accepted(_) => {
                    keys.accepted += 1;
                    continue;
                }
                Verdict::Rejected => KeyStatus::KeyRejected,
                Verdict::Unreachable => KeyStatus::Unreachable,
                Verdict::RateLimited { .. } => KeyStatus::RateLimited,
            },
            Err(_) => {
                in_time = false;
                KeyStatus::Unreachable
            }
        };
        keys.failed.extend(describe(app, key, status).await?);
    }
    keys.failed
        .sort_by_key(|failed| (Reverse(failed.connections), failed.connection_id.to_string()));
    if !in_time {
        Err(Failure::bare(Cause::TimedOut))
    } else if keys.failed.is_empty() {
        Ok(Done::Passed(Found::default()))
    } else {
        Err(Failure::bare(Cause::KeysNotAccepted))
    }
}

/// Whose a key is; `None` if nobody has it any more.
async fn describe(app: &App, key: ApiKey, status: KeyStatus) -> Result<Option<FailedKey>, StoreError> {
    app.store
        .transact(move |tx| {
            let holders = key_use::holders_of(tx, &key)?;
            let first = match holders.first() {
                Some(&first) => connections::get(tx, first)?,
                None => None,
            };
            Ok(first.map(|first| FailedKey {
                connection_id: first.id,
                project: first.project,
                account_label: first.account_label,
                connections: holders.len(),
                status,
            }))
        })
        .await
}
