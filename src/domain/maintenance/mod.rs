//! What the Maintenance page knows of by itself.

pub mod tab;
