//! A local stand-in for everything the Connection page needs around it: Jira's admin UI, the Test IO plugin's REST API,
//! and Test IO's own API. It is for development and for tests, and listens on the loopback interface only.

pub mod app;
pub mod auth;
pub mod background;
pub mod banner;
pub mod checks;
pub mod cli;
pub mod contract;
pub mod control;
pub mod faults;
pub mod host;
pub mod model;
pub mod rest;
mod running;
pub mod seed;
pub mod serve;
pub mod store;
pub mod test_io;
pub mod ways;
pub mod xsrf;

pub use running::{Options, Persistence, Running, TestIoAt};
