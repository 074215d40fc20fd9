//! The building blocks of a page in Jira's look. They know nothing of Test IO: every word they show is a prop.
//!
//! Views lose their types at each component's edge ([`built`]), effects and changing parts of a view go through
//! [`dynamic`], and reactive attributes are `Signal`s rather than closures of their own types: all three keep the
//! shipped code small.

pub mod built;
pub mod button;
pub mod combobox;
pub mod dialog;
pub mod dom;
pub mod dynamic;
pub mod field;
pub mod flags;
pub mod icon;
pub mod id;
pub mod lozenge;
pub mod menu;
pub mod progress;
pub mod rows;
pub mod secret_field;
pub mod section_message;
pub mod select;
pub mod switch;
pub mod tone;
pub mod typing_guard;
pub mod windowed_list;
pub mod windowing;
