//! The built-in stand-in for Test IO's customer API, version 2: as much of it as the plugin asks.

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};

use super::accounts::Account;
use super::revoked::Revoked;
use crate::model::Product;

/// Where the API begins, as at the real service.
pub const PREFIX: &str = "/customer/v2";

/// The API's routes. Keys that are revoked are not accepted.
pub fn router(revoked: Revoked) -> Router {
    Router::new()
        .route(&format!("{PREFIX}/products"), get(products))
        .with_state(revoked)
}

async fn products(State(revoked): State<Revoked>, headers: HeaderMap) -> Response {
    let account = key(&headers).and_then(Account::of_key);
    match account.filter(|account| !revoked.has(*account)) {
        Some(account) => Json(json!({ "products": described(account) })).into_response(),
        None => refusal(),
    }
}

/// The key of `Authorization: Token KEY`; the service takes `token` in lower case too.
#[must_use]
pub fn key(headers: &HeaderMap) -> Option<&str> {
    let (scheme, key) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme.eq_ignore_ascii_case("token").then_some(key)
}

/// The answer to a request without a key or with one that is not accepted.
#[must_use]
pub fn refusal() -> Response {
    let body = Json(json!({ "error": "Invalid or missing API token" }));
    (StatusCode::UNAUTHORIZED, body).into_response()
}

/// A product with all the fields that the service gives, of which the plugin needs two.
#[must_use]
pub fn product(id: u32, name: &str) -> Value {
    json!({
        "id": id,
        "name": name,
        "description": null,
        "default_section_id": null,
        "sections": [],
        "connection": null,
    })
}

fn described(account: Account) -> Vec<Value> {
    let describe = |described: Product| product(described.id.parse().unwrap_or_default(), &described.name);
    account.products().into_iter().map(describe).collect()
}
