//! `POST /connections`: giving a project a connection of its own, with or without a key to begin with.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rusqlite::Transaction;
use serde::Deserialize;

use super::connection::{check_label, load};
use super::extract::{Body, Manager};
use super::verification::Verification;
use super::{BASE, RestError};
use crate::app::App;
use crate::log;
use crate::model::{ApiKey, CONTEXT_PATH, ConnectionId, ProjectId, ProjectState, TypedKey};
use crate::store::connections::{self, Change, NewKey};
use crate::store::projects;

/// The body.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CreateConnection {
    project_id: String,
    api_key: Option<TypedKey>,
    key_of: Option<String>,
    account_label: Option<String>,
    verify: Option<bool>,
}

/// Where the key comes from.
#[derive(Debug, Clone)]
enum Source {
    /// There is none yet.
    Nowhere,
    /// It is in the request.
    Typed(TypedKey),
    /// It is that of another connection; `None` if that cannot be one.
    Of(Option<ConnectionId>),
}

impl Source {
    fn of(typed: Option<TypedKey>, key_of: Option<&str>) -> Result<Self, RestError> {
        match (typed, key_of) {
            (Some(_), Some(_)) => Err(RestError::InvalidField(
                "keyOf",
                "Give either an API key or the connection whose key is to be used.",
            )),
            (Some(typed), None) => Ok(Self::Typed(typed)),
            (None, Some(id)) => Ok(Self::Of(id.parse().ok())),
            (None, None) => Ok(Self::Nowhere),
        }
    }

    /// The key, and the label that comes with it.
    fn look_up(&self, tx: &Transaction<'_>) -> Result<(Option<ApiKey>, Option<String>), RestError> {
        match self {
            Self::Nowhere => Ok((None, None)),
            Self::Typed(typed) => Ok((Some(typed.check().map_err(RestError::KeyMalformed)?), None)),
            Self::Of(None) => Err(RestError::KeyOfMissing),
            Self::Of(Some(id)) => {
                let key = connections::stored_key(tx, *id)?.ok_or(RestError::KeyOfMissing)?;
                Ok((Some(key), load(tx, *id)?.account_label))
            }
        }
    }

    /// A refusal of the key, told of the field that it came by.
    fn blame(&self, error: RestError) -> RestError {
        match (self, error) {
            (Self::Of(_), RestError::KeyRejected) => RestError::KeyOfRejected,
            (_, error) => error,
        }
    }
}

pub(super) async fn create(
    State(app): State<App>,
    Manager(user): Manager,
    Body(body): Body<CreateConnection>,
) -> Result<Response, RestError> {
    let source = Source::of(body.api_key, body.key_of.as_deref())?;
    let account_label = body.account_label.as_deref().map(check_label).transpose()?;
    let project: ProjectId = body.project_id.parse().map_err(|_| RestError::ProjectNotFound)?;
    let key = app
        .store
        .transact({
            let source = source.clone();
            move |tx| {
                check_free(tx, project)?;
                Ok::<_, RestError>(source.look_up(tx)?.0)
            }
        })
        .await?;
    let key = match key {
        Some(key) => Some(
            Verification::of(body.verify)
                .pass(&app, key)
                .await
                .map_err(|error| source.blame(error))?,
        ),
        None => None,
    };
    let connection = app
        .store
        .transact(move |tx| {
            // Asking Test IO takes a while, so that all of this may be otherwise by now.
            check_free(tx, project)?;
            let (still, label) = source.look_up(tx)?;
            if still.as_ref() != key.as_ref().map(|NewKey { key, .. }| key) {
                return Err(RestError::KeyOfMissing);
            }
            let begin_with = Change {
                key,
                account_label: Some(account_label.unwrap_or(label)),
                active: None,
            };
            let id = connections::create(tx, project, &begin_with, user)?;
            load(tx, id)
        })
        .await?;
    log::changed(user, &format!("has added the connection {}", connection.id));
    let location = format!("{CONTEXT_PATH}{BASE}/connections/{}", connection.id);
    let headers = [(header::LOCATION, location), (header::ETAG, connection.etag())];
    Ok((StatusCode::CREATED, headers, Json(connection)).into_response())
}

/// The project must be there and have no connection.
fn check_free(tx: &Transaction<'_>, project: ProjectId) -> Result<(), RestError> {
    if projects::state(tx, project)? != Some(ProjectState::Active) {
        return Err(RestError::ProjectNotFound);
    }
    match connections::of_project(tx, project)? {
        Some(existing) => Err(RestError::ConnectionExists(existing)),
        None => Ok(()),
    }
}
