//! The sandbox over real HTTP: every rule of the contract, and everything around it.
//!
//! Each test starts a sandbox of its own with a database of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that panics has failed, as it should"
)]

mod accounts;
mod background;
mod checks;
mod conditional;
mod contract;
mod create;
mod effective;
mod everywhere;
mod faults;
mod harness;
mod keys;
mod lists;
mod maintenance_checks;
mod page;
mod persistence;
mod program;
mod projects;
mod reload;
mod rights;
mod same_key;
mod sessions;
mod summary;
mod websudo;
mod xsrf;
