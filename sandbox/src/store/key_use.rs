//! Which connections hold the same key.

use rusqlite::Transaction;

use super::StoreError;
use super::connections::stored_key;
use crate::model::ConnectionId;

/// The connections that hold the key of this one, which is among them; none if it has no key. Global is the first.
///
/// # Errors
/// The database's own error.
pub fn holders(tx: &Transaction<'_>, id: ConnectionId) -> Result<Vec<ConnectionId>, StoreError> {
    let Some(key) = stored_key(tx, id)? else {
        return Ok(Vec::new());
    };
    tx.prepare_cached(
        "SELECT id, project_id IS NULL FROM connection WHERE api_key = ? ORDER BY project_id IS NOT NULL, id",
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
