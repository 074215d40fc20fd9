//! Which row of a list has the focus, and where keys lead it.

use leptos::{
    ev::{FocusEvent, KeyboardEvent},
    html,
    prelude::*,
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::super::{
    dom::{plain_key, pressed_key},
    windowing::Windowing,
};

/// A key pressed on a row's main button, without Ctrl, Alt or Meta.
pub struct PressedKey {
    /// Its name, as in `KeyboardEvent.key`.
    pub key: String,
    /// When that was, in milliseconds.
    pub at_ms: f64,
    /// Where that was.
    pub row: FocusedRow,
}

/// The row that has the focus, or is about to have it.
#[derive(Clone, Copy)]
pub struct FocusedRow {
    /// The row's place in the list, from 0.
    pub index: usize,
    list: ListState,
}

impl FocusedRow {
    /// Moves the focus from here to another row, unless the person has gone elsewhere since.
    pub fn lead_to(self, index: usize) {
        if self.list.row_in_use() == Some(self.index) {
            self.list.focus_row(index);
        }
    }
}

/// What a list knows of the focus, and what it needs to move it.
#[derive(Clone, Copy)]
pub(super) struct ListState {
    pub container: NodeRef<html::Div>,
    pub windowing: Windowing,
    pub total: Signal<usize>,
    /// The row that has the focus.
    pub focused: RwSignal<Option<usize>>,
    /// The row that gets the focus as soon as it has something to focus, unless the person goes elsewhere before.
    pub awaited: StoredValue<Option<usize>>,
    /// The row that Tab enters the list at, as long as it is mounted.
    pub stop: RwSignal<usize>,
}

impl ListState {
    /// Scrolls to the current row whenever it changes.
    pub fn follow(self, current: Signal<Option<usize>>) {
        Effect::new(move |_| {
            // Again once the container is there: before, there is nothing to scroll.
            if let (Some(index), true) = (current.get(), self.container.get().is_some()) {
                self.stop.set(index);
                self.windowing.reveal(index);
            }
        });
        self.windowing.keep_in_view(current);
    }

    /// Begins anew whenever the rows become others, as by a filter: Tab enters at the current one of them, or else at the
    /// first.
    pub fn start_over(self, others: Signal<()>, current: Signal<Option<usize>>) {
        let begin = move || {
            let index = current.get_untracked().unwrap_or(0);
            self.stop.set(index);
            self.windowing.reveal(index);
        };
        // A derived signal has to be read to be followed.
        Effect::watch(move || others.get(), move |(), _, _| begin(), false);
    }

    /// The row that has the `tabindex` 0.
    pub fn tab_stop(self) -> Memo<Option<usize>> {
        Memo::new(move |_| {
            let rows = self.windowing.rows.get();
            let last = rows.end.checked_sub(1)?;
            Some(self.stop.get().clamp(rows.start.min(last), last))
        })
    }

    /// Takes in that something in the list has got the focus.
    pub fn entered(self, ev: &FocusEvent) {
        let index = ev.target().and_then(|target| row_index(&target.dyn_into().ok()?));
        self.awaited.set_value(None);
        self.focused.set(index);
        if let Some(index) = index {
            self.stop.set(index);
        }
    }

    /// Takes in that the focus has left a row. That is so too when the list is being removed, and its state is gone
    /// already.
    pub fn left(self) {
        let _ = self.awaited.try_set_value(None);
        let _ = self.focused.try_set(None);
    }

    /// Acts on a key pressed in a row's main button, or leaves it to `on_key`, or else to the browser.
    pub fn pressed(self, ev: &KeyboardEvent, on_key: Option<Callback<PressedKey, bool>>) {
        let moves = pressed_key(ev).is_some_and(|key| self.moved_by(&key));
        if moves || on_key.is_some_and(|on_key| self.is_used_by(on_key, ev)) {
            ev.prevent_default();
        }
    }

    /// Returns whether the key has moved the focus.
    fn moved_by(self, key: &str) -> bool {
        let target = self.focused_row().and_then(|now| {
            let last = self.total.get_untracked().checked_sub(1)?;
            target(key, now, self.windowing.rows_per_page(), last)
        });
        if let Some(index) = target {
            self.focus_row(index);
        }
        target.is_some()
    }

    fn is_used_by(self, on_key: Callback<PressedKey, bool>, ev: &KeyboardEvent) -> bool {
        let pressed = plain_key(ev).and_then(|key| {
            let index = self.row_in_use()?;
            Some(PressedKey {
                key,
                at_ms: ev.time_stamp(),
                row: FocusedRow { index, list: self },
            })
        });
        pressed.is_some_and(|pressed| on_key.run(pressed))
    }

    /// The row that is about to have the focus, or else has it.
    fn row_in_use(self) -> Option<usize> {
        let focused = self.focused_row()?;
        Some(self.awaited.try_get_value()?.unwrap_or(focused))
    }

    /// The row whose main button has the focus.
    fn focused_row(self) -> Option<usize> {
        let focused: HtmlElement = document().active_element()?.dyn_into().ok()?;
        row_index(&focused).filter(|&index| self.main_button(index).as_ref() == Some(&focused))
    }

    fn focus_row(self, index: usize) {
        self.windowing.reveal(index);
        self.awaited.set_value(Some(index));
        self.focus_when_there(index);
    }

    /// The row is mounted by the next run of the reactive system, which is done before the next frame; its item may
    /// have to be loaded first.
    fn focus_when_there(self, index: usize) {
        request_animation_frame(move || {
            let is_awaited = self.awaited.try_with_value(|awaited| *awaited == Some(index));
            if is_awaited != Some(true) {
                return;
            }
            match self.main_button(index) {
                Some(button) => drop(button.focus()),
                None => self.focus_when_there(index),
            }
        });
    }

    fn main_button(self, index: usize) -> Option<HtmlElement> {
        let selector = ["[data-index=\"", &index.to_string(), "\"] :is(button, a)"].concat();
        let container = self.container.try_get_untracked()??;
        container.query_selector(&selector).ok()??.dyn_into().ok()
    }
}

/// The row that a key moves to from the one at `now`; `None` for keys that do not move.
fn target(key: &str, now: usize, page: usize, last: usize) -> Option<usize> {
    let target = match key {
        "ArrowDown" => now + 1,
        "ArrowUp" => now.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        "PageDown" => now + page,
        "PageUp" => now.saturating_sub(page),
        _ => return None,
    };
    Some(target.min(last))
}

/// The index of the row that `element` is part of.
fn row_index(element: &HtmlElement) -> Option<usize> {
    let row: Element = element.closest("[data-index]").ok()??;
    row.get_attribute("data-index")?.parse().ok()
}
