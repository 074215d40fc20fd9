//! The Connection page of Test IO for Jira Data Center.
//!
//! `rules_alone` leaves out what is shown, which takes most of the time to compile: `cargo xtask mutants` tries the rules
//! without it.

pub mod api;
#[cfg(not(rules_alone))]
pub mod app;
#[cfg(not(rules_alone))]
pub mod components;
pub mod domain;
#[cfg(not(rules_alone))]
pub mod host;
#[cfg(not(rules_alone))]
pub mod i18n;
#[cfg(not(rules_alone))]
pub mod pages;
pub mod state;
