//! Buttons and switches: what they say about themselves, and when a press counts.

use leptos::prelude::*;
use testio_connection::components::{
    button::{Appearance, Button, ButtonKind, IconButton},
    field::LabelVisibility,
    icon::IconName,
    switch::Switch,
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{click, description_of, has_focus, is_visible, mount, settle, text_of};

#[wasm_bindgen_test]
async fn a_press_counts_once() {
    let pressed = RwSignal::new(0);
    let page = mount(move || {
        view! {
            <Button
                appearance=Appearance::Primary
                icon=IconName::Add
                on_click=move |()| pressed.update(|count| *count += 1)
            >
                "Add connection"
            </Button>
        }
    })
    .await;
    click(&page.by_role("button", "Add connection")).await;
    assert_eq!(pressed.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_busy_button_keeps_its_name_width_and_focus_and_ignores_presses() {
    let pressed = RwSignal::new(0);
    let busy = RwSignal::new(false);
    let page = mount(move || {
        view! { <Button busy=busy on_click=move |()| pressed.update(|count| *count += 1)>"Save"</Button> }
    })
    .await;
    let button = page.by_role("button", "Save");
    button.focus().unwrap();
    let width = button.offset_width();
    busy.set(true);
    settle().await;
    let button = page.by_role("button", "Save");
    assert_eq!(button.get_attribute("aria-busy").as_deref(), Some("true"));
    assert_eq!(button.offset_width(), width);
    assert!(has_focus(&button));
    click(&button).await;
    assert_eq!(pressed.get_untracked(), 0);
    busy.set(false);
    settle().await;
    assert_eq!(button.get_attribute("aria-busy"), None);
    click(&button).await;
    assert_eq!(pressed.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_disabled_button_says_why_and_stays_within_reach_of_the_keyboard() {
    let pressed = RwSignal::new(0);
    let reason = RwSignal::new(Some("Enter an API key first".to_owned()));
    let page = mount(move || {
        view! {
            <Button disabled_reason=reason on_click=move |()| pressed.update(|count| *count += 1)>
                "Save"
            </Button>
        }
    })
    .await;
    let button = page.by_role("button", "Save");
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(description_of(&button), "Enter an API key first");
    let shown = &page.select(".tio-reason")[0];
    assert!(!is_visible(shown));
    button.focus().unwrap();
    assert!(has_focus(&button));
    assert!(is_visible(shown));
    click(&button).await;
    assert_eq!(pressed.get_untracked(), 0);
    reason.set(None);
    settle().await;
    assert_eq!(button.get_attribute("aria-disabled"), None);
    assert_eq!(description_of(&button), "");
    assert!(!is_visible(shown));
}

#[wasm_bindgen_test]
async fn a_blocked_submit_button_does_not_submit() {
    let submitted = RwSignal::new(0);
    let busy = RwSignal::new(true);
    let page = mount(move || {
        view! {
            <form on:submit=move |ev| {
                ev.prevent_default();
                submitted.update(|count| *count += 1);
            }>
                <Button kind=ButtonKind::Submit busy=busy>
                    "Save"
                </Button>
            </form>
        }
    })
    .await;
    let button = page.by_role("button", "Save");
    click(&button).await;
    assert_eq!(submitted.get_untracked(), 0);
    busy.set(false);
    settle().await;
    click(&button).await;
    assert_eq!(submitted.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn an_icon_button_has_a_name_and_is_large_enough_to_hit() {
    let page = mount(|| view! { <IconButton icon=IconName::Cross label="Dismiss" on_click=|()| () /> }).await;
    let button = page.by_role("button", "Dismiss");
    assert!(button.offset_width() >= 24 && button.offset_height() >= 24);
    assert_eq!(
        text_of(&button),
        "",
        "the drawing is hidden from assistive technology"
    );
}

#[wasm_bindgen_test]
async fn a_switch_asks_for_the_other_state_and_shows_only_the_one_in_force() {
    let asked = RwSignal::new(Vec::new());
    let active = RwSignal::new(false);
    let page = mount(move || {
        view! {
            <Switch
                label="Active"
                checked=active
                on_change=move |state| asked.update(|asked: &mut Vec<bool>| asked.push(state))
            />
        }
    })
    .await;
    let switch = page.by_role("switch", "Active");
    assert_eq!(switch.get_attribute("aria-checked").as_deref(), Some("false"));
    click(&switch).await;
    assert_eq!(asked.get_untracked(), [true]);
    assert_eq!(
        switch.get_attribute("aria-checked").as_deref(),
        Some("false"),
        "the owner has not agreed yet"
    );
    active.set(true);
    settle().await;
    let switch = page.by_role("switch", "Active");
    assert_eq!(switch.get_attribute("aria-checked").as_deref(), Some("true"));
    click(&switch).await;
    assert_eq!(asked.get_untracked(), [true, false]);
}

#[wasm_bindgen_test]
async fn a_switch_whose_label_is_not_shown_has_it_as_its_name() {
    let page = mount(move || {
        view! {
            <Switch
                label="Notify"
                label_visibility=LabelVisibility::Hidden
                checked=true
                on_change=|_| {}
            />
        }
    })
    .await;
    page.by_role("switch", "Notify");
    assert_eq!(page.select(".tio-visually-hidden").len(), 1);
}

#[wasm_bindgen_test]
async fn a_switch_that_is_busy_or_disabled_does_nothing_and_says_why() {
    let asked = RwSignal::new(0);
    let busy = RwSignal::new(false);
    let reason = RwSignal::new(Some("Enter an API key first".to_owned()));
    let page = mount(move || {
        view! {
            <Switch
                label="Active"
                checked=false
                busy=busy
                disabled_reason=reason
                on_change=move |_| asked.update(|count| *count += 1)
            />
        }
    })
    .await;
    let switch = page.by_role("switch", "Active");
    assert_eq!(description_of(&switch), "Enter an API key first");
    click(&switch).await;
    reason.set(None);
    busy.set(true);
    settle().await;
    assert_eq!(switch.get_attribute("aria-busy").as_deref(), Some("true"));
    click(&switch).await;
    assert_eq!(asked.get_untracked(), 0);
}
