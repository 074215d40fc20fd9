//! The list of project connections.

use rusqlite::{ToSql, Transaction, params_from_iter};

use super::StoreError;
use super::connections::read;
use super::listing::{Listed, Window};
use super::search::{Filter, Words};
use crate::model::{Connection, Status};

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

/// The project connections, by project name and then by id.
///
/// # Errors
/// The database's own error.
pub fn list(
    tx: &Transaction<'_>,
    wanted: &ConnectionFilter,
    window: Window,
) -> Result<Listed<Connection>, StoreError> {
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
    values.push(Box::new(window.max_results));
    values.push(Box::new(window.start_at));
    let values = tx
        .prepare_cached(&format!(
            "SELECT * FROM shown_connection WHERE {condition} ORDER BY name_fold, id LIMIT ? OFFSET ?"
        ))?
        .query_map(params_from_iter(&values), read)?
        .collect::<Result<_, _>>()?;
    Ok(Listed { values, total })
}
