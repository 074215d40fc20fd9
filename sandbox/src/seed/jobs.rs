//! Jobs as they are after some weeks: one works, one has been failing since yesterday, one has never run. The check of the
//! stored keys is real, so it begins without any.

use jiff::{SignedDuration, Timestamp};
use rusqlite::Transaction;

use crate::model::{JobId, JobOutcome, JobRun};
use crate::store::StoreError;
use crate::store::jobs::{plan, pretended, record};

/// How many runs each job has had. The first ones are forgotten again, but what they came to began then.
const RUNS: i32 = 12;

/// Makes the runs before `now`, and plans the next ones.
pub(super) fn fill(tx: &Transaction<'_>, now: Timestamp) -> Result<(), StoreError> {
    history(
        tx,
        JobId::IssuesSync,
        now - SignedDuration::from_mins(2),
        |age, run| {
            if age % 4 == 1 {
                run.message = "3 bugs brought to Jira".to_owned();
                run.duration_ms = 4_870;
            }
        },
    )?;
    history(
        tx,
        JobId::ConfigurationValidation,
        now - SignedDuration::from_hours(2),
        // The fifth run before now was 26 hours ago.
        |age, run| {
            if age > 4 {
                run.outcome = JobOutcome::Succeeded;
                run.message = "2 configurations are valid".to_owned();
            }
        },
    )?;
    plan(
        tx,
        JobId::CommentsSync,
        JobId::CommentsSync.period().map(|period| now + period),
    )
}

/// Makes the runs of one job up to `last`. `adjust` is given how many runs there have been since, and the usual run.
fn history(
    tx: &Transaction<'_>,
    id: JobId,
    last: Timestamp,
    adjust: impl Fn(i32, &mut JobRun),
) -> Result<(), StoreError> {
    let Some(period) = id.period() else {
        return Ok(());
    };
    for age in (0..RUNS).rev() {
        let mut run = pretended(id, last - period * age);
        adjust(age, &mut run);
        record(tx, id, &run)?;
    }
    plan(tx, id, Some(last + period))
}
