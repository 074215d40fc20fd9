//! The kit against the sandbox: it finds every rule kept there, and every rule broken that is broken on purpose.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that panics has failed, as it should"
)]

mod breaks;
mod broken;
mod command;
mod harness;
mod kept;
mod proxy;
