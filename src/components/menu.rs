//! A menu behind a button.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::{
    button::IconButton,
    dom::{aria_state, focus, focus_leaves, pressed_key},
    icon::{Icon, IconName},
    id::unique_id,
    subscription::outlived,
    tone::Tone,
};
use crate::domain::text_match::begins_with;

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
) -> impl IntoView {
    let menu = MenuState {
        first: RwSignal::new(None),
        button: NodeRef::new(),
        popup: NodeRef::new(),
    };
    menu.focus_on_opening();
    let box_ref = NodeRef::<html::Div>::new();
    let menu_id = unique_id();
    let button_id = unique_id();
    let is_open = Signal::derive(move || menu.first.get().is_some());
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
            <IconButton
                icon=IconName::More
                label=label
                on_click=move |()| menu.toggle()
                node_ref=menu.button
                attr:id=button_id.clone()
                attr:aria-haspopup="menu"
                attr:aria-expanded=aria_state(is_open)
                attr:aria-controls=menu_id.clone()
                on:keydown=move |ev| {
                    if let Some(place) = pressed_key(&ev).and_then(|key| Place::from_key(&key)) {
                        ev.prevent_default();
                        menu.first.set(Some(place));
                    }
                }
            />
            <Show when=move || is_open.get()>
                <Popup menu items id=menu_id.clone() labelled_by=button_id.clone() />
            </Show>
        </div>
    }
}

/// The open menu.
#[component]
fn Popup(
    /// The menu it belongs to.
    menu: MenuState,
    /// The actions.
    items: Signal<Vec<MenuItem>>,
    /// The id that the button's `aria-controls` names.
    id: String,
    /// The id of the button, which names the menu.
    labelled_by: String,
) -> impl IntoView {
    let entries = move || {
        let entry = |item| view! { <Entry menu item /> };
        outlived(items).get().into_iter().map(entry).collect_view()
    };
    view! {
        <div
            class="tio-menu__popup"
            role="menu"
            id=id
            aria-labelledby=labelled_by
            node_ref=menu.popup
            on:keydown=move |ev| {
                if let Some(key) = pressed_key(&ev) && menu.pressed(&key) {
                    ev.prevent_default();
                    ev.stop_propagation();
                }
            }
        >
            {entries}
        </div>
    }
}

/// One action in the open menu.
#[component]
fn Entry(
    /// The menu it is in.
    menu: MenuState,
    /// The action.
    item: MenuItem,
) -> impl IntoView {
    let label_id = unique_id();
    let reason_id = unique_id();
    let disabled = item.disabled_reason.is_some();
    let reason = item.disabled_reason.map(|reason| {
        view! {
            <span class="tio-menu__reason" id=reason_id.clone()>
                {reason}
            </span>
        }
    });
    view! {
        <button
            type="button"
            role="menuitem"
            tabindex="-1"
            class=["tio-menu__item ", item.tone.class()].concat()
            aria-labelledby=label_id
            aria-describedby=disabled.then_some(reason_id)
            aria-disabled=disabled.then_some("true")
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
                {reason}
            </span>
        </button>
    }
}

/// Where the focus goes when the menu opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Last,
}

impl Place {
    /// What a key pressed on the button asks for.
    fn from_key(key: &str) -> Option<Self> {
        match key {
            "ArrowDown" => Some(Self::First),
            "ArrowUp" => Some(Self::Last),
            _ => None,
        }
    }
}

#[derive(Clone, Copy)]
struct MenuState {
    /// `None` while the menu is closed.
    first: RwSignal<Option<Place>>,
    button: NodeRef<html::Button>,
    popup: NodeRef<html::Div>,
}

impl MenuState {
    fn toggle(self) {
        self.first.update(|first| {
            *first = if first.is_none() { Some(Place::First) } else { None };
        });
    }

    fn focus_on_opening(self) {
        Effect::new(move |_| {
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
        focus(self.button);
        self.first.set(None);
    }

    /// Acts on a key pressed in the menu. Returns whether the browser must not act on it too.
    fn pressed(self, key: &str) -> bool {
        match key {
            "Escape" => {
                self.close();
                true
            }
            "Tab" => {
                // The browser then moves on from the button.
                self.close();
                false
            }
            "Enter" | " " => false,
            _ => self.moved(key),
        }
    }

    fn moved(self, key: &str) -> bool {
        let items = self.items();
        let focused = document().active_element();
        let now = items
            .iter()
            .position(|item| Some(item.as_ref()) == focused.as_ref())
            .unwrap_or(0);
        let target = target(key, now, items.len()).or_else(|| next_by_letter(&items, now, key));
        if let Some(index) = target {
            self.focus(index);
        }
        target.is_some()
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

/// The item, of `total`, that a key moves to from the one at `now`.
fn target(key: &str, now: usize, total: usize) -> Option<usize> {
    let last = total.checked_sub(1)?;
    match key {
        "ArrowDown" => Some(if now == last { 0 } else { now + 1 }),
        "ArrowUp" => Some(now.checked_sub(1).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

/// The next item after `now` that begins with `letter`, if that is one.
fn next_by_letter(items: &[HtmlElement], now: usize, letter: &str) -> Option<usize> {
    if letter.chars().nth(1).is_some() {
        return None;
    }
    let begins = |index: &usize| {
        let text = items.get(*index).and_then(|item| item.text_content());
        !letter.trim().is_empty() && begins_with(text.unwrap_or_default().trim_start(), letter)
    };
    (now + 1..items.len()).chain(0..=now).find(begins)
}
