//! Forgetting all that the plugin has stored.

use rusqlite::Transaction;

use super::{StoreError, check_report, connections, jobs};

/// Deletes the connections of all projects and every key, and all that is known of jobs, and the last report of the checks;
/// Global is as at first, but for its version. Gives how many project connections there were.
///
/// # Errors
/// The database's own error.
pub fn forget_all(tx: &Transaction<'_>) -> Result<usize, StoreError> {
    let connections = tx.execute("DELETE FROM connection WHERE project_id IS NOT NULL", [])?;
    connections::empty_global(tx)?;
    jobs::forget(tx)?;
    check_report::forget(tx)?;
    Ok(connections)
}
