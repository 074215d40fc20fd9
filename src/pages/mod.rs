//! The plugin's admin pages, one folder each.

pub mod connection;
