//! Who is logged in, since when nothing was heard of them, and who has confirmed to be an administrator.
//!
//! All instants are milliseconds since 1970, given by the caller; a lifetime is as long as an instant may be past.

use rusqlite::{OptionalExtension, Transaction, params};

use super::StoreError;
use crate::model::{User, now};

/// Remembers that `user` has logged in.
///
/// # Errors
/// The database's own error.
pub fn insert(tx: &Transaction<'_>, session: &str, user: User, instant: i64) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO session (id, user_name, created_at, used_at) VALUES (?, ?, ?, ?)",
        params![session, user.name.0, now(), instant],
    )?;
    Ok(())
}

/// Whose session it is. Its time begins again; one whose time has run out is gone for good.
///
/// # Errors
/// The database's own error.
pub fn resume(
    tx: &Transaction<'_>,
    session: &str,
    instant: i64,
    lifetime: i64,
) -> Result<Option<User>, StoreError> {
    tx.prepare_cached("DELETE FROM session WHERE used_at < ?")?
        .execute([instant.saturating_sub(lifetime)])?;
    let name: Option<String> = tx
        .prepare_cached("UPDATE session SET used_at = ? WHERE id = ? RETURNING user_name")?
        .query_row(params![instant, session], |row| row.get(0))
        .optional()?;
    Ok(name.as_deref().and_then(User::named))
}

/// Ends a session, and says whether there was one.
///
/// # Errors
/// The database's own error.
pub fn delete(tx: &Transaction<'_>, session: &str) -> Result<bool, StoreError> {
    Ok(tx.execute("DELETE FROM session WHERE id = ?", [session])? > 0)
}

/// Ends all sessions.
///
/// # Errors
/// The database's own error.
pub fn delete_all(tx: &Transaction<'_>) -> Result<(), StoreError> {
    tx.execute("DELETE FROM session", [])?;
    Ok(())
}

/// Remembers that a session's user has confirmed to be an administrator, and gives the session another id.
///
/// # Errors
/// The database's own error.
pub fn confirm(
    tx: &Transaction<'_>,
    session: &str,
    new_session: &str,
    instant: i64,
) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE session SET id = ?, confirmed_at = ? WHERE id = ?",
        params![new_session, instant, session],
    )?;
    Ok(())
}

/// Whether a session has a confirmation whose time has not run out.
///
/// # Errors
/// The database's own error.
pub fn is_confirmed(
    tx: &Transaction<'_>,
    session: &str,
    instant: i64,
    lifetime: i64,
) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached("SELECT 1 FROM session WHERE id = ? AND confirmed_at >= ?")?
        .exists(params![session, instant.saturating_sub(lifetime)])?)
}

/// Takes all confirmations back.
///
/// # Errors
/// The database's own error.
pub fn drop_confirmations(tx: &Transaction<'_>) -> Result<(), StoreError> {
    tx.execute("UPDATE session SET confirmed_at = NULL", [])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

    use super::{confirm, drop_confirmations, insert, is_confirmed, resume};
    use crate::model::User;
    use crate::store::{Collation, Store, StoreError};

    const ADMIN: User = User::ALL[0];

    fn in_a_store(work: impl FnOnce(&rusqlite::Transaction<'_>) -> Result<(), StoreError>) {
        let folder = tempfile::tempdir().unwrap();
        let (store, _) =
            Store::open(&folder.path().join("sessions.db"), Collation::of("en").unwrap()).unwrap();
        store.transact_now(work).unwrap();
    }

    #[test]
    fn each_request_gives_a_session_its_whole_time_again() {
        in_a_store(|tx| {
            insert(tx, "s", ADMIN, 1_000)?;
            assert_eq!(resume(tx, "s", 1_500, 500)?, Some(ADMIN));
            assert_eq!(resume(tx, "s", 2_000, 500)?, Some(ADMIN));
            assert_eq!(resume(tx, "s", 2_501, 500)?, None);
            // A longer time does not bring it back.
            assert_eq!(resume(tx, "s", 2_501, 60_000)?, None);
            Ok(())
        });
    }

    #[test]
    fn a_confirmations_time_runs_whatever_is_asked() {
        in_a_store(|tx| {
            insert(tx, "s", ADMIN, 1_000)?;
            assert!(!is_confirmed(tx, "s", 1_000, 500)?);
            confirm(tx, "s", "t", 1_000)?;
            assert_eq!(resume(tx, "s", 1_001, 500)?, None);
            assert!(is_confirmed(tx, "t", 1_400, 500)?);
            assert_eq!(resume(tx, "t", 1_400, 500)?, Some(ADMIN));
            assert!(!is_confirmed(tx, "t", 1_501, 500)?);
            confirm(tx, "t", "u", 1_501)?;
            drop_confirmations(tx)?;
            assert!(!is_confirmed(tx, "u", 1_501, 500)?);
            Ok(())
        });
    }
}
