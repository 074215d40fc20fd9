//! Flags: who hears of them, and how long they stay.

use leptos::prelude::*;
use testio_connection::components::{
    flags::{FlagRegion, Flags},
    tone::Tone,
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Mounted, click, has_focus, mount, settle, text_of};

async fn region() -> (Mounted, Flags) {
    let flags = StoredValue::new(None);
    let page = mount(move || {
        let provided = Flags::provide();
        flags.set_value(Some(provided));
        view! {
            <button>"Elsewhere"</button>
            <FlagRegion flags=Flags::expect() dismiss_label="Dismiss" />
        }
    })
    .await;
    (page, flags.get_value().unwrap())
}

#[wasm_bindgen_test]
async fn both_live_regions_are_there_before_anything_is_said() {
    let (page, _) = region().await;
    assert_eq!(page.all("status").len(), 1);
    assert_eq!(page.all("alert").len(), 1);
    assert_eq!(text_of(&page.all("status")[0]), "");
}

#[wasm_bindgen_test]
async fn success_is_said_politely_and_failure_at_once() {
    let (page, flags) = region().await;
    flags.show(Tone::Success, "Connection saved".to_owned(), None);
    flags.show(
        Tone::Danger,
        "Could not delete".to_owned(),
        Some("Jira did not answer.".to_owned()),
    );
    settle().await;
    assert_eq!(text_of(&page.all("status")[0]), "Connection saved");
    assert_eq!(
        text_of(&page.all("alert")[0]),
        "Could not deleteJira did not answer."
    );
}

#[wasm_bindgen_test]
async fn a_flag_goes_when_it_is_dismissed_and_the_focus_returns() {
    let (page, flags) = region().await;
    let elsewhere = page.by_role("button", "Elsewhere");
    flags.show(Tone::Danger, "Could not delete".to_owned(), None);
    settle().await;
    elsewhere.focus().unwrap();
    let dismiss = page.by_role("button", "Dismiss");
    dismiss.focus().unwrap();
    click(&dismiss).await;
    assert_eq!(text_of(&page.all("alert")[0]), "");
    assert!(has_focus(&elsewhere));
}

#[wasm_bindgen_test]
async fn the_next_action_clears_all_flags() {
    let (page, flags) = region().await;
    flags.show(Tone::Success, "Saved".to_owned(), None);
    flags.show(Tone::Danger, "Failed".to_owned(), None);
    settle().await;
    flags.clear();
    settle().await;
    assert!(page.find("button", "Dismiss").is_none());
}

#[wasm_bindgen_test]
async fn the_owner_can_take_one_flag_away() {
    let (page, flags) = region().await;
    let first = flags.show(Tone::Warning, "First".to_owned(), None);
    flags.show(Tone::Warning, "Second".to_owned(), None);
    flags.dismiss(first);
    settle().await;
    assert_eq!(text_of(&page.all("status")[0]), "Second");
}
