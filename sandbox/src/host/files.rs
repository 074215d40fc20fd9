//! Files from folders, and the few that the sandbox brings itself.

use std::path::Path as FilePath;

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::app::App;

/// A file below `folder`, from its pre-compressed sibling if there is one and the client takes it.
pub(super) async fn serve(folder: &FilePath, file: &str, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(uri) = Uri::try_from(format!("/{file}")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    parts.uri = uri;
    let files = ServeDir::new(folder)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let Ok(response) = files.oneshot(Request::from_parts(parts, body)).await;
    let mut response = response.map(Body::new);
    response.headers_mut().insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}

/// Atlassian's user interface library, from npm.
pub(super) async fn aui(State(app): State<App>, Path(file): Path<String>, request: Request) -> Response {
    let folder = app.node_modules.join("@atlassian/aui/dist/aui");
    let mut response = serve(&folder, &file, request).await;
    response.headers_mut().insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=3600"),
    );
    response
}

/// The stand-in's own style and scripts.
pub(super) async fn own(Path(file): Path<String>) -> Response {
    let (media_type, text) = match file.as_str() {
        "host.css" => ("text/css", include_str!("../../assets/host.css")),
        "host.js" => ("text/javascript", include_str!("../../assets/host.js")),
        "reload.js" => ("text/javascript", include_str!("../../assets/reload.js")),
        "control.css" => ("text/css", include_str!("../../assets/control.css")),
        "control.js" => ("text/javascript", include_str!("../../assets/control.js")),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    (
        [
            (header::CONTENT_TYPE, media_type),
            (header::CACHE_CONTROL, "no-cache"),
        ],
        text,
    )
        .into_response()
}
