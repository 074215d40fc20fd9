//! A list of any length whose rows are mounted only while they are in view.

use std::ops::Range;

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::{
    built::Build as _,
    dom::pressed_key,
    dynamic::effect,
    rows::mount_rows,
    windowing::{Windowing, with_pinned},
};

/// What a row needs to be part of a [`WindowedList`].
#[derive(Clone, Copy)]
pub struct Row {
    /// The row's place in the list, from 0.
    pub index: usize,
    /// The `tabindex` of the row's main button: the list is one stop for the Tab key, arrow keys move inside.
    pub tab_index: Signal<&'static str>,
}

/// A list with a scroll bar of its own.
///
/// `row` is called once for each index that comes into view, inside its own reactive owner; it has to read the
/// item at that index reactively, because a filter changes which item that is. The row's first button or link
/// is its main one: arrow keys, Home, End, PageUp and PageDown move the focus among them, also to rows that
/// are not mounted yet.
#[component]
pub fn WindowedList(
    /// The accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// How many rows there are.
    #[prop(into)]
    total: Signal<usize>,
    /// How high each row is, in CSS pixels.
    row_height: f64,
    /// Makes the contents of a row.
    #[prop(into)]
    row: Callback<Row, AnyView>,
    /// Called with the rows in view whenever they change, so that their items can be loaded.
    #[prop(optional, into)]
    on_range: Option<Callback<Range<usize>>>,
    /// The row to scroll to whenever this changes, and where Tab enters the list.
    #[prop(optional, into)]
    current: Signal<Option<usize>>,
) -> impl IntoView {
    let container = NodeRef::<html::Div>::new();
    let list = ListState {
        container,
        windowing: Windowing::new(container, total, row_height),
        total,
        focused: RwSignal::new(None),
        stop: RwSignal::new(0),
    };
    let windowing = list.windowing;
    effect(move || {
        // Again once the container is there: before, there is nothing to scroll.
        if let (Some(index), true) = (current.get(), container.get().is_some()) {
            list.stop.set(index);
            windowing.reveal(index);
        }
    });
    if let Some(on_range) = on_range {
        effect(move || on_range.run(windowing.rows.get()));
    }
    let tab_stop = list.tab_stop();
    let rows = NodeRef::new();
    let wanted = move || with_pinned(windowing.rows.get(), list.focused.get(), total.get());
    let item = move |index: usize| {
        let tab_index = Signal::derive(move || if tab_stop.get() == Some(index) { "0" } else { "-1" });
        view! {
            <div
                class="tio-windowed__row"
                role="listitem"
                aria-setsize=Signal::derive(move || total.get().to_string())
                aria-posinset=(index + 1).to_string()
                data-index=index.to_string()
                style:transform=windowing.row_transform(index)
                style:height=windowing.row_height()
            >
                {row.run(Row { index, tab_index })}
            </div>
        }
        .built()
    };
    mount_rows(rows, Signal::derive(wanted), Callback::new(item));
    view! {
        <div
            class="tio-windowed"
            node_ref=container
            on:scroll=move |_| windowing.scrolled()
            on:keydown=move |ev| {
                if let Some(key) = pressed_key(&ev) && list.pressed(&key) {
                    ev.prevent_default();
                }
            }
            on:focusin=move |ev| {
                let index = ev.target().and_then(|target| row_index(&target.dyn_into().ok()?));
                list.focused.set(index);
                if let Some(index) = index {
                    list.stop.set(index);
                }
            }
            on:focusout=move |_| list.focused.set(None)
        >
            <div
                class="tio-windowed__rows"
                role="list"
                aria-label=label
                style:height=windowing.total_height
                node_ref=rows
            ></div>
        </div>
    }
    .built()
}

#[derive(Clone, Copy)]
struct ListState {
    container: NodeRef<html::Div>,
    windowing: Windowing,
    total: Signal<usize>,
    /// The row that has the focus.
    focused: RwSignal<Option<usize>>,
    /// The row that Tab enters the list at, as long as it is mounted.
    stop: RwSignal<usize>,
}

impl ListState {
    fn tab_stop(self) -> Memo<Option<usize>> {
        Memo::new(move |_| {
            let rows = self.windowing.rows.get();
            let last = rows.end.checked_sub(1)?;
            Some(self.stop.get().clamp(rows.start.min(last), last))
        })
    }

    /// Acts on a key pressed in a row's main button. Returns whether the browser must not act on it too.
    fn pressed(self, key: &str) -> bool {
        let Some(focused) = document()
            .active_element()
            .and_then(|element| element.dyn_into().ok())
        else {
            return false;
        };
        let Some(now) =
            row_index(&focused).filter(|&index| self.main_button(index).as_ref() == Some(&focused))
        else {
            return false;
        };
        let Some(last) = self.total.get_untracked().checked_sub(1) else {
            return false;
        };
        let page = self.windowing.rows_per_page();
        let target = match key {
            "ArrowDown" => now + 1,
            "ArrowUp" => now.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            "PageDown" => now + page,
            "PageUp" => now.saturating_sub(page),
            _ => return false,
        };
        self.focus_row(target.min(last));
        true
    }

    fn focus_row(self, index: usize) {
        self.windowing.reveal(index);
        // The row is mounted by the next run of the reactive system, which is done before the next frame.
        request_animation_frame(move || {
            if let Some(button) = self.main_button(index) {
                let _ = button.focus();
            }
        });
    }

    fn main_button(self, index: usize) -> Option<HtmlElement> {
        let selector = ["[data-index=\"", &index.to_string(), "\"] :is(button, a)"].concat();
        let container = self.container.try_get_untracked()??;
        container.query_selector(&selector).ok()??.dyn_into().ok()
    }
}

/// The index of the row that `element` is part of.
fn row_index(element: &HtmlElement) -> Option<usize> {
    let row: Element = element.closest("[data-index]").ok()??;
    row.get_attribute("data-index")?.parse().ok()
}
