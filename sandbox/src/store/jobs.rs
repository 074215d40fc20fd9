//! The jobs: how they stand, their last runs, and when they run next.

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Row, Transaction, named_params, params};

use super::StoreError;
use super::connections::execute;
use crate::model::{Job, JobId, JobOutcome, JobRun, JobStatus};

/// How many runs are kept of each job, which is as many as the contract shows.
const KEPT: usize = 10;

/// All jobs, in the order in which they are shown.
///
/// # Errors
/// The database's own error.
pub fn list(tx: &Transaction<'_>) -> Result<Vec<Job>, StoreError> {
    JobId::ALL.into_iter().map(|id| get(tx, id)).collect()
}

/// One job.
///
/// # Errors
/// The database's own error.
pub fn get(tx: &Transaction<'_>, id: JobId) -> Result<Job, StoreError> {
    let runs = runs(tx, id)?;
    let job = tx
        .prepare_cached(
            "SELECT notify, running_since, outcome, outcome_since, next_run_at FROM job WHERE id = ?",
        )?
        .query_row([id], |row| {
            let running_since = time(row, 1)?;
            let outcome: Option<JobOutcome> = row.get(2)?;
            Ok(Job {
                id,
                name: id.name(),
                description: id.description(),
                status: match (running_since, outcome) {
                    (Some(_), _) => JobStatus::Running,
                    (None, None) => JobStatus::NeverRun,
                    (None, Some(JobOutcome::Succeeded)) => JobStatus::Succeeded,
                    (None, Some(JobOutcome::Failed)) => JobStatus::Failed,
                },
                status_since: running_since.or(time(row, 3)?),
                last_run_at: runs.first().map(|run| run.started_at),
                next_run_at: time(row, 4)?,
                notify: row.get(0)?,
                runs,
            })
        })?;
    Ok(job)
}

/// The last runs that are over, newest first.
fn runs(tx: &Transaction<'_>, id: JobId) -> Result<Vec<JobRun>, StoreError> {
    tx.prepare_cached(
        "SELECT started_at, duration_ms, outcome, message FROM job_run WHERE job = ? ORDER BY id DESC",
    )?
    .query_map([id], |row| {
        Ok(JobRun {
            started_at: from_ms(row.get(0)?)?,
            duration_ms: row.get(1)?,
            outcome: row.get(2)?,
            message: row.get(3)?,
        })
    })?
    .collect::<Result<_, _>>()
    .map_err(StoreError::from)
}

fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    row.get::<_, Option<i64>>(column)?.map(from_ms).transpose()
}

fn from_ms(ms: i64) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(ms)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Integer, Box::new(error)))
}

/// Sets whether administrators are notified when it fails.
///
/// # Errors
/// The database's own error.
pub fn set_notify(tx: &Transaction<'_>, id: JobId, notify: bool) -> Result<(), StoreError> {
    execute(tx, "UPDATE job SET notify = ? WHERE id = ?", params![notify, id])
}

/// Sets when it runs next; `None` if that is not planned.
///
/// # Errors
/// The database's own error.
pub fn plan(tx: &Transaction<'_>, id: JobId, at: Option<Timestamp>) -> Result<(), StoreError> {
    execute(
        tx,
        "UPDATE job SET next_run_at = ? WHERE id = ?",
        params![at.map(Timestamp::as_millisecond), id],
    )
}

/// Notes that it runs.
///
/// # Errors
/// The database's own error.
pub fn begin(tx: &Transaction<'_>, id: JobId, at: Timestamp) -> Result<(), StoreError> {
    execute(
        tx,
        "UPDATE job SET running_since = ? WHERE id = ?",
        params![at.as_millisecond(), id],
    )
}

/// Notes a run that is over.
///
/// # Errors
/// The database's own error.
pub fn record(tx: &Transaction<'_>, id: JobId, run: &JobRun) -> Result<(), StoreError> {
    execute(
        tx,
        "INSERT INTO job_run (job, started_at, duration_ms, outcome, message) VALUES (?, ?, ?, ?, ?)",
        params![
            id,
            run.started_at.as_millisecond(),
            run.duration_ms,
            run.outcome,
            run.message
        ],
    )?;
    execute(
        tx,
        "DELETE FROM job_run WHERE job = :job AND id NOT IN
            (SELECT id FROM job_run WHERE job = :job ORDER BY id DESC LIMIT :kept)",
        named_params! { ":job": id, ":kept": KEPT },
    )?;
    execute(
        tx,
        "UPDATE job SET running_since = NULL, outcome = :outcome,
            outcome_since = CASE WHEN outcome IS :outcome THEN outcome_since ELSE :end END WHERE id = :job",
        named_params! { ":job": id, ":outcome": run.outcome, ":end": run.end().as_millisecond() },
    )
}

/// Notes the runs of the jobs that the sandbox only pretends to do, whose time has come, and plans their next ones.
///
/// # Errors
/// The database's own error.
pub fn catch_up(tx: &Transaction<'_>, now: Timestamp) -> Result<(), StoreError> {
    for job in list(tx)? {
        let Some(period) = job.id.period() else {
            continue;
        };
        let Some(mut next) = job.next_run_at else {
            plan(tx, job.id, Some(now.saturating_add(period).unwrap_or(now)))?;
            continue;
        };
        let mut due = Vec::new();
        while next <= now {
            due.push(next);
            next = next.saturating_add(period).unwrap_or(Timestamp::MAX);
        }
        if due.is_empty() || job.status == JobStatus::Running {
            continue;
        }
        for at in &due[due.len().saturating_sub(KEPT)..] {
            record(tx, job.id, &pretended(job.id, *at))?;
        }
        plan(tx, job.id, Some(next))?;
    }
    Ok(())
}

/// The run that a job which the sandbox does not really do would have had.
#[must_use]
pub fn pretended(id: JobId, started_at: Timestamp) -> JobRun {
    let (duration_ms, outcome, message) = match id {
        JobId::IssuesSync => (1_240, JobOutcome::Succeeded, "Nothing new at Test IO"),
        JobId::ConfigurationValidation => (
            310,
            JobOutcome::Failed,
            "SMOK: the field \"Environment\" (customfield_10101) does not exist any more",
        ),
        JobId::CommentsSync => (860, JobOutcome::Succeeded, "Nothing new on either side"),
        JobId::ConnectionsSync => (0, JobOutcome::Succeeded, "No key is stored"),
    };
    JobRun {
        started_at,
        duration_ms,
        outcome,
        message: message.to_owned(),
    }
}

/// After a start: what ran when the sandbox ended runs no more, and the check of the stored keys is not planned yet.
///
/// # Errors
/// The database's own error.
pub fn resume(tx: &Transaction<'_>) -> Result<(), StoreError> {
    execute(tx, "UPDATE job SET running_since = NULL", [])?;
    plan(tx, JobId::ConnectionsSync, None)
}

/// Forgets all runs and who is notified. What runs now still does, and what is planned stays so.
///
/// # Errors
/// The database's own error.
pub fn forget(tx: &Transaction<'_>) -> Result<(), StoreError> {
    execute(tx, "DELETE FROM job_run", [])?;
    execute(
        tx,
        "UPDATE job SET notify = FALSE, outcome = NULL, outcome_since = NULL",
        [],
    )
}
