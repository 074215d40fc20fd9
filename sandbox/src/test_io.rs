//! Test IO's customer API, both ends: the client that the plugin would have, and a built-in stand-in for the service.

pub mod accounts;
mod client;
mod revoked;
mod route;
mod server;

pub use client::{Client, Verdict};
pub use revoked::Revoked;
pub use route::{Proxy, Route};
pub use server::{PREFIX, key, product, refusal, router};
