//! Checks of any server against `docs/rest-api.yaml`, from the outside: over HTTP, with nothing but a login.
//!
//! Each rule of the contract is one [`rule::Rule`] with a name that stays, a sentence, and the place that it comes from.
//! [`run::run`] tries all of them on a server and gives a [`report::Report`]. The rules are in [`rules`], one file per
//! group.

pub mod cli;
pub mod document;
mod exchange;
pub mod kit;
pub mod options;
pub mod report;
pub mod rule;
pub mod rules;
pub mod run;
mod secrets;
mod session;
pub mod test_io;
mod verdict;
mod watch;
