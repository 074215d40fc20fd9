//! Pure rules of the product: no browser, no framework, no network.

pub mod account;
pub mod accounts;
pub mod api_key;
pub mod attention;
pub mod barrier;
pub mod best_match;
pub mod combobox;
pub mod connection;
pub mod csv;
pub mod difference;
pub mod draft;
pub mod failure;
pub mod filter;
pub mod found;
pub mod goal;
pub mod ids;
pub mod invisible;
pub mod label;
pub mod maintenance;
pub mod new_connection;
pub mod own_account;
pub mod paged;
pub mod project;
pub mod redaction;
pub mod retry_after;
pub mod route;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod samples;
pub mod shown;
pub mod status;
pub mod summary;
pub mod test_report;
pub mod test_round;
pub mod text_match;
pub mod time;
pub mod type_ahead;
pub mod unconnected;
