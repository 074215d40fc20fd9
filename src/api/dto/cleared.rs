//! `Cleared`: what was forgotten.

use serde::Deserialize;

use super::Count;

/// How much there was.
#[derive(Deserialize)]
pub struct Cleared {
    connections: Count,
}

impl From<Cleared> for u32 {
    fn from(cleared: Cleared) -> Self {
        cleared.connections.0
    }
}
