//! The built-in stand-in for Test IO's customer API, version 2: as much of it as the plugin asks.

use axum::Json;
use axum::Router;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::json;

use super::accounts::Account;

/// Where the API begins, as at the real service.
pub const PREFIX: &str = "/customer/v2";

/// The API's routes.
pub fn router() -> Router {
    Router::new().route(&format!("{PREFIX}/products"), get(products))
}

async fn products(headers: HeaderMap) -> Response {
    match key(&headers).and_then(Account::of_key) {
        Some(account) => Json(json!({ "products": described(account) })).into_response(),
        None => (
            StatusCode::UNAUTHORIZED,
            Json(json!({ "error": "Invalid or missing API token" })),
        )
            .into_response(),
    }
}

/// `Authorization: Token KEY`; the service takes `token` in lower case too.
fn key(headers: &HeaderMap) -> Option<&str> {
    let (scheme, key) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme.eq_ignore_ascii_case("token").then_some(key)
}

/// The products with all the fields that the service gives, of which the plugin needs two.
fn described(account: Account) -> Vec<serde_json::Value> {
    let describe = |product: crate::model::Product| {
        json!({
            "id": product.id.parse::<u32>().unwrap_or_default(),
            "name": product.name,
            "description": null,
            "default_section_id": null,
            "sections": [],
            "connection": null,
        })
    };
    account.products().into_iter().map(describe).collect()
}
