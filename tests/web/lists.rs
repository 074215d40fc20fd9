//! The windowed list: what is mounted, what a screen reader is told, how the keyboard gets about.

mod keyboard;
mod rows;

use std::ops::Range;

use leptos::prelude::*;
use testio_connection::components::windowed_list::{FocusedRow, PressedKey, Row, WindowedList};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::common::{Mounted, has_focus, mount, name_of, press_focused, settle};

struct List {
    page: Mounted,
    total: RwSignal<usize>,
    current: RwSignal<Option<usize>>,
    range: RwSignal<Range<usize>>,
    /// The rows that were mounted, and whether the list was at rest then.
    mounted: RwSignal<Vec<(Row, bool)>>,
    /// The rows that were unmounted.
    ended: RwSignal<Vec<usize>>,
    /// How many of the rows are loaded, from the first on.
    loaded: RwSignal<usize>,
    /// The keys that the list was asked about, and where they were pressed. It uses letters.
    asked: RwSignal<Vec<(String, FocusedRow)>>,
}

/// A list 400 px high of rows 40 px high.
async fn list(rows: usize) -> List {
    let total = RwSignal::new(rows);
    let current = RwSignal::new(None);
    let range = RwSignal::new(0..0);
    let mounted = RwSignal::new(Vec::new());
    let ended = RwSignal::new(Vec::new());
    let loaded = RwSignal::new(rows);
    let asked = RwSignal::new(Vec::new());
    let page = mount(move || {
        let row = move |row: Row| {
            mounted.update(|mounted| mounted.push((row, row.at_rest.get_untracked())));
            on_cleanup(move || ended.update(|ended| ended.push(row.index)));
            let is_loaded = move || row.index < loaded.get();
            view! {
                <Show when=is_loaded>
                    <button tabindex=row.tab_index>{["Project ", &row.index.to_string()].concat()}</button>
                </Show>
            }
        };
        let on_key = move |PressedKey { key, row, .. }| {
            let is_used = key.chars().all(char::is_alphabetic);
            asked.update(|asked| asked.push((key, row)));
            is_used
        };
        view! {
            <div style:height="400px">
                <WindowedList
                    label="Connections"
                    total=total
                    row_height=40.0
                    row=row
                    on_range=move |rows| range.set(rows)
                    on_key=on_key
                    current=current
                />
            </div>
        }
    })
    .await;
    List {
        page,
        total,
        current,
        range,
        mounted,
        ended,
        loaded,
        asked,
    }
}

impl List {
    fn container(&self) -> HtmlElement {
        self.page.select(".tio-windowed").remove(0)
    }

    fn row(&self, index: usize) -> HtmlElement {
        self.page.by_role("button", &format!("Project {index}"))
    }

    fn is_in_view(&self, index: usize) -> bool {
        let rect = |element: &HtmlElement| element.get_bounding_client_rect();
        let (list, row) = (rect(&self.container()), rect(&self.row(index)));
        row.top() >= list.top() && row.bottom() <= list.bottom()
    }

    /// Where the only key was pressed that the list was asked about.
    fn asked_at(&self, key: &str) -> FocusedRow {
        let asked = self.asked.get_untracked();
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].0, key);
        asked[0].1
    }

    async fn scroll_to(&self, top: i32) {
        self.container().set_scroll_top(top);
        settle().await;
    }
}

#[wasm_bindgen_test]
async fn of_ten_thousand_rows_only_those_in_view_are_mounted() {
    let list = list(10_000).await;
    assert_eq!(name_of(&list.page.all("list")[0]), "Connections");
    assert!(list.page.all("listitem").len() < 20);
    assert!(list.is_in_view(9));
    assert_eq!(list.container().scroll_height(), 400_000);
    list.scroll_to(200_000).await;
    assert!(list.page.all("listitem").len() < 40);
    assert!(list.is_in_view(5_000));
    while !list.range.get_untracked().contains(&5_000) {
        settle().await;
    }
    let range = list.range.get_untracked();
    assert!(range.len() < 40, "{range:?}");
}

#[wasm_bindgen_test]
async fn each_row_tells_its_place_among_all() {
    let list = list(10_000).await;
    list.scroll_to(4_000).await;
    let row = list.row(100).closest("[role=listitem]").unwrap().unwrap();
    assert_eq!(row.get_attribute("aria-posinset").as_deref(), Some("101"));
    assert_eq!(row.get_attribute("aria-setsize").as_deref(), Some("10000"));
    list.total.set(5_000);
    settle().await;
    assert_eq!(row.get_attribute("aria-setsize").as_deref(), Some("5000"));
}

#[wasm_bindgen_test]
async fn the_row_with_the_focus_survives_scrolling_away() {
    let list = list(10_000).await;
    list.row(3).focus().unwrap();
    list.scroll_to(200_000).await;
    assert!(has_focus(&list.row(3)));
    press_focused("ArrowDown").await;
    assert!(has_focus(&list.row(4)) && list.is_in_view(4));
}

#[wasm_bindgen_test]
async fn the_focus_stays_where_it_is_while_rows_come_and_go_around_it() {
    let list = list(10_000).await;
    list.scroll_to(400).await;
    list.row(12).focus().unwrap();
    for top in [320, 200, 480] {
        list.scroll_to(top).await;
        assert!(has_focus(&list.row(12)), "scrolled to {top}");
    }
    let places: Vec<_> = list
        .page
        .all("listitem")
        .iter()
        .map(|row| row.get_attribute("aria-posinset"))
        .collect();
    let in_order = places.windows(2).all(|pair| number(&pair[0]) < number(&pair[1]));
    assert!(in_order, "rows are read out in their order: {places:?}");
}

fn number(place: &Option<String>) -> u32 {
    place.as_ref().unwrap().parse().unwrap()
}

#[wasm_bindgen_test]
async fn it_scrolls_to_the_current_row_when_asked() {
    let list = list(10_000).await;
    list.current.set(Some(7_000));
    settle().await;
    assert!(list.is_in_view(7_000));
    list.current.set(Some(7_001));
    settle().await;
    assert!(
        list.is_in_view(7_000) && list.is_in_view(7_001),
        "no farther than needed"
    );
}

/// A pull at the scroll bar loaded each row on the way, and its avatar, though nobody could see one of them.
#[wasm_bindgen_test]
async fn rows_that_rush_past_are_not_at_rest_until_the_scroll_has_ended() {
    let list = list(10_000).await;
    list.mounted.set(Vec::new());
    list.scroll_to(200_000).await;
    let mounted = list.mounted.get_untracked();
    assert_eq!(mounted[0].0.index, 5_000, "and none beyond the view");
    assert!(!mounted[0].1);
    assert!(
        !list.range.get_untracked().contains(&5_000),
        "nobody asks for it yet"
    );
    while !mounted[0].0.at_rest.get_untracked() {
        settle().await;
    }
    settle().await;
    let range = list.range.get_untracked();
    assert!(
        range.start < 5_000 && range.end > 5_010,
        "at rest, also some beyond: {range:?}"
    );
}

#[wasm_bindgen_test]
async fn the_list_stays_at_rest_while_it_is_scrolled_slowly_or_by_keyboard() {
    let list = list(10_000).await;
    list.scroll_to(390).await;
    list.row(10).focus().unwrap();
    press_focused("End").await;
    list.current.set(Some(5_000));
    settle().await;
    let mounted = list.mounted.get_untracked();
    assert!(mounted.iter().any(|(row, _)| row.index == 9_999));
    assert!(mounted.iter().all(|(_, at_rest)| *at_rest));
}

#[wasm_bindgen_test]
async fn a_shorter_list_scrolls_back_to_its_end() {
    let list = list(10_000).await;
    list.scroll_to(200_000).await;
    list.total.set(20);
    settle().await;
    assert!(list.is_in_view(19));
    list.total.set(0);
    settle().await;
    assert!(list.page.all("listitem").is_empty());
}
