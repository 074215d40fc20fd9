//! `/projects`: projects to choose from, and the connection that each really uses.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};

use super::RestError;
use super::connection::load;
use super::extract::Parameters;
use super::page::{Page, Paging};
use crate::app::App;
use crate::model::{Connection, ConnectionId, Project, ProjectId, ProjectState, User};
use crate::store::projects::ProjectFilter;
use crate::store::{Words, connections, projects, summary};

#[derive(Debug, Deserialize)]
pub(super) struct ListQuery {
    #[serde(default)]
    query: String,
    connected: Option<bool>,
}

pub(super) async fn list(
    State(app): State<App>,
    _: User,
    Parameters(paging): Parameters<Paging>,
    Parameters(query): Parameters<ListQuery>,
) -> Result<Json<Page<Project>>, RestError> {
    let window = paging.window();
    let wanted = ProjectFilter {
        words: Words::of(&query.query),
        connected: query.connected,
    };
    let listed = app
        .store
        .transact(move |tx| projects::list(tx, &wanted, window).map_err(RestError::from))
        .await?;
    Ok(Json(Page::new(window, listed)))
}

/// Where a project's connection comes from.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Source {
    Project,
    Global,
    None,
}

#[derive(Debug, Serialize)]
pub(super) struct EffectiveConnection {
    source: Source,
    connection: Option<Connection>,
}

pub(super) async fn effective_connection(
    State(app): State<App>,
    _: User,
    project: ProjectId,
) -> Result<Json<EffectiveConnection>, RestError> {
    app.store
        .transact(move |tx| {
            if projects::state(tx, project)? != Some(ProjectState::Active) {
                return Err(RestError::ProjectNotFound);
            }
            // A project's own connection counts even when it is broken: there is no silent fallback to Global.
            let (source, id) = match connections::of_project(tx, project)? {
                Some(own) => (Source::Project, own),
                None if summary::global_is_active(tx)? => (Source::Global, ConnectionId::Global),
                None => {
                    return Ok(EffectiveConnection {
                        source: Source::None,
                        connection: None,
                    });
                }
            };
            Ok(EffectiveConnection {
                source,
                connection: Some(load(tx, id)?),
            })
        })
        .await
        .map(Json)
}
