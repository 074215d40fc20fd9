//! The data of a new database.

mod connections;
mod generated;
mod named;

use rusqlite::Transaction;

use crate::model::ProjectId;
use crate::store::{self, StoreError, projects};
use crate::test_io::accounts::ALL_ACCOUNTS;

/// Jira's ids of projects begin here.
const FIRST_PROJECT: i64 = 10_000;

/// How much data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeedSize {
    /// The number of projects.
    pub projects: usize,
    /// The number of project connections. Without any, Global is inactive: the state after the plugin's installation.
    pub connections: usize,
    /// How many accounts share the connections, each with fewer than the one before. All of them are connected then.
    /// `None`: some in every kind of trouble, as after some years.
    pub accounts: Option<usize>,
}

impl Default for SeedSize {
    fn default() -> Self {
        Self {
            projects: named::PROJECTS.len(),
            connections: 0,
            accounts: None,
        }
    }
}

/// A size that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SizeError {
    /// Each connection needs a project of its own.
    #[error("there cannot be more connections than projects")]
    MoreConnectionsThanProjects,
    /// The names run out.
    #[error("there are at most {} projects", generated::MAX + named::PROJECTS.len())]
    TooManyProjects,
    /// There is no such number of accounts.
    #[error("there are 1 to {} accounts", ALL_ACCOUNTS.len())]
    NoSuchAccounts,
}

impl SeedSize {
    /// Checks that such data can be made.
    ///
    /// # Errors
    /// What is in the way.
    pub fn check(self) -> Result<(), SizeError> {
        if self.projects > generated::MAX + named::PROJECTS.len() {
            Err(SizeError::TooManyProjects)
        } else if self.connections > self.projects {
            Err(SizeError::MoreConnectionsThanProjects)
        } else if self
            .accounts
            .is_some_and(|accounts| !(1..=ALL_ACCOUNTS.len()).contains(&accounts))
        {
            Err(SizeError::NoSuchAccounts)
        } else {
            Ok(())
        }
    }
}

/// Removes all projects and connections.
///
/// # Errors
/// The database's own error.
pub fn clear(tx: &Transaction<'_>) -> Result<(), StoreError> {
    tx.execute_batch(
        "DELETE FROM connection; DELETE FROM project; DELETE FROM check_report; DELETE FROM sqlite_sequence WHERE name = 'connection';",
    )?;
    Ok(())
}

/// Fills an empty database. The same size gives the same data always.
///
/// # Errors
/// The database's own error.
pub fn fill(tx: &Transaction<'_>, size: SeedSize) -> Result<(), StoreError> {
    let named = named::PROJECTS
        .iter()
        .map(|(key, name)| ((*key).to_owned(), (*name).to_owned()));
    for ((key, name), id) in named
        .chain(generated::projects())
        .take(size.projects)
        .zip(FIRST_PROJECT..)
    {
        projects::insert(tx, ProjectId(id), &key, &name)?;
    }
    store::connections::create_global(tx)?;
    connections::fill(tx, size)
}
