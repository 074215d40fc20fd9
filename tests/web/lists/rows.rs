//! Rows that come and go.

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{MutationObserver, MutationObserverInit, Node, NodeList};

use super::{List, list};
use crate::common::{has_focus, settle};

impl List {
    /// The rows that were mounted and unmounted since this was last asked, each in their order.
    fn come_and_gone(&self) -> (Vec<usize>, Vec<usize>) {
        let mut come: Vec<_> = self
            .mounted
            .with_untracked(|rows| rows.iter().map(|(row, _)| row.index).collect());
        let mut gone = self.ended.get_untracked();
        come.sort_unstable();
        gone.sort_unstable();
        self.mounted.set(Vec::new());
        self.ended.set(Vec::new());
        (come, gone)
    }
}

#[wasm_bindgen_test]
async fn rows_that_stay_keep_their_elements_and_the_focus() {
    let list = list(10_000).await;
    list.scroll_to(400).await;
    list.come_and_gone();
    let stays = list.row(12);
    stays.focus().unwrap();
    list.scroll_to(320).await;
    assert_eq!(list.come_and_gone(), (vec![6, 7], vec![20, 21]));
    assert!(list.row(12) == stays && has_focus(&stays));
    list.scroll_to(480).await;
    assert_eq!(list.come_and_gone(), (vec![20, 21, 22, 23], vec![6, 7, 8, 9]));
    assert!(list.row(12) == stays && has_focus(&stays));
    list.total.set(0);
    settle().await;
    assert!(list.page.select("button").is_empty());
    assert_eq!(list.come_and_gone(), (vec![], (10..24).collect()));
}

/// `<For>` moved them, and a screen reader lost its place.
#[wasm_bindgen_test]
async fn rows_that_stay_are_not_moved() {
    let list = list(10_000).await;
    list.scroll_to(400).await;
    let moved = Rc::new(Cell::new(0));
    let count = {
        let moved = Rc::clone(&moved);
        Closure::<dyn Fn(Array)>::new(move |records: Array| {
            let taken_out = records.iter().flat_map(|record| removed(&record));
            moved.update(|moved| moved + taken_out.filter(Node::is_connected).count());
        })
    };
    let observer = MutationObserver::new(count.as_ref().unchecked_ref()).unwrap();
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    let rows = &list.page.select(".tio-windowed__rows")[0];
    observer.observe_with_options(rows, &what).unwrap();
    for top in [480, 320, 400, 80, 600] {
        list.scroll_to(top).await;
        assert_eq!(moved.get(), 0, "scrolled to {top}");
    }
    observer.disconnect();
}

/// The nodes that were taken out of the document in a step, if only to be put elsewhere.
fn removed(record: &JsValue) -> Vec<Node> {
    let nodes: NodeList = Reflect::get(record, &"removedNodes".into())
        .unwrap()
        .unchecked_into();
    (0..nodes.length())
        .map(|index| nodes.item(index).unwrap())
        .collect()
}

#[wasm_bindgen_test]
async fn rows_end_with_their_list() {
    let list = list(2).await;
    let ended = list.ended;
    drop(list);
    let mut ended = ended.get_untracked();
    ended.sort_unstable();
    assert_eq!(ended, [0, 1]);
}
