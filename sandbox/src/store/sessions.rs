//! Who is logged in.

use rusqlite::{OptionalExtension, Transaction, params};

use super::StoreError;
use crate::model::{User, now};

/// Remembers that `user` has logged in.
///
/// # Errors
/// The database's own error.
pub fn insert(tx: &Transaction<'_>, session: &str, user: User) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO session (id, user_name, created_at) VALUES (?, ?, ?)",
        params![session, user.name.0, now()],
    )?;
    Ok(())
}

/// Whose session it is.
///
/// # Errors
/// The database's own error.
pub fn user(tx: &Transaction<'_>, session: &str) -> Result<Option<User>, StoreError> {
    let name: Option<String> = tx
        .prepare_cached("SELECT user_name FROM session WHERE id = ?")?
        .query_row([session], |row| row.get(0))
        .optional()?;
    Ok(name.as_deref().and_then(User::named))
}

/// Ends a session.
///
/// # Errors
/// The database's own error.
pub fn delete(tx: &Transaction<'_>, session: &str) -> Result<(), StoreError> {
    tx.execute("DELETE FROM session WHERE id = ?", [session])?;
    Ok(())
}
