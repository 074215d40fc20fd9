//! What a page tells the parts that it has in common with others.

use leptos::prelude::*;

use crate::{domain::ids::ConnectionId, host::context::Host, state::recovery::Recovery};

/// What the shared parts need to know. Each page provides it.
#[derive(Clone, Copy)]
pub struct Surroundings {
    /// Where this deployment's parts are.
    pub host: StoredValue<Host>,
    /// What stands in the way of requests that wait.
    pub recovery: Recovery,
    /// The connection that is open, for *Copy details*. Nothing on a page that opens none.
    pub open: Signal<Option<ConnectionId>>,
}

/// The surroundings of whoever asks, as the page has provided them.
pub fn use_surroundings() -> Surroundings {
    expect_context()
}
