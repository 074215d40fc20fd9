//! `/connections/summary`: the counts above the list, the labels in use, and what the user may do.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use super::RestError;
use crate::app::App;
use crate::model::{Status, User};
use crate::store::summary::{self, AccountUse, ProjectUse};

#[derive(Debug, Serialize)]
pub(super) struct Summary {
    connections: ConnectionCounts,
    accounts: Vec<AccountUse>,
    projects: ProjectUse,
    permissions: Permissions,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ConnectionCounts {
    total: usize,
    by_status: BTreeMap<&'static str, usize>,
}

#[derive(Debug, Serialize)]
struct Permissions {
    manage: bool,
}

pub(super) async fn get(State(app): State<App>, user: User) -> Result<Json<Summary>, RestError> {
    let (by_status, accounts, projects) = app
        .store
        .transact(|tx| {
            Ok::<_, RestError>((
                summary::by_status(tx)?,
                summary::accounts(tx)?,
                summary::project_use(tx)?,
            ))
        })
        .await?;
    Ok(Json(Summary {
        connections: ConnectionCounts::from(by_status),
        accounts,
        projects,
        permissions: Permissions {
            manage: user.right.is_manage(),
        },
    }))
}

impl From<Vec<(Status, usize)>> for ConnectionCounts {
    fn from(occurring: Vec<(Status, usize)>) -> Self {
        let by_status = Status::all_counted(occurring);
        Self {
            total: by_status.values().sum(),
            by_status,
        }
    }
}
