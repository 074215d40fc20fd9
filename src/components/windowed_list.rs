//! A list of any length whose rows are mounted only while they are in view.

use std::ops::Range;

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, FocusEvent, HtmlElement};

use super::{
    dom::pressed_key,
    windowing::{Windowing, with_pinned},
};
use crate::{
    reactive::{Callback, RwSignal, Signal, StoredValue, effect, memo},
    view::{El, NodeRef, View, mount_rows, tags::div},
};

/// What a row needs to be part of a [`windowed_list`].
#[derive(Clone, Copy)]
pub struct Row {
    /// The row's place in the list, from 0.
    pub index: usize,
    /// The `tabindex` of the row's main button: the list is one stop for the Tab key, arrow keys move inside.
    pub tab_index: Signal<&'static str>,
    /// Whether the row can be looked at; what costs much may wait for that. See [`Windowing::at_rest`].
    pub at_rest: RwSignal<bool>,
}

/// What a [`windowed_list`] shows and whom it tells.
#[derive(Clone, Copy)]
pub struct ListModel {
    /// How many rows there are.
    pub total: Signal<usize>,
    /// How high each row is, in CSS pixels.
    pub row_height: f64,
    /// Makes the contents of a row.
    ///
    /// Called once for each index that comes into view, inside its own reactive owner; it has to read the item at
    /// that index reactively, because a filter changes which item that is. The row's first button or link is its
    /// main one.
    pub row: Callback<Row, View>,
    /// Called with the rows in view whenever they change, so that their items can be loaded.
    pub on_range: Callback<Range<usize>>,
    /// The row to scroll to whenever this changes, and where Tab enters the list.
    pub current: Signal<Option<usize>>,
}

/// A list with a scroll bar of its own, named `label` for assistive technology.
///
/// Arrow keys, Home, End, PageUp and PageDown move the focus among the rows' main buttons, also to rows that are
/// not mounted yet.
pub fn windowed_list(label: &str, model: ListModel) -> El {
    let container = NodeRef::new();
    let list = ListState {
        container,
        windowing: Windowing::new(container, model.total, model.row_height),
        total: model.total,
        focused: RwSignal::new(None),
        awaited: StoredValue::new(None),
        stop: RwSignal::new(0),
    };
    let windowing = list.windowing;
    list.follow(model.current);
    effect(move || model.on_range.run(windowing.rows.get()));
    let rows = NodeRef::new();
    let wanted = move || with_pinned(windowing.rows.get(), list.focused.get(), model.total.get());
    let tab_stop = list.tab_stop();
    let row = move |index| {
        let tab_index = Signal::derive(move || if tab_stop.get() == Some(index) { "0" } else { "-1" });
        let at_rest = windowing.at_rest;
        list.row_view(index).child(model.row.run(Row {
            index,
            tab_index,
            at_rest,
        }))
    };
    mount_rows(rows, Signal::derive(wanted), Callback::new(row));
    div()
        .class("tio-windowed")
        .node_ref(container)
        .on("scroll", move |_: Event| windowing.scrolled())
        .on("keydown", move |ev: Event| {
            if let Some(key) = pressed_key(&ev)
                && list.pressed(&key)
            {
                ev.prevent_default();
            }
        })
        .on("focusin", move |ev: FocusEvent| {
            let index = ev.target().and_then(|target| row_index(&target.dyn_into().ok()?));
            list.awaited.set_value(None);
            list.focused.set(index);
            if let Some(index) = index {
                list.stop.set(index);
            }
        })
        .on("focusout", move |_: FocusEvent| {
            list.awaited.set_value(None);
            list.focused.set(None);
        })
        .child(
            div()
                .class("tio-windowed__rows")
                .attr("role", "list")
                .attr("aria-label", label.to_owned())
                .style("height", windowing.total_height)
                .node_ref(rows),
        )
}

#[derive(Clone, Copy)]
struct ListState {
    container: NodeRef<HtmlElement>,
    windowing: Windowing,
    total: Signal<usize>,
    /// The row that has the focus.
    focused: RwSignal<Option<usize>>,
    /// The row that gets the focus as soon as it has something to focus, unless the person goes elsewhere before.
    awaited: StoredValue<Option<usize>>,
    /// The row that Tab enters the list at, as long as it is mounted.
    stop: RwSignal<usize>,
}

impl ListState {
    fn follow(self, current: Signal<Option<usize>>) {
        effect(move || {
            // Again once the container is there: before, there is nothing to scroll.
            if let (Some(index), true) = (current.get(), self.container.get().is_some()) {
                self.stop.set(index);
                self.windowing.reveal(index);
            }
        });
    }

    fn tab_stop(self) -> Signal<Option<usize>> {
        memo(move || {
            let rows = self.windowing.rows.get();
            let last = rows.end.checked_sub(1)?;
            Some(self.stop.get().clamp(rows.start.min(last), last))
        })
    }

    fn row_view(self, index: usize) -> El {
        let Self { windowing, total, .. } = self;
        div()
            .class("tio-windowed__row")
            .attr("role", "listitem")
            .attr("aria-setsize", Signal::derive(move || total.get().to_string()))
            .attr("aria-posinset", (index + 1).to_string())
            .attr("data-index", index.to_string())
            .style("transform", windowing.row_transform(index))
            .style("height", windowing.row_height())
    }

    /// Acts on a key pressed in a row's main button. Returns whether the browser must not act on it too.
    fn pressed(self, key: &str) -> bool {
        let target = self.focused_row().and_then(|now| {
            let last = self.total.get_untracked().checked_sub(1)?;
            target(key, now, self.windowing.rows_per_page(), last)
        });
        if let Some(index) = target {
            self.focus_row(index);
        }
        target.is_some()
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
        let container = self.container.get_untracked()?;
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
