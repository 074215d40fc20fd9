//! How the keyboard gets about in the windowed list.

use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{KeyboardEvent, KeyboardEventInit};

use super::{List, list};
use crate::common::{has_focus, press_focused, settle, text_of};

#[wasm_bindgen_test]
async fn arrow_keys_move_the_focus_also_to_rows_that_are_not_mounted() {
    let list = list(10_000).await;
    list.row(0).focus().unwrap();
    press_focused("ArrowDown").await;
    assert!(has_focus(&list.row(1)));
    press_focused("PageDown").await;
    assert!(has_focus(&list.row(11)));
    press_focused("End").await;
    assert!(has_focus(&list.row(9_999)) && list.is_in_view(9_999));
    press_focused("ArrowDown").await;
    assert!(has_focus(&list.row(9_999)));
    press_focused("Home").await;
    assert!(has_focus(&list.row(0)) && list.is_in_view(0));
    press_focused("ArrowUp").await;
    assert!(has_focus(&list.row(0)));
}

/// A list whose first row has the focus, where End has been pressed while the last row is not loaded.
async fn list_on_the_way_to_its_end() -> List {
    let list = list(10_000).await;
    list.loaded.set(100);
    list.row(0).focus().unwrap();
    press_focused("End").await;
    list
}

/// End in a long list scrolled to the last row, but the focus stayed on the first: the last was not loaded yet.
#[wasm_bindgen_test]
async fn the_focus_follows_as_soon_as_the_row_is_loaded() {
    let list = list_on_the_way_to_its_end().await;
    assert!(has_focus(&list.row(0)), "it waits where it is");
    list.loaded.set(10_000);
    settle().await;
    assert!(has_focus(&list.row(9_999)) && list.is_in_view(9_999));
}

#[wasm_bindgen_test]
async fn the_focus_does_not_follow_once_the_person_has_gone_elsewhere() {
    let list = list_on_the_way_to_its_end().await;
    press_focused("ArrowDown").await;
    list.loaded.set(10_000);
    settle().await;
    assert!(has_focus(&list.row(1)));
}

#[wasm_bindgen_test]
async fn a_letter_may_lead_to_any_row() {
    let list = list(10_000).await;
    list.row(3).focus().unwrap();
    assert!(press_focused("w").await, "the browser does not look for it, too");
    let pressed = list.asked_at("w");
    assert_eq!(pressed.index, 3);
    pressed.lead_to(7_000);
    settle().await;
    assert!(has_focus(&list.row(7_000)) && list.is_in_view(7_000));
}

/// It may have to be looked for, and that takes a while.
#[wasm_bindgen_test]
async fn a_letter_leads_nowhere_once_the_person_has_gone_elsewhere() {
    for (key, row) in [("ArrowDown", 4), ("End", 9_999)] {
        let list = list(10_000).await;
        list.loaded.set(100);
        list.row(3).focus().unwrap();
        press_focused("w").await;
        press_focused(key).await;
        list.asked_at("w").lead_to(50);
        list.loaded.set(10_000);
        settle().await;
        assert!(has_focus(&list.row(row)), "{key}");
    }
}

#[wasm_bindgen_test]
async fn a_key_that_the_list_has_no_use_for_is_the_browsers() {
    let list = list(100).await;
    list.row(0).focus().unwrap();
    assert!(!press_focused("?").await);
    list.asked_at("?");
}

#[wasm_bindgen_test]
async fn a_letter_with_a_modifier_is_no_letter() {
    let list = list(100).await;
    list.row(0).focus().unwrap();
    for set in [
        KeyboardEventInit::set_ctrl_key,
        KeyboardEventInit::set_alt_key,
        KeyboardEventInit::set_meta_key,
    ] {
        let init = KeyboardEventInit::new();
        init.set_key("w");
        init.set_bubbles(true);
        set(&init, true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        list.row(0).dispatch_event(&event).unwrap();
    }
    settle().await;
    assert!(list.asked.get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn the_list_is_one_stop_for_the_tab_key() {
    let list = list(100).await;
    let stops = || {
        let buttons = list.page.select("button[tabindex='0']");
        buttons.iter().map(|button| text_of(button)).collect::<Vec<_>>()
    };
    assert_eq!(stops(), ["Project 0"]);
    list.row(0).focus().unwrap();
    press_focused("ArrowDown").await;
    assert_eq!(stops(), ["Project 1"]);
    list.row(1).blur().unwrap();
    list.scroll_to(2_000).await;
    assert_eq!(
        stops().len(),
        1,
        "also when the row that was the stop is out of view"
    );
}
