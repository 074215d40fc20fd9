//! What several parts of the page show.

pub mod copy_details;
pub mod jira_page;
pub mod new_tab;
pub mod recovery_banner;
pub mod status;
pub mod time;
