//! Help beside what it is about.

mod first_steps;
mod panels;

use leptos::prelude::*;

pub use self::{first_steps::FirstSteps, panels::Panels};
use super::services::Services;
use crate::components::subscription;

/// Whether nothing has been set up in this Jira yet.
pub fn is_first_run(services: Services) -> bool {
    subscription::end_on_cleanup();
    let no_key = services
        .store
        .global
        .with(|global| global.ready().is_some_and(|global| global.key.is_none()));
    no_key
        && services.store.summary.with(|summary| {
            summary
                .ready()
                .is_some_and(|summary| summary.connections.total == 0)
        })
}
