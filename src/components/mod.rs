//! The building blocks of a page in Jira's look. They know nothing of Test IO: every word they show is given.

pub mod anchors;
pub mod button;
pub mod combobox;
pub mod countdown;
pub mod dialog;
pub mod disclosure;
pub mod dom;
pub mod field;
pub mod flags;
pub mod focus_keeper;
pub mod icon;
pub mod id;
pub mod letters;
pub mod lozenge;
pub mod menu;
pub mod progress;
pub mod rows;
pub mod secret_field;
pub mod secret_text;
pub mod section_message;
pub mod select;
pub mod switch;
pub mod tone;
pub mod typing_guard;
pub mod windowed_list;
pub mod windowing;
