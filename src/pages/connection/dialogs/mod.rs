//! The page's dialogs, one file or folder each.

pub mod accounts;
pub mod add;
pub mod lookup;
mod project_picker;
pub mod shortcuts;
pub mod test_all;
pub mod unsaved;
