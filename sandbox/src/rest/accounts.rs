//! `GET /accounts`: the Test IO accounts behind all connections.

use axum::Json;
use axum::extract::State;

use super::RestError;
use super::extract::Parameters;
use super::page::{Page, Paging};
use crate::app::App;
use crate::model::User;
use crate::store::accounts::{self, Account};

pub(super) async fn list(
    State(app): State<App>,
    _: User,
    Parameters(paging): Parameters<Paging>,
) -> Result<Json<Page<Account>>, RestError> {
    let window = paging.window();
    let listed = app
        .store
        .transact(move |tx| accounts::list(tx, window).map_err(RestError::from))
        .await?;
    Ok(Json(Page::new(window, listed)))
}
