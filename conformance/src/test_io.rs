//! A stand-in for Test IO's API, for a plugin that can be told to ask it. It works, fails or is busy on request, and
//! counts how often it is asked.

use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::Context;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use sandbox::test_io::{PREFIX, key, product, refusal};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use tokio::time::sleep;

use crate::kit::{lock, random_key};

/// How it is with Test IO.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// It answers as it should.
    Well,
    /// It answers 503 to everything.
    Down,
    /// It answers 429, and names a time in seconds or not.
    Busy(Option<u32>),
    /// It refuses every key.
    Refusing,
    /// It answers as it should, half a second later.
    Slow,
    /// It answers 503 to whoever has a key, and as it should to others.
    DownForKeys,
    /// It answers 429 to whoever has a key, and as it should to others.
    BusyForKeys,
}

/// How many products the first account has: more than a connection shows.
pub const MANY_PRODUCTS: usize = 12;

/// How many the second one has.
pub const FEW_PRODUCTS: usize = 2;

#[derive(Debug)]
struct Account {
    /// Keys with the number of products behind each.
    keys: [(String, usize); 2],
    mood: Mutex<Mood>,
    /// What it was asked with, in its order; without a key an empty text.
    asked: Mutex<Vec<String>>,
}

/// The stand-in, listening. It ends when it is dropped.
#[derive(Debug)]
pub struct TestIo {
    address: SocketAddr,
    account: Arc<Account>,
    refused: String,
    _runtime: Runtime,
}

impl TestIo {
    /// Listens at an address.
    ///
    /// # Errors
    /// The address is taken or cannot be listened at.
    pub fn listen(address: SocketAddr) -> anyhow::Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let listener = TcpListener::bind(address).with_context(|| format!("cannot listen at {address}"))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let account = Arc::new(Account {
            keys: [(random_key(), MANY_PRODUCTS), (random_key(), FEW_PRODUCTS)],
            mood: Mutex::new(Mood::Well),
            asked: Mutex::default(),
        });
        let router = Router::new()
            .route(&format!("{PREFIX}/products"), get(products))
            .with_state(Arc::clone(&account));
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self {
            address,
            account,
            refused: random_key(),
            _runtime: runtime,
        })
    }

    /// What the plugin has to be told: the API's address without `/customer/v2`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A key with [`MANY_PRODUCTS`].
    #[must_use]
    pub fn accepted_key(&self) -> &str {
        &self.account.keys[0].0
    }

    /// A key with [`FEW_PRODUCTS`].
    #[must_use]
    pub fn other_accepted_key(&self) -> &str {
        &self.account.keys[1].0
    }

    /// A key that is refused.
    #[must_use]
    pub fn refused_key(&self) -> &str {
        &self.refused
    }

    /// Sets how it is from now on, until what this gives is dropped.
    pub fn while_it_is(&self, mood: Mood) -> impl Drop {
        *lock(&self.account.mood) = mood;
        Recovery(Arc::clone(&self.account))
    }

    /// How often it has been asked.
    #[must_use]
    pub fn asked(&self) -> usize {
        lock(&self.account.asked).len()
    }

    /// How often it has been asked with this key; an empty text stands for none.
    #[must_use]
    pub fn asked_with(&self, key: &str) -> usize {
        lock(&self.account.asked)
            .iter()
            .filter(|asked| *asked == key)
            .count()
    }

    /// Host and port.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// Makes all well when it goes.
struct Recovery(Arc<Account>);

impl Drop for Recovery {
    fn drop(&mut self) {
        *lock(&self.0.mood) = Mood::Well;
    }
}

async fn products(State(account): State<Arc<Account>>, headers: HeaderMap) -> Response {
    let with = key(&headers).unwrap_or_default();
    lock(&account.asked).push(with.to_owned());
    let mood = *lock(&account.mood);
    if mood == Mood::Slow {
        sleep(Duration::from_millis(500)).await;
    }
    match mood {
        Mood::DownForKeys if !with.is_empty() => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Mood::BusyForKeys if !with.is_empty() => StatusCode::TOO_MANY_REQUESTS.into_response(),
        Mood::Down => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Mood::Refusing => refusal(),
        Mood::Busy(None) => StatusCode::TOO_MANY_REQUESTS.into_response(),
        Mood::Busy(Some(seconds)) => {
            let wait = [(header::RETRY_AFTER, seconds.to_string())];
            (StatusCode::TOO_MANY_REQUESTS, wait).into_response()
        }
        Mood::Well | Mood::Slow | Mood::DownForKeys | Mood::BusyForKeys => match account.products_of(with) {
            Some(count) => Json(json!({ "products": described(count) })).into_response(),
            None => refusal(),
        },
    }
}

impl Account {
    fn products_of(&self, key: &str) -> Option<usize> {
        self.keys
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, products)| *products)
    }
}

/// As many products as that, with all the fields that the service gives.
fn described(count: usize) -> Vec<Value> {
    (1..=count)
        .zip(901..)
        .map(|(number, id)| product(id, &format!("Product {number}")))
        .collect()
}
