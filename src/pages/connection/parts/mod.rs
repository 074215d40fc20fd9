//! What several parts of the page show. What comes later than the page is in `../later.rs`.

pub mod copy_details;
pub mod failed;
pub mod jira_page;
pub mod new_tab;
pub mod recovery_banner;
pub mod status;
pub mod time;
pub mod walk;
