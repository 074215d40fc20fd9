//! How far a change of a connection goes: it alone, or all connections with the same key.

use rusqlite::Transaction;

use super::RestError;
use crate::model::{Connection, ConnectionId};
use crate::store::connections::Change;
use crate::store::key_use;

/// How far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The connection that was addressed.
    This,
    /// All that hold its key.
    Everywhere {
        /// How many others the client has seen; `None` if it does not matter.
        seen: Option<usize>,
    },
}

impl Reach {
    /// From a request's `everywhere` and `sameKey`.
    pub(super) fn of(everywhere: Option<bool>, same_key: Option<usize>) -> Result<Self, RestError> {
        match (everywhere, same_key) {
            (Some(true), seen) => Ok(Self::Everywhere { seen }),
            (_, None) => Ok(Self::This),
            (_, Some(_)) => Err(RestError::InvalidField(
                "sameKey",
                "This belongs to a change everywhere.",
            )),
        }
    }

    /// Checks that the connections are as many as the client has seen.
    pub(super) fn check(self, current: &Connection) -> Result<(), RestError> {
        match self {
            Self::Everywhere { seen: Some(seen) } if seen != current.same_key => {
                Err(RestError::OtherHolders(Box::new(current.clone())))
            }
            _ => Ok(()),
        }
    }

    /// The other connections that a change goes to.
    pub(super) fn others(
        self,
        tx: &Transaction<'_>,
        id: ConnectionId,
        change: &Change,
    ) -> Result<Vec<ConnectionId>, RestError> {
        if self == Self::This || (change.key.is_none() && change.account_label.is_none()) {
            return Ok(Vec::new());
        }
        let mut holders = key_use::holders(tx, id)?;
        holders.retain(|holder| *holder != id);
        Ok(holders)
    }
}
