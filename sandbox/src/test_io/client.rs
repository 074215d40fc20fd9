//! The HTTP client that verifies keys with Test IO.

use std::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderValue, RETRY_AFTER};
use reqwest::{RequestBuilder, Response, StatusCode, Url};
use serde::Deserialize;

use super::route::Route;
use crate::model::{ApiKey, CheckOutcome, Product, Products};

/// How long Test IO may take for a whole answer.
pub(super) const TIMEOUT: Duration = Duration::from_secs(5);

/// What Test IO says of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is good for these products.
    Accepted(Products),
    /// It is not, or no longer, valid.
    Rejected,
    /// There was no answer, or none that makes sense.
    Unreachable,
    /// Too many requests.
    RateLimited {
        /// In how many seconds to come back, if Test IO said so.
        retry_after: Option<u64>,
    },
}

impl Verdict {
    /// What a connection remembers of it, with the products if there are any; `None` if it says nothing about the key.
    #[must_use]
    pub fn outcome(self) -> Option<(CheckOutcome, Option<Products>)> {
        match self {
            Self::Accepted(products) => Some((CheckOutcome::Accepted, Some(products))),
            Self::Rejected => Some((CheckOutcome::Rejected, None)),
            Self::Unreachable => Some((CheckOutcome::Unreachable, None)),
            Self::RateLimited { .. } => None,
        }
    }
}

/// Test IO's API at the end of one way.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    products: Url,
    route: Route,
}

#[derive(Deserialize)]
struct ProductList {
    products: Vec<ProductEntry>,
}

#[derive(Deserialize)]
struct ProductEntry {
    id: u64,
    name: String,
}

impl Client {
    /// A client of the API at the end of this way.
    ///
    /// # Errors
    /// The way cannot be used for HTTP.
    pub fn new(route: Route) -> anyhow::Result<Self> {
        Ok(Self {
            http: route.http()?,
            products: Url::parse(&format!("{}/products", route.api()))?,
            route,
        })
    }

    /// The way that its requests take.
    #[must_use]
    pub fn route(&self) -> &Route {
        &self.route
    }

    /// Asks Test IO without a key, which it refuses.
    ///
    /// # Errors
    /// There was no answer.
    pub async fn ask_without_key(&self) -> reqwest::Result<Response> {
        self.products_request().send().await
    }

    /// Asks Test IO for the products of a key, which it gives only for a valid one.
    pub async fn verify(&self, key: &ApiKey) -> Verdict {
        let Ok(mut token) = HeaderValue::from_bytes(format!("Token {}", key.expose()).as_bytes()) else {
            return Verdict::Rejected;
        };
        token.set_sensitive(true);
        match self.products_request().header(AUTHORIZATION, token).send().await {
            Ok(response) => judge(response).await,
            Err(_) => Verdict::Unreachable,
        }
    }

    fn products_request(&self) -> RequestBuilder {
        self.http
            .get(self.products.clone())
            .header(ACCEPT, "application/json")
    }
}

async fn judge(response: Response) -> Verdict {
    match response.status() {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Verdict::Rejected,
        StatusCode::TOO_MANY_REQUESTS => Verdict::RateLimited {
            retry_after: retry_after(&response),
        },
        StatusCode::OK => match response.json::<ProductList>().await {
            Ok(list) => Verdict::Accepted(Products::from(
                list.products
                    .into_iter()
                    .map(|entry| Product {
                        id: entry.id.to_string(),
                        name: entry.name,
                    })
                    .collect::<Vec<_>>(),
            )),
            Err(_) => Verdict::Unreachable,
        },
        _ => Verdict::Unreachable,
    }
}

/// `Retry-After` in seconds; a date is left to the reader to retry later.
fn retry_after(response: &Response) -> Option<u64> {
    response
        .headers()
        .get(RETRY_AFTER)?
        .to_str()
        .ok()?
        .trim()
        .parse()
        .ok()
}
