//! The report of the last run of the checks.

use rusqlite::{OptionalExtension, Transaction};
use serde::Serialize;
use serde_json::Value;

use super::StoreError;

/// Keeps a report in the place of the one before.
///
/// # Errors
/// The database's own error.
pub fn keep(tx: &Transaction<'_>, report: &impl Serialize) -> Result<(), StoreError> {
    tx.execute(
        "INSERT OR REPLACE INTO check_report (id, report) VALUES (1, ?)",
        [serde_json::to_string(report)?],
    )?;
    Ok(())
}

/// The report as it was kept; none before the first run.
///
/// # Errors
/// The database's own error.
pub fn last(tx: &Transaction<'_>) -> Result<Option<Value>, StoreError> {
    let text: Option<String> = tx
        .query_row("SELECT report FROM check_report", [], |row| row.get(0))
        .optional()?;
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// Forgets it.
///
/// # Errors
/// The database's own error.
pub fn forget(tx: &Transaction<'_>) -> Result<(), StoreError> {
    tx.execute("DELETE FROM check_report", [])?;
    Ok(())
}
