//! Tells a browser when the page has been built anew, for whoever changes it and wants to look at once.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tokio::time::sleep;

use crate::app::App;

/// What admin pages do once our page has been built anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reload {
    /// Nothing.
    Never,
    /// They reload, and our page with them.
    WhenBuilt,
}

/// Between two looks at the page.
const INTERVAL: Duration = Duration::from_millis(300);

/// How often a request has us look: some browsers give up one that is not answered within a minute.
const LOOKS: u32 = 80;

#[derive(Debug, Deserialize)]
pub(super) struct Since {
    /// The build that the browser has.
    since: String,
}

/// Which build of the page is there: it differs from that of any other. Empty when there is none.
///
/// The document names all other files by their contents.
pub fn build(dist: &Path) -> String {
    let Ok(document) = fs::read(dist.join("index.html")) else {
        return String::new();
    };
    let mut hasher = DefaultHasher::new();
    document.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Waits for another build than the browser has; 204 when there has been none for a while.
pub(super) async fn wait(State(app): State<App>, Query(Since { since }): Query<Since>) -> Response {
    for _ in 0..LOOKS {
        let there = build(&app.dist);
        sleep(INTERVAL).await;
        // Twice the same, because the files are put in place one after the other.
        if !there.is_empty() && there != since && there == build(&app.dist) {
            return there.into_response();
        }
    }
    StatusCode::NO_CONTENT.into_response()
}
