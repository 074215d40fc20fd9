//! What the page knows and does: signals over `api` and `domain`. No view and no browser in here.
//!
//! Data flows one way: the server's last answer is the truth, a draft lives beside it, and a successful mutation
//! replaces the truth with the answer's body.

pub mod add;
pub mod connection_pages;
pub mod delete_many;
pub mod document;
pub mod editor;
pub mod known_accounts;
pub mod latest;
pub mod load;
pub mod lookup;
pub mod maintenance;
pub mod navigation;
pub mod open_row;
pub mod opening;
pub mod paged_query;
pub mod recovery;
pub mod rename;
pub mod store;
pub mod sweep;
pub mod test_all;
pub mod type_ahead;
pub mod unconnected;
