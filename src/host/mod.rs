//! What Jira's page around the iframe tells us, and what we tell it.

pub mod clock;
pub mod context;
pub mod download;
pub mod height;
pub mod idle;
pub mod location;
pub mod memory;
mod page;
pub mod presence;
pub mod printing;
pub mod shortcuts;
pub mod theme;
