//! The tables, in the one place where they are written down.

use rusqlite::Connection;

use super::{Found, StoreError};

/// One script per version, in order. A script is never changed once it has been released; a change is a new one.
const MIGRATIONS: [&str; 1] = [include_str!("schema_1.sql")];

/// Brings the database to the newest version.
pub(super) fn migrate(connection: &mut Connection) -> Result<Found, StoreError> {
    let transaction = connection.transaction()?;
    let version: usize = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (index, script) in MIGRATIONS.iter().enumerate().skip(version) {
        transaction.execute_batch(script)?;
        transaction.pragma_update(None, "user_version", index + 1)?;
    }
    transaction.commit()?;
    Ok(if version == 0 { Found::New } else { Found::Existing })
}
