//! `/connections/{id}/test`: does Test IO accept the key?

use std::time::Instant;

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};

use super::RestError;
use super::connection::load;
use super::extract::{Body, Manager};
use crate::app::App;
use crate::model::{ApiKey, ConnectionId, Product, Products, TypedKey, User, now};
use crate::store::connections;
use crate::test_io::Verdict;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TestConnection {
    api_key: Option<TypedKey>,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Outcome {
    Accepted,
    Rejected,
    Unreachable,
    RateLimited,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TestResult {
    outcome: Outcome,
    products: Vec<Product>,
    product_count: usize,
    checked_at: String,
    duration_ms: u128,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after_seconds: Option<u64>,
}

/// The key to test, and whether its connection is to remember the result.
enum Tested {
    Typed(ApiKey),
    Stored(ApiKey),
}

pub(super) async fn test(
    State(app): State<App>,
    Manager(user): Manager,
    id: ConnectionId,
    Body(body): Body<TestConnection>,
) -> Result<Json<TestResult>, RestError> {
    let tested = app
        .store
        .transact(move |tx| {
            load(tx, id)?;
            match body.api_key {
                Some(typed) => typed.check().map(Tested::Typed).map_err(RestError::KeyMalformed),
                None => connections::stored_key(tx, id)?
                    .map(Tested::Stored)
                    .ok_or(RestError::KeyMissing),
            }
        })
        .await?;
    let started = Instant::now();
    let verdict = match &tested {
        Tested::Typed(key) | Tested::Stored(key) => app.test_io.client().verify(key).await,
    };
    let duration_ms = started.elapsed().as_millis();
    let checked_at = now();
    if let Tested::Stored(key) = tested {
        remember(&app, id, key, verdict.clone(), checked_at.clone(), user).await?;
    }
    Ok(Json(TestResult::new(verdict, checked_at, duration_ms)))
}

/// Keeps the result with the connection, unless its key was replaced or removed while Test IO was asked.
async fn remember(
    app: &App,
    id: ConnectionId,
    key: ApiKey,
    verdict: Verdict,
    at: String,
    user: User,
) -> Result<(), RestError> {
    let Some((outcome, products)) = verdict.outcome() else {
        return Ok(());
    };
    app.store
        .transact(move |tx| {
            if connections::stored_key(tx, id)?.as_ref() == Some(&key) {
                connections::record_check(tx, id, outcome, &at, products.as_ref(), Some(user))?;
            }
            Ok(())
        })
        .await
}

impl TestResult {
    fn new(verdict: Verdict, checked_at: String, duration_ms: u128) -> Self {
        let mut retry_after_seconds = None;
        let (outcome, products) = match verdict {
            Verdict::Accepted(products) => (Outcome::Accepted, products),
            Verdict::Rejected => (Outcome::Rejected, Products::default()),
            Verdict::Unreachable => (Outcome::Unreachable, Products::default()),
            Verdict::RateLimited { retry_after } => {
                retry_after_seconds = retry_after;
                (Outcome::RateLimited, Products::default())
            }
        };
        Self {
            outcome,
            products: products.shown,
            product_count: products.count,
            checked_at,
            duration_ms,
            retry_after_seconds,
        }
    }
}
