//! The windowed list: what is mounted, what a screen reader is told, how the keyboard gets about.

use std::ops::Range;

use testio_connection::{
    components::windowed_list::{ListModel, Row, windowed_list},
    reactive::{Callback, RwSignal, Signal},
    view::{
        tags::{button, div},
        when,
    },
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::common::{Mounted, has_focus, mount, name_of, press_focused, settle, text_of};

struct List {
    page: Mounted,
    total: RwSignal<usize>,
    current: RwSignal<Option<usize>>,
    range: RwSignal<Range<usize>>,
    /// The rows that were mounted, and whether the list was at rest then.
    mounted: RwSignal<Vec<(Row, bool)>>,
    /// How many of the rows are loaded, from the first on.
    loaded: RwSignal<usize>,
}

/// A list 400 px high of rows 40 px high.
async fn list(rows: usize) -> List {
    let total = RwSignal::new(rows);
    let current = RwSignal::new(None);
    let range = RwSignal::new(0..0);
    let mounted = RwSignal::new(Vec::new());
    let loaded = RwSignal::new(rows);
    let page = mount(move || {
        let row = move |row: Row| {
            mounted.update(|mounted| mounted.push((row, row.at_rest.get_untracked())));
            let is_loaded = Signal::derive(move || row.index < loaded.get());
            when(is_loaded, move || {
                button()
                    .attr("tabindex", row.tab_index)
                    .child(["Project ", &row.index.to_string()].concat())
            })
        };
        let model = ListModel {
            total: total.into(),
            row_height: 40.0,
            row: Callback::new(row),
            on_range: Callback::new(move |rows| range.set(rows)),
            current: current.into(),
        };
        div()
            .style("height", "400px")
            .child(windowed_list("Connections", model))
    })
    .await;
    List {
        page,
        total,
        current,
        range,
        mounted,
        loaded,
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
    let range = list.range.get_untracked();
    assert!(range.contains(&5_000) && range.len() < 40, "{range:?}");
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
async fn arrow_keys_move_the_focus_also_to_rows_that_are_not_mounted() {
    let list = list(10_000).await;
    list.row(0).focus().unwrap();
    press_focused("ArrowDown").await;
    assert!(has_focus(&list.row(1)));
    press_focused("PageDown").await;
    assert!(has_focus(&list.row(11)));
    press_focused("End").await;
    assert!(has_focus(&list.row(9_999)) && list.is_in_view(9_999));
    press_focused("ArrowDown").await;
    assert!(has_focus(&list.row(9_999)));
    press_focused("Home").await;
    assert!(has_focus(&list.row(0)) && list.is_in_view(0));
    press_focused("ArrowUp").await;
    assert!(has_focus(&list.row(0)));
}

/// A list whose first row has the focus, where End has been pressed while the last row is not loaded.
async fn list_on_the_way_to_its_end() -> List {
    let list = list(10_000).await;
    list.loaded.set(100);
    list.row(0).focus().unwrap();
    press_focused("End").await;
    list
}

/// End in a long list scrolled to the last row, but the focus stayed on the first: the last was not loaded yet.
#[wasm_bindgen_test]
async fn the_focus_follows_as_soon_as_the_row_is_loaded() {
    let list = list_on_the_way_to_its_end().await;
    assert!(has_focus(&list.row(0)), "it waits where it is");
    list.loaded.set(10_000);
    settle().await;
    assert!(has_focus(&list.row(9_999)) && list.is_in_view(9_999));
}

#[wasm_bindgen_test]
async fn the_focus_does_not_follow_once_the_person_has_gone_elsewhere() {
    let list = list_on_the_way_to_its_end().await;
    press_focused("ArrowDown").await;
    list.loaded.set(10_000);
    settle().await;
    assert!(has_focus(&list.row(1)));
}

#[wasm_bindgen_test]
async fn the_list_is_one_stop_for_the_tab_key() {
    let list = list(100).await;
    let stops = || {
        let buttons = list.page.select("button[tabindex='0']");
        buttons.iter().map(|button| text_of(button)).collect::<Vec<_>>()
    };
    assert_eq!(stops(), ["Project 0"]);
    list.row(0).focus().unwrap();
    press_focused("ArrowDown").await;
    assert_eq!(stops(), ["Project 1"]);
    list.row(1).blur().unwrap();
    list.scroll_to(2_000).await;
    assert_eq!(
        stops().len(),
        1,
        "also when the row that was the stop is out of view"
    );
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

/// A pull at the scroll bar loaded the avatar of each row on the way, though nobody could see one of them.
#[wasm_bindgen_test]
async fn rows_that_rush_past_are_not_at_rest_until_the_scroll_has_ended() {
    let list = list(10_000).await;
    list.mounted.set(Vec::new());
    list.scroll_to(200_000).await;
    let mounted = list.mounted.get_untracked();
    assert_eq!(mounted[0].0.index, 5_000, "and none beyond the view");
    assert!(!mounted[0].1);
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
