//! What happens at Test IO: keys are revoked, and the plugin checks those that it has stored.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::{done, refusal};
use crate::TestIoAt;
use crate::app::App;
use crate::background;
use crate::test_io::accounts::{ALL_ACCOUNTS, Account};

/// A built-in account, as far as this is about it.
#[derive(Debug, Serialize)]
pub(super) struct AccountState {
    name: &'static str,
    revoked: bool,
}

pub(super) async fn list(State(app): State<App>) -> Json<Vec<AccountState>> {
    let state = |account: Account| AccountState {
        name: account.name,
        revoked: app.revoked.has(account),
    };
    Json(ALL_ACCOUNTS.map(state).into())
}

/// What is to become of an account's key.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeAccount {
    revoked: bool,
}

/// Revokes an account's key, or takes that back. The plugin notices when it asks Test IO next.
pub(super) async fn change(
    State(app): State<App>,
    Path(name): Path<String>,
    Json(wanted): Json<ChangeAccount>,
) -> Response {
    if matches!(app.test_io_at, TestIoAt::Elsewhere(_)) {
        return refusal(
            StatusCode::CONFLICT,
            "Test IO is not built in, so its keys cannot be revoked.",
        );
    }
    match ALL_ACCOUNTS.into_iter().find(|account| account.name == name) {
        Some(account) => {
            app.revoked.set(account, wanted.revoked);
            list(State(app)).await.into_response()
        }
        None => refusal(StatusCode::NOT_FOUND, "No such account."),
    }
}

/// Checks all stored keys now.
pub(super) async fn check(State(app): State<App>) -> Response {
    done(background::check_all(&app).await)
}
