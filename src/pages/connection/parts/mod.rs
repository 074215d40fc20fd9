//! What several parts of this page show. What other pages show too is in `pages/shared`, what comes later than the page in
//! `../later.rs`.

pub mod status;
pub mod stored_key;
pub mod walk;
