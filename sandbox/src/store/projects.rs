//! Jira's projects.

use rusqlite::{OptionalExtension, ToSql, Transaction, params, params_from_iter};

use super::StoreError;
use super::listing::{Listed, Window};
use super::search::{Filter, Words};
use super::text::fold;
use super::{connections, status};
use crate::model::{ConnectionId, Project, ProjectId, ProjectState, avatar_url};

/// Adds an active project.
///
/// # Errors
/// The id or the key is taken, or the database's own error.
pub fn insert(tx: &Transaction<'_>, id: ProjectId, key: &str, name: &str) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO project (id, key, name, key_fold, name_fold, name_sort) VALUES (?1, ?2, ?3, ?4, ?5, sort_key(?3))",
    )?
    .execute(params![id, key, name, fold(key), fold(name)])?;
    Ok(())
}

/// What to list. All that is given must apply.
#[derive(Debug, Clone)]
pub struct ProjectFilter {
    /// Words in the name or key.
    pub words: Words,
    /// Whether there is a connection of their own.
    pub connected: Option<bool>,
}

/// The active projects that match: the one with exactly this key first, then by name.
///
/// # Errors
/// The database's own error.
pub fn list(
    tx: &Transaction<'_>,
    wanted: &ProjectFilter,
    window: Window,
) -> Result<Listed<Project>, StoreError> {
    let mut filter = Filter::default();
    filter.and("state = 'active'", []);
    filter.and_words(&wanted.words);
    if let Some(connected) = wanted.connected {
        filter.and(
            "EXISTS (SELECT 1 FROM connection WHERE project_id = project.id) = ?",
            [Box::new(connected) as Box<dyn ToSql>],
        );
    }
    let (condition, values) = filter.finish();
    let total = tx
        .prepare_cached(&format!("SELECT count(*) FROM project WHERE {condition}"))?
        .query_row(params_from_iter(&values), |row| row.get(0))?;
    // The page is cut out first, so that the join looks at the rows of the page only.
    let statement = format!(
        "SELECT page.id, page.key, page.name, connection.id FROM (
            SELECT id, key, name, name_sort, key_fold = ? AS exact FROM project WHERE {condition}
            ORDER BY exact DESC, name_sort, id LIMIT ? OFFSET ?
         ) AS page LEFT JOIN connection ON connection.project_id = page.id
         ORDER BY page.exact DESC, page.name_sort, page.id"
    );
    let mut all: Vec<Box<dyn ToSql>> = vec![Box::new(wanted.words.as_key().to_owned())];
    all.extend(values);
    all.push(Box::new(window.max_results));
    all.push(Box::new(window.start_at));
    let values = tx
        .prepare_cached(&statement)?
        .query_map(params_from_iter(&all), |row| {
            let id = row.get(0)?;
            Ok(Project {
                id,
                key: row.get(1)?,
                name: row.get(2)?,
                avatar_url: avatar_url(id),
                connection_id: row.get::<_, Option<i64>>(3)?.map(ConnectionId::Own),
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(Listed { values, total })
}

/// The state of a project, `None` if there never was one of that id.
///
/// # Errors
/// The database's own error.
pub fn state(tx: &Transaction<'_>, id: ProjectId) -> Result<Option<ProjectState>, StoreError> {
    tx.query_row("SELECT state FROM project WHERE id = ?", [id], |row| row.get(0))
        .optional()
        .map_err(StoreError::from)
}

/// A project's name, for its picture.
///
/// # Errors
/// The database's own error.
pub fn name(tx: &Transaction<'_>, id: ProjectId) -> Result<Option<String>, StoreError> {
    tx.query_row("SELECT name FROM project WHERE id = ?", [id], |row| row.get(0))
        .optional()
        .map_err(StoreError::from)
}

/// What Jira's own administration could do to a project.
#[derive(Debug, Clone, Default)]
pub struct ProjectChange {
    /// Archive, delete or bring back.
    pub state: Option<ProjectState>,
    /// Another name.
    pub name: Option<String>,
    /// Another key.
    pub key: Option<String>,
}

/// Changes a project. Its connection shows the project, so that gets a new version too.
///
/// # Errors
/// The key is taken, or the database's own error.
pub fn change(tx: &Transaction<'_>, id: ProjectId, change: &ProjectChange) -> Result<(), StoreError> {
    if let Some(state) = change.state {
        tx.execute("UPDATE project SET state = ? WHERE id = ?", params![state, id])?;
    }
    if let Some(name) = &change.name {
        tx.execute(
            "UPDATE project SET name = ?1, name_fold = ?2, name_sort = sort_key(?1) WHERE id = ?3",
            params![name, fold(name), id],
        )?;
    }
    if let Some(key) = &change.key {
        tx.execute(
            "UPDATE project SET key = ?, key_fold = ? WHERE id = ?",
            params![key, fold(key), id],
        )?;
    }
    tx.execute(
        "UPDATE connection SET version = version + 1 WHERE project_id = ?",
        [id],
    )?;
    if let Some(connection) = connections::of_project(tx, id)? {
        status::note(tx, connection)?;
    }
    Ok(())
}

/// Brings names and keys into the form that they are looked for in.
pub(super) fn fold_anew(tx: &Transaction<'_>) -> Result<(), StoreError> {
    let mut projects = tx.prepare("SELECT id, key, name FROM project")?;
    let mut rows = projects.query([])?;
    while let Some(row) = rows.next()? {
        let (key, name): (String, String) = (row.get(1)?, row.get(2)?);
        tx.prepare_cached("UPDATE project SET key_fold = ?, name_fold = ? WHERE id = ?")?
            .execute(params![fold(&key), fold(&name), row.get::<_, ProjectId>(0)?])?;
    }
    Ok(())
}
