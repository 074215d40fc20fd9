//! The Connection page of Test IO for Jira Data Center.
//!
//! `rules_alone` leaves the views out, which take most of the time to compile: `cargo xtask mutants` tries the rules without
//! them.

pub mod api;
#[cfg(not(rules_alone))]
pub mod app;
pub mod components;
pub mod domain;
pub mod host;
pub mod i18n;
#[cfg(not(rules_alone))]
pub mod pages;
pub mod state;
