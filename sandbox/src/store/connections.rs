//! Single connections: reading, creating, changing, deleting.

use rusqlite::{OptionalExtension, Params, Transaction, named_params, params};

use super::shown::read;
use super::{StoreError, status};
use crate::model::{ApiKey, CheckOutcome, Connection, ConnectionId, Products, ProjectId, User, now};

/// A key to store.
#[derive(Debug, Clone)]
pub struct NewKey {
    /// The key.
    pub key: ApiKey,
    /// The products that Test IO named for it; `None` when the key was not verified.
    pub verified: Option<Products>,
}

/// What is to change. Nothing given, nothing changed.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// Another key.
    pub key: Option<NewKey>,
    /// Another account label; the inner `None` takes it away.
    pub account_label: Option<Option<String>>,
    /// On or off.
    pub active: Option<bool>,
}

/// The row of a connection. Global is the one without a project, which `:id` names by being NULL, and only so.
pub(super) const WHERE_ID: &str = "id = coalesce(:id, (SELECT id FROM connection WHERE project_id IS NULL))
    AND (project_id IS NULL) = (:id IS NULL)";

/// The `:id` of [`WHERE_ID`].
pub(super) fn row_id(id: ConnectionId) -> Option<i64> {
    match id {
        ConnectionId::Global => None,
        ConnectionId::Own(row) => Some(row),
    }
}

/// Makes the Global connection, inactive and without a key.
///
/// # Errors
/// There is one already, or the database's own error.
pub fn create_global(tx: &Transaction<'_>) -> Result<(), StoreError> {
    execute(
        tx,
        "INSERT INTO connection (active, updated_at) VALUES (FALSE, ?)",
        [now()],
    )?;
    status::note(tx, ConnectionId::Global)
}

/// Makes the Global connection what it was when it was made, in a new version.
///
/// # Errors
/// The database's own error.
pub(super) fn empty_global(tx: &Transaction<'_>) -> Result<(), StoreError> {
    execute(
        tx,
        "UPDATE connection SET active = FALSE, api_key = NULL, key_saved_at = NULL, key_saved_by = NULL,
            account_label = NULL, updated_at = ?, updated_by = NULL, version = version + 1 WHERE project_id IS NULL",
        [now()],
    )?;
    set_check(tx, ConnectionId::Global, None, &Products::default())?;
    status::note(tx, ConnectionId::Global)
}

/// Makes a connection for a project that has none. What it begins with is part of its first version.
///
/// # Errors
/// The project does not exist or has one already, or the database's own error.
pub fn create(
    tx: &Transaction<'_>,
    project: ProjectId,
    begin_with: &Change,
    by: User,
) -> Result<ConnectionId, StoreError> {
    execute(
        tx,
        "INSERT INTO connection (project_id, active, updated_at, updated_by) VALUES (?, TRUE, ?, ?)",
        params![project, now(), by.display_name],
    )?;
    let id = ConnectionId::Own(tx.last_insert_rowid());
    apply(tx, id, begin_with, by)?;
    status::note(tx, id)?;
    Ok(id)
}

/// The connection, or `None` if there is no such one.
///
/// # Errors
/// The database's own error.
pub fn get(tx: &Transaction<'_>, id: ConnectionId) -> Result<Option<Connection>, StoreError> {
    tx.prepare_cached(&format!("SELECT * FROM shown_connection WHERE {WHERE_ID}"))?
        .query_row(named_params! { ":id": row_id(id) }, read)
        .optional()
        .map_err(StoreError::from)
}

/// The id of a project's own connection.
///
/// # Errors
/// The database's own error.
pub fn of_project(tx: &Transaction<'_>, project: ProjectId) -> Result<Option<ConnectionId>, StoreError> {
    tx.query_row(
        "SELECT id FROM connection WHERE project_id = ?",
        [project],
        |row| row.get(0).map(ConnectionId::Own),
    )
    .optional()
    .map_err(StoreError::from)
}

/// The stored key. The only place where a key leaves the database; it is for Test IO alone.
///
/// # Errors
/// The database's own error.
pub fn stored_key(tx: &Transaction<'_>, id: ConnectionId) -> Result<Option<ApiKey>, StoreError> {
    let key: Option<Option<String>> = tx
        .query_row(
            &format!("SELECT api_key FROM connection WHERE {WHERE_ID}"),
            named_params! { ":id": row_id(id) },
            |row| row.get(0),
        )
        .optional()?;
    Ok(key.flatten().map(ApiKey::trusted))
}

/// Carries out a change.
///
/// # Errors
/// The database's own error.
pub fn change(tx: &Transaction<'_>, id: ConnectionId, change: &Change, by: User) -> Result<(), StoreError> {
    apply(tx, id, change, by)?;
    touch(tx, id, by)
}

fn apply(tx: &Transaction<'_>, id: ConnectionId, change: &Change, by: User) -> Result<(), StoreError> {
    if let Some(NewKey { key, verified }) = &change.key {
        let time = now();
        execute(
            tx,
            &format!(
                "UPDATE connection SET api_key = :key, key_saved_at = :time, key_saved_by = :by WHERE {WHERE_ID}"
            ),
            named_params! { ":id": row_id(id), ":key": key.expose(), ":time": time, ":by": by.display_name },
        )?;
        match verified {
            Some(products) => set_check(tx, id, Some((CheckOutcome::Accepted, &time)), products)?,
            None => set_check(tx, id, None, &Products::default())?,
        }
    }
    if let Some(label) = &change.account_label {
        execute(
            tx,
            &format!("UPDATE connection SET account_label = :label WHERE {WHERE_ID}"),
            named_params! { ":id": row_id(id), ":label": label },
        )?;
    }
    if let Some(active) = change.active {
        execute(
            tx,
            &format!("UPDATE connection SET active = :active WHERE {WHERE_ID}"),
            named_params! { ":id": row_id(id), ":active": active },
        )?;
    }
    Ok(())
}

/// Takes the key away and all that is known by it; Global is switched off.
///
/// # Errors
/// The database's own error.
pub fn remove_key(tx: &Transaction<'_>, id: ConnectionId, by: User) -> Result<(), StoreError> {
    execute(
        tx,
        &format!(
            "UPDATE connection SET api_key = NULL, key_saved_at = NULL, key_saved_by = NULL,
                active = project_id IS NOT NULL WHERE {WHERE_ID}"
        ),
        named_params! { ":id": row_id(id) },
    )?;
    set_check(tx, id, None, &Products::default())?;
    touch(tx, id, by)
}

/// Remembers what a check of the stored key came to. `None` for the products keeps those known. `None` for who asked is
/// the plugin itself, which leaves who has changed the connection last.
///
/// # Errors
/// The database's own error.
pub fn record_check(
    tx: &Transaction<'_>,
    id: ConnectionId,
    outcome: CheckOutcome,
    at: &str,
    products: Option<&Products>,
    by: Option<User>,
) -> Result<(), StoreError> {
    match products {
        Some(products) => set_check(tx, id, Some((outcome, at)), products)?,
        None => {
            execute(
                tx,
                &format!(
                    "UPDATE connection SET last_check = :outcome, last_checked_at = :at WHERE {WHERE_ID}"
                ),
                named_params! { ":id": row_id(id), ":outcome": outcome, ":at": at },
            )?;
        }
    }
    match by {
        Some(by) => touch(tx, id, by),
        None => {
            execute(
                tx,
                &format!("UPDATE connection SET version = version + 1 WHERE {WHERE_ID}"),
                named_params! { ":id": row_id(id) },
            )?;
            status::note(tx, id)
        }
    }
}

/// Deletes a project connection.
///
/// # Errors
/// The database's own error.
pub fn delete(tx: &Transaction<'_>, id: ConnectionId) -> Result<(), StoreError> {
    execute(
        tx,
        &format!("DELETE FROM connection WHERE {WHERE_ID}"),
        named_params! { ":id": row_id(id) },
    )?;
    Ok(())
}

/// Runs a statement; the same text is prepared once only, which thousands of seeded connections need.
pub(super) fn execute(tx: &Transaction<'_>, statement: &str, values: impl Params) -> Result<(), StoreError> {
    tx.prepare_cached(statement)?.execute(values)?;
    Ok(())
}

fn set_check(
    tx: &Transaction<'_>,
    id: ConnectionId,
    check: Option<(CheckOutcome, &str)>,
    products: &Products,
) -> Result<(), StoreError> {
    execute(
        tx,
        &format!(
            "UPDATE connection SET last_check = :outcome, last_checked_at = :at, accepted_at = :accepted_at,
                products = :products, product_count = :count WHERE {WHERE_ID}"
        ),
        named_params! {
            ":id": row_id(id),
            ":outcome": check.map(|(outcome, _)| outcome),
            ":at": check.map(|(_, at)| at),
            ":accepted_at": check.filter(|(outcome, _)| *outcome == CheckOutcome::Accepted).map(|(_, at)| at),
            ":products": serde_json::to_string(&products.shown)?,
            ":count": products.count,
        },
    )?;
    Ok(())
}

/// Every change gives a new version, and says who made it.
fn touch(tx: &Transaction<'_>, id: ConnectionId, by: User) -> Result<(), StoreError> {
    execute(
        tx,
        &format!(
            "UPDATE connection SET version = version + 1, updated_at = :now, updated_by = :by WHERE {WHERE_ID}"
        ),
        named_params! { ":id": row_id(id), ":now": now(), ":by": by.display_name },
    )?;
    status::note(tx, id)
}
