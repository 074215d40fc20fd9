//! What several pages show, and what they tell it about themselves: [`surroundings`].

pub mod copy_details;
pub mod copy_text;
pub mod failed;
pub mod jira_page;
pub mod new_tab;
pub mod not_done;
pub mod recovery_banner;
pub mod surroundings;
pub mod time;
