//! What Jira's page around the iframe tells us, and what we tell it.

pub mod attention;
pub mod context;
pub mod height;
pub mod location;
mod page;
pub mod theme;
