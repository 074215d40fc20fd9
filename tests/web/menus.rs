//! Menus: keys, focus, and actions that cannot be chosen now.

use leptos::prelude::*;
use testio_connection::components::{
    icon::IconName,
    menu::{Menu, MenuItem},
    tone::Tone,
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::common::{Mounted, click, description_of, has_focus, is_visible, mount, press, press_focused};

/// A menu of three actions, and what was chosen.
async fn on_page() -> (Mounted, RwSignal<Vec<&'static str>>) {
    let chosen = RwSignal::new(Vec::new());
    let item = move |label: &'static str, reason: Option<&str>| MenuItem {
        label: label.to_owned(),
        icon: Some(IconName::Refresh),
        tone: Tone::Neutral,
        disabled_reason: reason.map(str::to_owned),
        on_select: Callback::new(move |()| chosen.update(|chosen: &mut Vec<_>| chosen.push(label))),
    };
    let page = mount(move || {
        let items = vec![
            item("Test connection", None),
            item("Remove key…", Some("There is no key")),
            item("Delete connection…", None),
        ];
        view! { <Menu label="More actions" items=items /> }
    })
    .await;
    (page, chosen)
}

fn button(page: &Mounted) -> HtmlElement {
    page.by_role("button", "More actions")
}

fn item(page: &Mounted, name: &str) -> HtmlElement {
    page.by_role("menuitem", name)
}

#[wasm_bindgen_test]
async fn a_press_opens_it_with_the_focus_on_the_first_action() {
    let (page, _) = on_page().await;
    assert_eq!(
        button(&page).get_attribute("aria-haspopup").as_deref(),
        Some("menu")
    );
    assert_eq!(
        button(&page).get_attribute("aria-expanded").as_deref(),
        Some("false")
    );
    click(&button(&page)).await;
    assert_eq!(
        button(&page).get_attribute("aria-expanded").as_deref(),
        Some("true")
    );
    page.by_role("menu", "More actions");
    assert!(has_focus(&item(&page, "Test connection")));
    assert!(is_visible(&item(&page, "Test connection")));
}

#[wasm_bindgen_test]
async fn arrows_on_the_button_open_it_at_either_end() {
    let (page, _) = on_page().await;
    press(&button(&page), "ArrowUp").await;
    assert!(has_focus(&item(&page, "Delete connection…")));
    press_focused("Escape").await;
    press(&button(&page), "ArrowDown").await;
    assert!(has_focus(&item(&page, "Test connection")));
}

#[wasm_bindgen_test]
async fn keys_move_among_the_actions() {
    let (page, _) = on_page().await;
    click(&button(&page)).await;
    press_focused("ArrowDown").await;
    assert!(has_focus(&item(&page, "Remove key…")));
    press_focused("End").await;
    assert!(has_focus(&item(&page, "Delete connection…")));
    press_focused("ArrowDown").await;
    assert!(has_focus(&item(&page, "Test connection")));
    press_focused("ArrowUp").await;
    assert!(has_focus(&item(&page, "Delete connection…")));
    press_focused("Home").await;
    assert!(has_focus(&item(&page, "Test connection")));
    press_focused("r").await;
    assert!(has_focus(&item(&page, "Remove key…")));
}

#[wasm_bindgen_test]
async fn escape_closes_it_alone_and_gives_the_focus_back() {
    let (page, chosen) = on_page().await;
    click(&button(&page)).await;
    assert!(
        press_focused("Escape").await,
        "a dialog around it must not close too"
    );
    assert!(page.all("menu").is_empty());
    assert!(has_focus(&button(&page)));
    assert!(chosen.get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn tab_closes_it_and_moves_on_from_the_button() {
    let (page, _) = on_page().await;
    click(&button(&page)).await;
    assert!(!press_focused("Tab").await, "the browser moves the focus");
    assert!(page.all("menu").is_empty());
    assert!(has_focus(&button(&page)));
}

#[wasm_bindgen_test]
async fn a_choice_closes_it_and_the_focus_is_back_before_the_action_starts() {
    let (page, chosen) = on_page().await;
    click(&button(&page)).await;
    click(&item(&page, "Delete connection…")).await;
    assert_eq!(chosen.get_untracked(), ["Delete connection…"]);
    assert!(page.all("menu").is_empty());
    assert!(has_focus(&button(&page)));
}

#[wasm_bindgen_test]
async fn an_action_that_cannot_be_chosen_says_why() {
    let (page, chosen) = on_page().await;
    click(&button(&page)).await;
    let remove = item(&page, "Remove key…");
    assert_eq!(remove.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(description_of(&remove), "There is no key");
    click(&remove).await;
    assert!(chosen.get_untracked().is_empty());
    assert_eq!(page.all("menu").len(), 1);
}

#[wasm_bindgen_test]
async fn it_closes_when_the_focus_goes_elsewhere() {
    let (page, _) = on_page().await;
    click(&button(&page)).await;
    item(&page, "Test connection").blur().unwrap();
    crate::common::settle().await;
    assert!(page.all("menu").is_empty());
}
