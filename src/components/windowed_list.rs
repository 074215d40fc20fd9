//! A list of any length whose rows are mounted only while they are in view.

mod focus;

use std::ops::Range;

use leptos::prelude::*;

use self::focus::ListState;
use super::{
    rows::Rows,
    subscription,
    windowing::{Windowing, with_pinned},
};

pub use self::focus::{FocusedRow, PressedKey};

/// What a row needs to be part of a [`WindowedList`].
#[derive(Clone, Copy)]
pub struct Row {
    /// The row's place in the list, from 0.
    pub index: usize,
    /// The `tabindex` of the row's main button: the list is one stop for the Tab key, arrow keys move inside.
    pub tab_index: Signal<&'static str>,
    /// Whether the row can be looked at; what costs much may wait for that. See [`Windowing::at_rest`].
    pub at_rest: Signal<bool>,
}

/// A list with a scroll bar of its own.
///
/// Arrow keys, Home, End, PageUp and PageDown move the focus among the rows' main buttons, also to rows that are
/// not mounted yet.
#[component]
pub fn WindowedList<F, V>(
    /// The accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// How many rows there are.
    #[prop(into)]
    total: Signal<usize>,
    /// How high each row is, in CSS pixels.
    row_height: f64,
    /// Makes the contents of a row.
    ///
    /// Called once for each index that comes into view, inside its own reactive owner; it has to read the item at
    /// that index reactively, because a filter changes which item that is. The row's first button or link is its
    /// main one.
    row: F,
    /// Called with the rows in view whenever they change and can be looked at, so that their items can be loaded.
    #[prop(into)]
    on_range: Callback<Range<usize>>,
    /// Called with each key that is pressed on a row and does not move the focus by itself; type-ahead is made of them.
    /// Returns whether the browser must not act on it too.
    #[prop(optional, into)]
    on_key: Option<Callback<PressedKey, bool>>,
    /// The row to scroll to whenever this changes, and where Tab enters the list.
    #[prop(into)]
    current: Signal<Option<usize>>,
    /// Notifies when the rows are others than before, as after a filter.
    #[prop(optional, into)]
    others: Signal<()>,
) -> impl IntoView
where
    F: Fn(Row) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let container = NodeRef::new();
    let windowing = Windowing::new(container, total, row_height);
    let list = ListState {
        container,
        windowing,
        total,
        focused: RwSignal::new(None),
        awaited: StoredValue::new(None),
        stop: RwSignal::new(0),
    };
    list.follow(current);
    list.start_over(others, current);
    // Nobody looks at what rushes past, and it would be asked for page by page.
    Effect::new(move |_| {
        if windowing.at_rest.get() {
            on_range.run(windowing.rows.get());
        }
    });
    let wanted = Memo::new(move |_| with_pinned(windowing.rows.get(), list.focused.get(), total.get()));
    let tab_stop = list.tab_stop();
    let row = Callback::new(move |index| {
        let tab_index = Signal::derive(move || {
            subscription::end_on_cleanup();
            if tab_stop.get() == Some(index) { "0" } else { "-1" }
        });
        let at_rest = Signal::derive(move || {
            subscription::end_on_cleanup();
            windowing.at_rest.get()
        });
        let contents = row(Row {
            index,
            tab_index,
            at_rest,
        });
        view! {
            <ListItem list index>
                {contents}
            </ListItem>
        }
        .into_any()
    });
    view! {
        <div
            class="tio-windowed"
            node_ref=container
            on:scroll=move |_| windowing.scrolled()
            on:keydown=move |ev| list.pressed(&ev, on_key)
            on:focusin=move |ev| list.entered(&ev)
            on:focusout=move |_| list.left()
        >
            <div
                class="tio-windowed__rows"
                role="list"
                aria-label=label
                style:height=windowing.total_height
            >
                <Rows wanted row />
            </div>
        </div>
    }
}

/// A row in its place.
#[component]
fn ListItem(
    /// The list that it is part of.
    list: ListState,
    /// Its place in the list, from 0.
    index: usize,
    /// Its contents.
    children: Children,
) -> impl IntoView {
    let ListState { windowing, total, .. } = list;
    view! {
        <div
            class="tio-windowed__row"
            role="listitem"
            aria-setsize=move || {
                subscription::end_on_cleanup();
                total.get().to_string()
            }
            aria-posinset=(index + 1).to_string()
            data-index=index.to_string()
            style:transform=windowing.row_transform(index)
            style:height=windowing.row_height()
        >
            {children()}
        </div>
    }
}
