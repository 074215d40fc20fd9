//! Since when a connection has the status that it has.

use rusqlite::{Transaction, named_params};

use super::StoreError;
use super::connections::{WHERE_ID, execute, row_id};
use crate::model::{ConnectionId, now};

/// Notes a new status. Called after every change of anything that it depends on.
pub(super) fn note(tx: &Transaction<'_>, id: ConnectionId) -> Result<(), StoreError> {
    const STATUS: &str = "(SELECT status FROM shown_connection WHERE shown_connection.id = connection.id)";
    execute(
        tx,
        &format!(
            "UPDATE connection SET status_since = :now, known_status = {STATUS}
             WHERE {WHERE_ID} AND known_status IS NOT {STATUS}"
        ),
        named_params! { ":id": row_id(id), ":now": now() },
    )
}
