//! The components in a real browser, asserted by what a person perceives: roles, names, focus.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that finds nothing has failed"
)]

pub mod buttons;
pub mod checks;
pub mod combobox;
pub mod common;
pub mod decoding;
pub mod dialogs;
pub mod fields;
pub mod flags;
pub mod languages;
pub mod lists;
pub mod menus;
pub mod progress;
pub mod secret_field;
pub mod tabs;
pub mod times;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
