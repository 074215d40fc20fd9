//! What several tabs show.

pub mod not_done;
