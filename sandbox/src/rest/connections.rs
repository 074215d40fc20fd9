//! `/connections`: the list of project connections, and making one.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::connection::load;
use super::extract::{Body, Manager, Parameters};
use super::page::{Page, Paging};
use super::{BASE, RestError};
use crate::app::App;
use crate::model::{CONTEXT_PATH, Connection, ConnectionId, ProjectId, ProjectState, Status, User};
use crate::store::connection_list::{self, ConnectionFilter, Sought};
use crate::store::{Words, connections, projects};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ListQuery {
    #[serde(default)]
    query: String,
    status: Option<Status>,
    account: Option<String>,
    containing: Option<String>,
    starting_with: Option<String>,
}

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

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CreateConnection {
    project_id: String,
}

pub(super) async fn create(
    State(app): State<App>,
    Manager(user): Manager,
    Body(body): Body<CreateConnection>,
) -> Result<Response, RestError> {
    let project: ProjectId = body.project_id.parse().map_err(|_| RestError::ProjectNotFound)?;
    let connection = app
        .store
        .transact(move |tx| {
            if projects::state(tx, project)? != Some(ProjectState::Active) {
                return Err(RestError::ProjectNotFound);
            }
            if let Some(existing) = connections::of_project(tx, project)? {
                return Err(RestError::ConnectionExists(existing));
            }
            let id = connections::create(tx, project, user)?;
            load(tx, id)
        })
        .await?;
    let location = format!("{CONTEXT_PATH}{BASE}/connections/{}", connection.id);
    let headers = [(header::LOCATION, location), (header::ETAG, connection.etag())];
    Ok((StatusCode::CREATED, headers, Json(connection)).into_response())
}
