//! The list of project connections.

use rusqlite::{OptionalExtension, ToSql, Transaction, params_from_iter};

use super::StoreError;
use super::connections::read;
use super::listing::{Listed, Window};
use super::search::{Filter, Words};
use crate::model::{Connection, ConnectionId, Status};

/// What to list. All that is given must apply.
#[derive(Debug, Clone)]
pub struct ConnectionFilter {
    /// Words in the project's name or key.
    pub words: Words,
    /// The status.
    pub status: Option<Status>,
    /// The exact account label.
    pub account: Option<String>,
}

/// The project connections, by project name and then by id. With `containing`, the page that has that connection, or the
/// first if none has.
///
/// # Errors
/// The database's own error.
pub fn list(
    tx: &Transaction<'_>,
    wanted: &ConnectionFilter,
    mut window: Window,
    containing: Option<ConnectionId>,
) -> Result<(Window, Listed<Connection>), StoreError> {
    let mut filter = Filter::default();
    filter.and("project_id IS NOT NULL", []);
    filter.and_words(&wanted.words);
    if let Some(status) = wanted.status {
        filter.and("status = ?", [Box::new(status.word()) as Box<dyn ToSql>]);
    }
    if let Some(account) = &wanted.account {
        filter.and("account_label = ?", [Box::new(account.clone()) as Box<dyn ToSql>]);
    }
    let (condition, mut values) = filter.finish();
    let total = tx
        .prepare_cached(&format!(
            "SELECT count(*) FROM shown_connection WHERE {condition}"
        ))?
        .query_row(params_from_iter(&values), |row| row.get(0))?;
    if let Some(id) = containing {
        let before = rows_before(tx, &condition, &values, id)?.unwrap_or_default();
        window.start_at = before - before % window.max_results;
    }
    values.push(Box::new(window.max_results));
    values.push(Box::new(window.start_at));
    let values = tx
        .prepare_cached(&format!(
            "SELECT * FROM shown_connection WHERE {condition} ORDER BY project_name COLLATE jira, id LIMIT ? OFFSET ?"
        ))?
        .query_map(params_from_iter(&values), read)?
        .collect::<Result<_, _>>()?;
    Ok((window, Listed { values, total }))
}

/// How many rows of a list come before a connection; `None` if it is not in the list.
fn rows_before(
    tx: &Transaction<'_>,
    condition: &str,
    values: &[Box<dyn ToSql>],
    id: ConnectionId,
) -> Result<Option<usize>, StoreError> {
    let ConnectionId::Own(row) = id else {
        return Ok(None);
    };
    let statement = format!(
        "WITH listed AS (SELECT id, project_name FROM shown_connection WHERE {condition})
         SELECT (SELECT count(*) FROM listed AS other
                 WHERE (other.project_name COLLATE jira, other.id) < (this.project_name, this.id))
         FROM listed AS this WHERE this.id = ?"
    );
    let row: Box<dyn ToSql> = Box::new(row);
    let before = tx
        .prepare_cached(&statement)?
        .query_row(params_from_iter(values.iter().chain([&row])), |row| row.get(0))
        .optional()?;
    Ok(before)
}
