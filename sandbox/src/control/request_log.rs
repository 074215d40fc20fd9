//! The last REST requests, without their bodies: those hold keys.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use serde::Serialize;

use crate::app::App;
use crate::log;
use crate::model::{User, now};
use crate::serve::Hangup;

/// How many requests are remembered.
const CAPACITY: usize = 500;

/// A request that has been answered.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LoggedRequest {
    time: String,
    user: Option<&'static str>,
    method: String,
    /// Path and query below the REST base.
    path: String,
    /// The answer's status; `null` if the connection was broken off.
    status: Option<u16>,
    duration_ms: u128,
}

/// The log. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct RequestLog(Arc<Mutex<VecDeque<LoggedRequest>>>);

impl RequestLog {
    fn push(&self, request: LoggedRequest) {
        let mut log = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if log.len() == CAPACITY {
            log.pop_front();
        }
        log.push_back(request);
    }
}

/// Remembers every request that passes.
pub async fn log_request(State(app): State<App>, request: Request, next: Next) -> Response {
    let time = now();
    let started = Instant::now();
    let user = request.extensions().get::<User>().map(|user| user.name.0);
    let method = request.method().clone();
    let path = request.uri().to_string();
    let response = next.run(request).await;
    let hung_up = response.extensions().get::<Hangup>().is_some();
    let (status, took) = ((!hung_up).then(|| response.status()), started.elapsed());
    log::answered(&method, status, took);
    app.requests.push(LoggedRequest {
        time,
        user,
        method: method.to_string(),
        path,
        status: status.map(|status| status.as_u16()),
        duration_ms: took.as_millis(),
    });
    response
}

pub(super) async fn list(State(app): State<App>) -> Json<Vec<LoggedRequest>> {
    Json(
        app.requests
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .cloned()
            .collect(),
    )
}

pub(super) async fn clear(State(app): State<App>) -> StatusCode {
    app.requests
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clear();
    StatusCode::NO_CONTENT
}
