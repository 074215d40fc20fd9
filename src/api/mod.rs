//! The only place that knows HTTP: URLs, headers, JSON and what answers mean.
//!
//! One file per resource of the contract (`docs/rest-api.yaml`). Every function gives either what was asked for or
//! a [`crate::domain::failure::Failure`]. [`dto`] has the shapes of the bodies.

pub mod accounts;
mod answer;
mod asker;
pub mod checks;
mod classify;
pub mod client;
pub mod connections;
pub mod data;
pub mod document;
pub mod dto;
mod early;
mod fetch;
pub mod gate;
pub mod jobs;
pub mod json;
pub mod logs;
pub mod projects;
mod query;
pub mod request;
mod stream;
pub mod summary;

pub use answer::{NoAnswer, RawAnswer};
pub use fetch::fetch;
