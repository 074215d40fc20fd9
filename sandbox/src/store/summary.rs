//! The counts above the list.

use rusqlite::Transaction;
use serde::Serialize;

use super::StoreError;
use crate::model::Status;

/// An account label and how many project connections have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountUse {
    /// The label.
    pub label: String,
    /// The number of connections.
    pub connections: usize,
}

/// How many active projects use which connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ProjectUse {
    /// All active projects.
    pub total: usize,
    /// Those with a connection of their own.
    pub own: usize,
    /// Those that use Global.
    pub global: usize,
    /// Those that use none.
    pub none: usize,
}

/// The number of project connections of each status that occurs.
///
/// # Errors
/// The database's own error.
pub fn by_status(tx: &Transaction<'_>) -> Result<Vec<(Status, usize)>, StoreError> {
    tx.prepare_cached(
        "SELECT status, count(*) FROM shown_connection WHERE project_id IS NOT NULL GROUP BY status",
    )?
    .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect::<Result<_, _>>()
    .map_err(StoreError::from)
}

/// The account labels of project connections, by label without regard to case.
///
/// # Errors
/// The database's own error.
pub fn accounts(tx: &Transaction<'_>) -> Result<Vec<AccountUse>, StoreError> {
    let mut accounts: Vec<AccountUse> = tx
        .prepare_cached(
            "SELECT account_label, count(*) FROM connection
             WHERE account_label IS NOT NULL AND project_id IS NOT NULL GROUP BY account_label",
        )?
        .query_map([], |row| {
            Ok(AccountUse {
                label: row.get(0)?,
                connections: row.get(1)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    accounts.sort_by_cached_key(|account| (account.label.to_lowercase(), account.label.clone()));
    Ok(accounts)
}

/// Which connection the active projects use.
///
/// # Errors
/// The database's own error.
pub fn project_use(tx: &Transaction<'_>) -> Result<ProjectUse, StoreError> {
    let (total, own) = tx
        .prepare_cached(
            "SELECT count(*), count(connection.id) FROM project
             LEFT JOIN connection ON connection.project_id = project.id WHERE project.state = 'active'",
        )?
        .query_row([], |row| Ok((row.get::<_, usize>(0)?, row.get::<_, usize>(1)?)))?;
    let rest = total - own;
    let (global, none) = if global_is_active(tx)? {
        (rest, 0)
    } else {
        (0, rest)
    };
    Ok(ProjectUse {
        total,
        own,
        global,
        none,
    })
}

/// Whether Global is there to be used by projects without a connection of their own.
///
/// # Errors
/// The database's own error.
pub fn global_is_active(tx: &Transaction<'_>) -> Result<bool, StoreError> {
    tx.prepare_cached("SELECT active AND api_key IS NOT NULL FROM connection WHERE project_id IS NULL")?
        .query_row([], |row| row.get(0))
        .map_err(StoreError::from)
}
