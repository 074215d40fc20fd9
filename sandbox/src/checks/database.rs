//! `DATABASE`: reads from the plugin's tables.

use super::failure::{Cause, Failure};
use super::report::Found;
use crate::app::App;
use crate::store::{StoreError, summary};

/// The database and its version.
pub(super) fn version() -> String {
    format!("SQLite {}", rusqlite::version())
}

pub(super) async fn check(app: &App) -> Result<Found, Failure> {
    let read = app.store.transact(summary::by_status).await;
    match read {
        Ok(_) => Ok(Found {
            detail: Some(version()),
            ..Found::default()
        }),
        Err(error) => Err(error.into()),
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(Cause::Database, error)
    }
}
