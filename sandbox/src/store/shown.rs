//! What may be shown of a connection, as the view `shown_connection` has it.

use rusqlite::Row;

use crate::model::{
    Connection, ConnectionId, ConnectionProject, Person, Product, ProjectId, ProjectState, Scope, avatar_url,
};

/// A row of the view `shown_connection`.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Connection> {
    let person = |name: Option<String>| name.map(|display_name| Person { display_name });
    let products: String = row.get("products")?;
    let products: Vec<Product> = serde_json::from_str(&products).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
    })?;
    let project = match row.get::<_, Option<ProjectId>>("project_id")? {
        None => None,
        Some(id) => Some(ConnectionProject {
            id,
            key: row.get("project_key")?,
            name: row.get("project_name")?,
            avatar_url: avatar_url(id),
            available: row.get::<_, ProjectState>("project_state")? == ProjectState::Active,
        }),
    };
    Ok(Connection {
        id: if project.is_some() {
            ConnectionId::Own(row.get("id")?)
        } else {
            ConnectionId::Global
        },
        scope: if project.is_some() {
            Scope::Project
        } else {
            Scope::Global
        },
        project,
        active: row.get("active")?,
        has_key: row.get("has_key")?,
        key_hint: row.get("key_hint")?,
        key_saved_at: row.get("key_saved_at")?,
        key_saved_by: person(row.get("key_saved_by")?),
        account_label: row.get("account_label")?,
        same_key: row.get("same_key")?,
        status: row.get("status")?,
        status_since: row.get("status_since")?,
        products,
        product_count: row.get("product_count")?,
        last_checked_at: row.get("last_checked_at")?,
        updated_at: row.get("updated_at")?,
        updated_by: person(row.get("updated_by")?),
        version: row.get("version")?,
    })
}
