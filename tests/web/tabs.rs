//! Tabs: keys, focus, names, and when what they show is made.

use leptos::prelude::*;
use testio_connection::components::tabs::Tabs;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::common::{Mounted, click, has_focus, is_visible, mount, press_focused, text_of};

const NAMES: [&str; 3] = ["Health", "Logs", "Data"];

/// Three tabs, which of them is selected, and those whose panels have been made.
async fn on_page() -> (Mounted, RwSignal<u8>, RwSignal<Vec<u8>>) {
    let (selected, made) = (RwSignal::new(0), RwSignal::new(Vec::new()));
    let page = mount(move || {
        let tabs = vec![(0, NAMES[0]), (1, NAMES[1]), (2, NAMES[2])];
        let panel = move |key: u8, is_selected: Signal<bool>| {
            made.update(|made| made.push(key));
            let state = move || if is_selected.get() { "in front" } else { "behind" };
            view! { <p>{NAMES[usize::from(key)]} " is " {state}</p> }.into_any()
        };
        view! { <Tabs label="Maintenance" tabs selected on_select=move |key| selected.set(key) panel /> }
    })
    .await;
    (page, selected, made)
}

fn tab(page: &Mounted, name: &str) -> HtmlElement {
    page.by_role("tab", name)
}

fn panel(page: &Mounted, name: &str) -> HtmlElement {
    page.by_role("tabpanel", name)
}

/// One tab alone is selected, stops the Tab key and shows what belongs to it.
fn assert_selected(page: &Mounted, name: &str) {
    for other in NAMES {
        let is = other == name;
        let (tab, panel) = (tab(page, other), panel(page, other));
        let selected = tab.get_attribute("aria-selected");
        assert_eq!(
            selected.as_deref(),
            Some(if is { "true" } else { "false" }),
            "{other}"
        );
        let stop = tab.get_attribute("tabindex");
        assert_eq!(stop.as_deref(), Some(if is { "0" } else { "-1" }), "{other}");
        assert_eq!(is_visible(&panel), is, "{other}");
        assert_eq!(tab.get_attribute("aria-controls"), Some(panel.id()), "{other}");
    }
}

#[wasm_bindgen_test]
async fn each_tab_shows_its_panel_and_names_it() {
    let (page, selected, _) = on_page().await;
    page.by_role("tablist", "Maintenance");
    assert_selected(&page, "Health");
    click(&tab(&page, "Data")).await;
    assert_selected(&page, "Data");
    assert_eq!(text_of(&panel(&page, "Data")), "Data is in front");
    assert_eq!(text_of(&panel(&page, "Health")), "Health is behind");
    assert_eq!(selected.get_untracked(), 2);
}

#[wasm_bindgen_test]
async fn keys_select_and_take_the_focus_along() {
    let (page, _, _) = on_page().await;
    tab(&page, "Health").focus().unwrap();
    for (key, name) in [
        ("ArrowRight", "Logs"),
        ("ArrowRight", "Data"),
        ("ArrowRight", "Health"),
        ("ArrowLeft", "Data"),
        ("ArrowLeft", "Logs"),
        ("End", "Data"),
        ("Home", "Health"),
    ] {
        assert!(press_focused(key).await, "{key} must not scroll the page");
        assert_selected(&page, name);
        assert!(has_focus(&tab(&page, name)), "{key}");
    }
    for key in ["ArrowDown", "a", "Tab"] {
        assert!(!press_focused(key).await, "{key} is the browser's");
        assert_selected(&page, "Health");
    }
}

#[wasm_bindgen_test]
async fn a_panel_is_made_once_and_not_before_it_is_wanted() {
    let (page, selected, made) = on_page().await;
    assert_eq!(made.get_untracked(), [0]);
    for name in ["Data", "Health", "Data"] {
        click(&tab(&page, name)).await;
    }
    assert_eq!(made.get_untracked(), [0, 2]);
    selected.set(1);
    crate::common::settle().await;
    assert_selected(&page, "Logs");
    assert_eq!(made.get_untracked(), [0, 2, 1]);
}
