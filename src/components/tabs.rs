//! Tabs, after the ARIA tabs pattern with automatic activation.

use leptos::{html, prelude::*};

use super::{
    dom::{aria_state, focus, plain_key},
    id::unique_id,
};

/// A row of tabs, and below it what belongs to the selected one.
///
/// The Tab key stops at the selected tab; the arrow keys, Home and End select another. What a tab shows is made when it is
/// selected for the first time, and stays from then on.
#[component]
pub fn Tabs<K, P>(
    /// The accessible name of the row.
    label: &'static str,
    /// The tabs in their order, each with its name.
    tabs: Vec<(K, &'static str)>,
    /// The selected one.
    #[prop(into)]
    selected: Signal<K>,
    /// Called when a person selects one.
    #[prop(into)]
    on_select: Callback<K>,
    /// What a tab shows, and whether it is the selected one.
    panel: P,
) -> impl IntoView
where
    K: Copy + PartialEq + Send + Sync + 'static,
    P: Fn(K, Signal<bool>) -> AnyView + Copy + Send + 'static,
{
    let tabs: Vec<_> = tabs.into_iter().map(|(key, name)| Tab::new(key, name)).collect();
    let row = StoredValue::new(tabs.clone());
    let pressed = move |key: &str| {
        let target = row.with_value(|row| {
            let now = row.iter().position(|tab| tab.key == selected.get_untracked())?;
            row.get(next_tab(key, now, row.len())?).cloned()
        });
        if let Some(tab) = &target {
            on_select.run(tab.key);
            focus(tab.button);
        }
        target.is_some()
    };
    let buttons: Vec<_> = tabs
        .iter()
        .cloned()
        .map(|tab| view! { <TabButton tab selected on_select /> })
        .collect();
    let panels: Vec<_> = tabs
        .into_iter()
        .map(|tab| view! { <TabPanel tab selected panel /> })
        .collect();
    view! {
        <div class="tio-tabs">
            <div
                class="tio-tabs__row"
                role="tablist"
                aria-label=label
                on:keydown=move |ev| {
                    if plain_key(&ev).is_some_and(|key| pressed(&key)) {
                        ev.prevent_default();
                    }
                }
            >
                {buttons}
            </div>
            {panels}
        </div>
    }
}

/// One tab with its ids.
#[derive(Clone)]
struct Tab<K> {
    key: K,
    name: &'static str,
    id: String,
    panel_id: String,
    button: NodeRef<html::Button>,
}

impl<K> Tab<K> {
    fn new(key: K, name: &'static str) -> Self {
        Self {
            key,
            name,
            id: unique_id(),
            panel_id: unique_id(),
            button: NodeRef::new(),
        }
    }
}

#[component]
fn TabButton<K: Copy + PartialEq + Send + Sync + 'static>(
    /// The tab.
    tab: Tab<K>,
    /// The selected one.
    selected: Signal<K>,
    /// Called when this one is pressed.
    on_select: Callback<K>,
) -> impl IntoView {
    let key = tab.key;
    let is_selected = Signal::derive(move || selected.get() == key);
    view! {
        <button
            type="button"
            class="tio-tabs__tab"
            role="tab"
            id=tab.id
            aria-selected=aria_state(is_selected)
            aria-controls=tab.panel_id
            tabindex=move || if is_selected.get() { "0" } else { "-1" }
            node_ref=tab.button
            on:click=move |_| on_select.run(key)
        >
            {tab.name}
        </button>
    }
}

#[component]
fn TabPanel<K, P>(
    /// The tab that it belongs to.
    tab: Tab<K>,
    /// The selected one.
    selected: Signal<K>,
    /// What a tab shows.
    panel: P,
) -> impl IntoView
where
    K: Copy + PartialEq + Send + Sync + 'static,
    P: Fn(K, Signal<bool>) -> AnyView + Copy + Send + 'static,
{
    let key = tab.key;
    let is_selected = Signal::derive(move || selected.get() == key);
    let was_selected = Memo::new(move |before: Option<&bool>| before == Some(&true) || is_selected.get());
    view! {
        <div
            class="tio-tabs__panel"
            role="tabpanel"
            id=tab.panel_id
            aria-labelledby=tab.id
            tabindex="0"
            hidden=move || !is_selected.get()
        >
            {move || was_selected.get().then(|| panel(key, is_selected))}
        </div>
    }
}

/// Which of so many tabs a key selects from the one at `now`; nothing for other keys.
fn next_tab(key: &str, now: usize, count: usize) -> Option<usize> {
    match key {
        "ArrowRight" => Some((now + 1) % count),
        "ArrowLeft" => Some((now + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}
