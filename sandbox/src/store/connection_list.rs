//! The list of project connections.

use rusqlite::{OptionalExtension, ToSql, Transaction, params_from_iter};

use super::StoreError;
use super::connections;
use super::listing::{Listed, Window};
use super::search::{Filter, Words};
use super::shown::read;
use super::text::fold;
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
    /// Those that hold the key of this connection.
    pub key_of: Option<ConnectionId>,
}

/// Which page of a list is wanted.
#[derive(Debug, Clone, Default)]
pub struct Sought {
    /// The page that has this connection.
    pub containing: Option<ConnectionId>,
    /// The page that has the first connection whose project's name begins so; beside the other, the first one behind that,
    /// and after the last one the first.
    pub starting_with: Option<String>,
}

/// The project connections, by project name and then by id. If something is sought, the page that has it, or the first
/// page if none has.
///
/// # Errors
/// The database's own error.
pub fn list(
    tx: &Transaction<'_>,
    wanted: &ConnectionFilter,
    mut window: Window,
    sought: &Sought,
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
    if let Some(id) = wanted.key_of {
        let key = connections::stored_key(tx, id)?.map(|key| key.expose().to_owned());
        filter.and(
            "id IN (SELECT id FROM connection WHERE api_key = ?)",
            [Box::new(key) as Box<dyn ToSql>],
        );
    }
    let (condition, mut values) = filter.finish();
    let total = tx
        .prepare_cached(&format!(
            "SELECT count(*) FROM shown_connection WHERE {condition}"
        ))?
        .query_row(params_from_iter(&values), |row| row.get(0))?;
    let listed = Listing {
        tx,
        condition: &condition,
        values: &values,
    };
    if let Some(before) = listed.rows_before_sought(sought)? {
        window.start_at = before - before % window.max_results;
    }
    values.push(Box::new(window.max_results));
    values.push(Box::new(window.start_at));
    // The page is cut out first, so that only its rows are looked at closely.
    let values = tx
        .prepare_cached(&format!(
            "SELECT * FROM shown_connection WHERE id IN (
                SELECT id FROM shown_connection WHERE {condition} ORDER BY name_sort, id LIMIT ? OFFSET ?
             ) ORDER BY name_sort, id"
        ))?
        .query_map(params_from_iter(&values), read)?
        .collect::<Result<_, _>>()?;
    Ok((window, Listed { values, total }))
}

/// The rows that a condition leaves.
struct Listing<'a> {
    tx: &'a Transaction<'a>,
    condition: &'a str,
    values: &'a [Box<dyn ToSql>],
}

impl Listing<'_> {
    /// How many rows come before what is sought; `None` if nothing is. What is not in the list has none before it.
    fn rows_before_sought(&self, sought: &Sought) -> Result<Option<usize>, StoreError> {
        let at = match sought.containing {
            Some(ConnectionId::Own(row)) => Some(row),
            _ => None,
        };
        let row = match sought.starting_with.as_deref().map(fold) {
            Some(start) => match at.map_or(Ok(None), |at| self.first(&start, Some(at)))? {
                Some(behind) => Some(behind),
                None => self.first(&start, None)?,
            },
            None if sought.containing.is_none() => return Ok(None),
            None => at,
        };
        Ok(Some(match row {
            Some(row) => self.rows_before(row)?,
            None => 0,
        }))
    }

    /// The first row whose name begins so, of those behind a row if one is given.
    fn first(&self, start: &str, behind: Option<i64>) -> Result<Option<i64>, StoreError> {
        let statement = format!(
            "SELECT id FROM shown_connection WHERE {}
             AND substr(name_fold, 1, length(?)) = ?
             AND (? IS NULL OR (name_sort, id) > (SELECT name_sort, id FROM shown_connection WHERE id = ?))
             ORDER BY name_sort, id LIMIT 1",
            self.condition
        );
        let more: [&dyn ToSql; 4] = [&start, &start, &behind, &behind];
        Ok(self
            .tx
            .prepare_cached(&statement)?
            .query_row(params_from_iter(self.values().chain(more)), |row| row.get(0))
            .optional()?)
    }

    fn rows_before(&self, row: i64) -> Result<usize, StoreError> {
        let statement = format!(
            "WITH listed AS (SELECT id, name_sort FROM shown_connection WHERE {})
             SELECT (SELECT count(*) FROM listed AS other WHERE (other.name_sort, other.id) < (this.name_sort, this.id))
             FROM listed AS this WHERE this.id = ?",
            self.condition
        );
        let more: [&dyn ToSql; 1] = [&row];
        Ok(self
            .tx
            .prepare_cached(&statement)?
            .query_row(params_from_iter(self.values().chain(more)), |row| row.get(0))
            .optional()?
            .unwrap_or_default())
    }

    fn values(&self) -> impl Iterator<Item = &dyn ToSql> {
        self.values.iter().map(AsRef::as_ref)
    }
}
