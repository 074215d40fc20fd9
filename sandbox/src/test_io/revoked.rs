//! Built-in accounts whose keys have been revoked.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::accounts::Account;

/// Which they are. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Revoked(Arc<Mutex<HashSet<&'static str>>>);

impl Revoked {
    /// Whether the key of this account is no longer accepted.
    #[must_use]
    pub fn has(&self, account: Account) -> bool {
        self.names().contains(account.name)
    }

    /// Revokes the key of an account, or takes that back.
    pub fn set(&self, account: Account, revoked: bool) {
        if revoked {
            self.names().insert(account.name);
        } else {
            self.names().remove(account.name);
        }
    }

    /// Takes back all.
    pub fn clear(&self) {
        self.names().clear();
    }

    fn names(&self) -> MutexGuard<'_, HashSet<&'static str>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
