//! Pictures of projects: initials on a colour, so that rows look different.

use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::app::App;
use crate::model::ProjectId;
use crate::rest::RestError;
use crate::store::projects;

/// Atlassian's avatar colours, all dark enough for white letters.
const COLOURS: [&str; 8] = [
    "#0052cc", "#00875a", "#5243aa", "#bf2600", "#006644", "#0747a6", "#403294", "#b04632",
];

#[derive(Debug, Deserialize)]
pub(super) struct PictureQuery {
    pid: ProjectId,
}

pub(super) async fn picture(
    State(app): State<App>,
    Query(query): Query<PictureQuery>,
) -> Result<Response, RestError> {
    let id = query.pid;
    let name = app
        .store
        .transact(move |tx| projects::name(tx, id).map_err(RestError::from))
        .await?;
    let Some(name) = name else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, "private, max-age=86400"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    Ok((headers, svg(id, &name)).into_response())
}

fn svg(id: ProjectId, name: &str) -> String {
    let index = usize::try_from(id.0).unwrap_or_default() % COLOURS.len();
    let colour = COLOURS[index];
    // Only letters and digits, so nothing in a name can be markup.
    let initial: String = name
        .chars()
        .find(|c| c.is_alphanumeric())
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="3" fill="{colour}"/><text x="12" y="17" text-anchor="middle" font-family="sans-serif" font-size="14" fill="#fff">{initial}</text></svg>"##
    )
}
