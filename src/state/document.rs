//! Whether the page is still the one that the server has.

pub use crate::api::document::is_replaced;
