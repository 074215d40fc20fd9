//! Which connections hold the same key.

use rusqlite::Transaction;

use super::StoreError;
use super::connections::stored_key;
use crate::model::{ApiKey, ConnectionId};

/// The connections that hold the key of this one, which is among them; none if it has no key. Global is the first.
///
/// # Errors
/// The database's own error.
pub fn holders(tx: &Transaction<'_>, id: ConnectionId) -> Result<Vec<ConnectionId>, StoreError> {
    match stored_key(tx, id)? {
        Some(key) => holders_of(tx, &key),
        None => Ok(Vec::new()),
    }
}

/// The connections that hold a key, in the order of the list. Global is the first. The first of them stands for the
/// account of the key.
///
/// # Errors
/// The database's own error.
pub fn holders_of(tx: &Transaction<'_>, key: &ApiKey) -> Result<Vec<ConnectionId>, StoreError> {
    tx.prepare_cached(
        "SELECT connection.id, connection.project_id IS NULL
         FROM connection LEFT JOIN project ON project.id = connection.project_id
         WHERE connection.api_key = ?
         ORDER BY connection.project_id IS NOT NULL, project.name_sort, connection.id",
    )?
    .query_map([key.expose()], |row| {
        Ok(match row.get(1)? {
            true => ConnectionId::Global,
            false => ConnectionId::Own(row.get(0)?),
        })
    })?
    .collect::<Result<_, _>>()
    .map_err(StoreError::from)
}

/// All stored keys, each once. They are for Test IO alone.
///
/// # Errors
/// The database's own error.
pub fn keys(tx: &Transaction<'_>) -> Result<Vec<ApiKey>, StoreError> {
    tx.prepare_cached("SELECT api_key FROM key_use ORDER BY api_key")?
        .query_map([], |row| row.get::<_, String>(0).map(ApiKey::trusted))?
        .collect::<Result<_, _>>()
        .map_err(StoreError::from)
}
