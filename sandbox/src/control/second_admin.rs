//! A second administrator, who changes connections while somebody else has them open.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use rusqlite::Transaction;
use serde::Deserialize;

use super::{done, refusal};
use crate::app::App;
use crate::model::{ApiKey, Connection, ConnectionId, Products, User};
use crate::store::connections::{self, Change, NewKey};
use crate::store::{StoreError, key_use};
use crate::test_io::accounts::ALL_ACCOUNTS;

/// What the second administrator is to do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deed {
    connection: String,
    does: Does,
    /// The new label; absent means one that the connection has not had.
    label: Option<String>,
    /// To all connections with the same key, where it is a label or a key.
    #[serde(default)]
    everywhere: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Does {
    Rename,
    ReplaceKey,
    RemoveKey,
    Delete,
}

pub(super) async fn act(State(app): State<App>, Json(deed): Json<Deed>) -> Response {
    let Ok(id) = deed.connection.parse::<ConnectionId>() else {
        return refusal(StatusCode::NOT_FOUND, "No such connection.");
    };
    if deed.does == Does::Delete && id == ConnectionId::Global {
        return refusal(StatusCode::CONFLICT, "Global cannot be deleted.");
    }
    let found = app
        .store
        .transact(move |tx| match connections::get(tx, id)? {
            Some(connection) => deed.carry_out(tx, &connection).map(|()| true),
            None => Ok(false),
        })
        .await;
    match found {
        Ok(false) => refusal(StatusCode::NOT_FOUND, "No such connection."),
        other => done(other.map(|_| ())),
    }
}

impl Deed {
    fn carry_out(self, tx: &Transaction<'_>, connection: &Connection) -> Result<(), StoreError> {
        let (id, by) = (connection.id, User::SECOND_ADMIN);
        let change = match self.does {
            Does::RemoveKey => return connections::remove_key(tx, id, by),
            Does::Delete => return connections::delete(tx, id),
            Does::Rename => {
                let label = self
                    .label
                    .unwrap_or_else(|| format!("Renamed {}", connection.version));
                Change {
                    account_label: Some(Some(label)),
                    ..Change::default()
                }
            }
            Does::ReplaceKey => Change {
                key: another_key(tx, id)?,
                ..Change::default()
            },
        };
        let mut all = vec![id];
        if self.everywhere {
            all.extend(
                key_use::holders(tx, id)?
                    .into_iter()
                    .filter(|holder| *holder != id),
            );
        }
        all.into_iter()
            .try_for_each(|id| connections::change(tx, id, &change, by))
    }
}

/// The key of the first built-in account that is not the one stored.
fn another_key(tx: &Transaction<'_>, id: ConnectionId) -> Result<Option<NewKey>, StoreError> {
    let stored = connections::stored_key(tx, id)?;
    let is_another = |key: &str| stored.as_ref().is_none_or(|stored| stored.expose() != key);
    let account = ALL_ACCOUNTS.into_iter().find(|account| is_another(account.key));
    Ok(account.map(|account| NewKey {
        key: ApiKey::trusted(account.key),
        verified: Some(Products::from(account.products())),
    }))
}
