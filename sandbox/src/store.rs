//! The database: one SQLite file, and everything that is ever written to it.
//!
//! Every access is one transaction, so a mutation is all or nothing.

pub mod accounts;
pub mod check_report;
pub mod connection_list;
pub mod connections;
pub mod key_use;
mod listing;
pub mod projects;
mod schema;
mod search;
pub mod sessions;
mod shown;
mod status;
pub mod summary;
mod text;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use listing::{Listed, Window};
pub use search::Words;
pub use text::{Collation, UnknownLanguage};

/// The database could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite's own error.
    #[error("the database failed: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// What is stored cannot be read.
    #[error("the database holds something unreadable: {0}")]
    Json(#[from] serde_json::Error),
    /// The work was cut off, because the sandbox stops.
    #[error("the database's work was cut off")]
    CutOff,
}

/// Whether a database was there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// It was made just now and is empty.
    New,
    /// It was there, with what was saved in it.
    Existing,
}

/// The open database. Clones share it.
#[derive(Debug, Clone)]
pub struct Store {
    connection: Arc<Mutex<Connection>>,
}

impl Store {
    /// Opens the file, makes it if it is not there, and brings its schema up to date. Names are sorted by the collation.
    ///
    /// # Errors
    /// The file cannot be opened or is not a database of the sandbox.
    pub fn open(path: &Path, collation: Collation) -> Result<(Self, Found), StoreError> {
        let mut connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        collation.register(&connection)?;
        let found = schema::migrate(&mut connection)?;
        // It may have been sorted by another collation.
        connection.execute_batch("UPDATE project SET name_sort = sort_key(name)")?;
        Ok((
            Self {
                connection: Arc::new(Mutex::new(connection)),
            },
            found,
        ))
    }

    /// Runs `work` in one transaction, away from the async threads, and commits if it succeeds.
    ///
    /// # Errors
    /// What `work` gives, or the database's own error; nothing is changed then.
    pub async fn transact<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    {
        let store = self.clone();
        tokio::task::spawn_blocking(move || store.transact_now(work))
            .await
            .unwrap_or_else(|_| Err(StoreError::CutOff.into()))
    }

    /// As [`Store::transact`], on this thread.
    ///
    /// # Errors
    /// As [`Store::transact`].
    pub fn transact_now<T, E, F>(&self, work: F) -> Result<T, E>
    where
        E: From<StoreError>,
        F: FnOnce(&Transaction<'_>) -> Result<T, E>,
    {
        // A panic in another transaction has rolled that one back, so the connection is still good.
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let result = work(&transaction)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(result)
    }
}
