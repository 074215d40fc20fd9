//! `GET /connections`: the list of project connections.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;

use super::RestError;
use super::extract::Parameters;
use super::page::{Page, Paging};
use crate::app::App;
use crate::model::{Connection, ConnectionId, Status, User};
use crate::store::Words;
use crate::store::connection_list::{self, ConnectionFilter, Sought};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ListQuery {
    #[serde(default)]
    query: String,
    status: Option<Status>,
    account: Option<String>,
    key_of: Option<String>,
    containing: Option<String>,
    starting_with: Option<String>,
}

/// What is no id is the id of nothing: no row has this one.
const NOWHERE: ConnectionId = ConnectionId::Own(0);

pub(super) async fn list(
    State(app): State<App>,
    _: User,
    Parameters(paging): Parameters<Paging>,
    Parameters(query): Parameters<ListQuery>,
) -> Result<Json<Page<Connection>>, RestError> {
    let window = paging.window();
    let filter = ConnectionFilter {
        words: Words::of(&query.query),
        status: query.status,
        account: query.account,
        key_of: query.key_of.map(|id| id.parse().unwrap_or(NOWHERE)),
    };
    let sought = Sought {
        // What is no id is the id of nothing, which no page has.
        containing: query
            .containing
            .map(|id| id.parse().unwrap_or(ConnectionId::Global)),
        starting_with: query.starting_with,
    };
    let (window, listed) = app
        .store
        .transact(move |tx| connection_list::list(tx, &filter, window, &sought).map_err(RestError::from))
        .await?;
    Ok(Json(Page::new(window, listed)))
}
