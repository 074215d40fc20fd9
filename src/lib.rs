//! The Connection page of Test IO for Jira Data Center.

pub mod api;
pub mod app;
pub mod components;
pub mod domain;
pub mod host;
pub mod i18n;
pub mod pages;
pub mod state;
