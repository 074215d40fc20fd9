//! Choosing without going to an option: the only match by Enter, or by the owner beforehand.

use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::picker::{named, picker, picker_with, row};
use crate::common::{settle, type_in};

#[wasm_bindgen_test]
async fn enter_chooses_the_only_option_that_can_be_chosen() {
    let picker = picker(named(&["Shop!", "Web shop"])).await;
    type_in(&picker.input, "shop").await;
    assert_eq!(picker.active(), None);
    assert!(picker.press("Enter").await, "the form must not be submitted too");
    assert_eq!(picker.chosen_id().as_deref(), Some("1"));
    assert_eq!(picker.input.value(), "Web shop");
    assert!(!picker.is_open());
    assert!(!picker.press("Enter").await, "now Enter belongs to the form");
}

#[wasm_bindgen_test]
async fn what_is_chosen_beforehand_stands_in_the_field_and_can_be_changed() {
    let picker = picker_with(named(&["Checkout", "Shop"]), Some(row(1, "Shop"))).await;
    assert_eq!(picker.input.value(), "Shop");
    assert!(!picker.is_open());
    assert_eq!(picker.announced(), "");
    picker.page.by_role("button", "Clear");
    assert!(!picker.press("Enter").await, "Enter belongs to the form");
    assert_eq!(picker.chosen_id().as_deref(), Some("1"));
    type_in(&picker.input, "Check").await;
    assert_eq!(picker.chosen_id(), None);
    picker.press("ArrowDown").await;
    picker.press("Enter").await;
    assert_eq!(picker.input.value(), "Checkout");
}

#[wasm_bindgen_test]
async fn the_owner_can_take_back_what_was_chosen_beforehand() {
    let picker = picker_with(named(&["Checkout"]), Some(row(0, "Checkout"))).await;
    picker.chosen.set(None);
    settle().await;
    assert_eq!(picker.input.value(), "");
}
