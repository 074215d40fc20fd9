//! A menu behind a button.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::{
    built::Build as _,
    dom::{aria_flag, aria_state, focus_leaves, pressed_key},
    dynamic::{dynamic_if, effect},
    icon::{Icon, IconName},
    id::unique_id,
    tone::Tone,
};
use crate::domain::text_match::find_match;

/// One action of a [`Menu`].
#[derive(Clone)]
pub struct MenuItem {
    /// What it does. A label that ends in an ellipsis asks before it acts.
    pub label: String,
    /// Drawn before the label.
    pub icon: Option<IconName>,
    /// [`Tone::Danger`] for what destroys something.
    pub tone: Tone,
    /// Why it cannot be chosen now; `None` when it can.
    pub disabled_reason: Option<String>,
    /// Called when it is chosen, after the focus has returned to the button.
    pub on_select: Callback<()>,
}

/// A button with a menu of actions, after the ARIA menu button pattern: arrow keys, Home, End and first letters
/// move in the menu, Esc and Tab leave it, and the focus returns to the button.
#[component]
pub fn Menu(
    /// The accessible name of the button, such as "More actions".
    #[prop(into)]
    label: Signal<String>,
    /// The actions.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    /// The icon on the button.
    #[prop(default = IconName::More)]
    icon: IconName,
    /// The button element, to move the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
) -> impl IntoView {
    let menu = MenuState {
        first: RwSignal::new(None),
        button: node_ref,
        popup: NodeRef::new(),
    };
    let box_ref = NodeRef::<html::Div>::new();
    let menu_id = unique_id();
    let button_id = unique_id();
    let is_open = Signal::derive(move || menu.first.get().is_some());
    menu.focus_on_opening();

    let popup = {
        let (menu_id, button_id) = (menu_id.clone(), button_id.clone());
        dynamic_if(is_open, move || {
            let items = items
                .get()
                .into_iter()
                .map(|item| item_view(item, menu))
                .collect_view();
            view! {
                <div
                    class="tio-menu__popup"
                    role="menu"
                    id=menu_id.clone()
                    aria-labelledby=button_id.clone()
                    node_ref=menu.popup
                    on:keydown=move |ev| {
                        if let Some(key) = pressed_key(&ev) && menu.pressed(&key) {
                            ev.prevent_default();
                            ev.stop_propagation();
                        }
                    }
                >
                    {items}
                </div>
            }
            .built()
        })
    };
    view! {
        <div
            class="tio-menu"
            node_ref=box_ref
            on:focusout=move |ev| {
                if focus_leaves(box_ref, &ev) {
                    menu.first.set(None);
                }
            }
        >
            <button
                type="button"
                class="tio-button tio-button--subtle tio-button--icon"
                id=button_id
                aria-label=label
                aria-haspopup="menu"
                aria-expanded=aria_state(is_open)
                aria-controls=menu_id
                title=label
                node_ref=node_ref
                on:click=move |_| {
                    menu.first.update(|first| {
                        *first = if first.is_none() { Some(Place::First) } else { None };
                    });
                }
                on:keydown=move |ev| {
                    let place = match pressed_key(&ev).as_deref() {
                        Some("ArrowDown") => Place::First,
                        Some("ArrowUp") => Place::Last,
                        _ => return,
                    };
                    ev.prevent_default();
                    menu.first.set(Some(place));
                }
            >
                <Icon name=icon />
            </button>
            {popup}
        </div>
    }
    .built()
}

fn item_view(item: MenuItem, menu: MenuState) -> AnyView {
    let label_id = unique_id();
    let reason_id = unique_id();
    let disabled = item.disabled_reason.is_some();
    view! {
        <button
            type="button"
            role="menuitem"
            tabindex="-1"
            class=["tio-menu__item ", item.tone.class()].concat()
            aria-labelledby=label_id.clone()
            aria-describedby=disabled.then(|| reason_id.clone())
            aria-disabled=aria_flag(disabled.into())
            on:click=move |_| {
                if !disabled {
                    menu.close();
                    item.on_select.run(());
                }
            }
        >
            {item.icon.map(|name| view! { <Icon name=name /> })}
            <span>
                <span class="tio-menu__label" id=label_id.clone()>
                    {item.label}
                </span>
                {item
                    .disabled_reason
                    .map(|reason| view! { <span class="tio-menu__reason" id=reason_id.clone()>{reason}</span> })}
            </span>
        </button>
    }
    .built()
}

/// Where the focus goes when the menu opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Last,
}

#[derive(Clone, Copy)]
struct MenuState {
    /// `None` while the menu is closed.
    first: RwSignal<Option<Place>>,
    button: NodeRef<html::Button>,
    popup: NodeRef<html::Div>,
}

impl MenuState {
    fn focus_on_opening(self) {
        effect(move || {
            if self.popup.get().is_some() {
                let last = self.items().len().saturating_sub(1);
                match self.first.get_untracked() {
                    Some(Place::First) => self.focus(0),
                    Some(Place::Last) => self.focus(last),
                    None => {}
                }
            }
        });
    }

    /// Closes the menu and gives the focus back to the button before the item that has it disappears.
    fn close(self) {
        if let Some(button) = self.button.get_untracked() {
            // A button of this document that is on the page takes the focus without fail.
            let _ = button.focus();
        }
        self.first.set(None);
    }

    /// Acts on a key pressed in the menu. Returns whether the browser must not act on it too.
    fn pressed(self, key: &str) -> bool {
        let items = self.items();
        let Some(last) = items.len().checked_sub(1) else {
            return false;
        };
        let focused = document().active_element();
        let now = items
            .iter()
            .position(|item| Some(item.as_ref()) == focused.as_ref())
            .unwrap_or(0);
        match key {
            "ArrowDown" => self.focus(if now == last { 0 } else { now + 1 }),
            "ArrowUp" => self.focus(now.checked_sub(1).unwrap_or(last)),
            "Home" => self.focus(0),
            "End" => self.focus(last),
            "Escape" => self.close(),
            "Tab" => {
                // The browser then moves on from the button.
                self.close();
                return false;
            }
            "Enter" | " " => return false,
            _ => return self.focus_by_letter(&items, now, key),
        }
        true
    }

    /// Focuses the next item after `now` that begins with `letter`.
    fn focus_by_letter(self, items: &[HtmlElement], now: usize, letter: &str) -> bool {
        let is_letter = letter.chars().nth(1).is_none();
        let begins = |index: &usize| {
            let text = items[*index].text_content().unwrap_or_default();
            is_letter && find_match(text.trim_start(), letter).is_some_and(|found| found.start == 0)
        };
        let found = (now + 1..items.len()).chain(0..=now).find(begins);
        if let Some(index) = found {
            self.focus(index);
        }
        found.is_some()
    }

    fn focus(self, index: usize) {
        if let Some(item) = self.items().get(index) {
            let _ = item.focus();
        }
    }

    fn items(self) -> Vec<HtmlElement> {
        let children = self.popup.get_untracked().map(|popup| popup.children());
        let Some(children) = children else {
            return Vec::new();
        };
        (0..children.length())
            .filter_map(|index| children.item(index)?.dyn_into().ok())
            .collect()
    }
}
