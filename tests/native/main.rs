//! What can be tested without a browser.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test states what must hold"
)]

mod architecture;
mod asker;
mod attention;
mod busy;
mod clearing;
#[path = "../shared/decoding.rs"]
mod decoding;
mod delete_many;
mod editor;
mod fixtures;
mod gate;
mod health;
mod jobs;
mod known_accounts;
mod log_download;
mod logs;
mod lookup;
mod mistaken;
mod model;
mod opening;
mod paged_query;
mod rename;
#[path = "../shared/sending.rs"]
mod sending;
mod server;
mod store;
mod sweep;
mod test_all;
#[path = "../shared/tools_decoding.rs"]
mod tools_decoding;
mod type_ahead;
mod uncertain;
mod unconnected;
