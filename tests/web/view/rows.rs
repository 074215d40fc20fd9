//! Rows that come and go.

use leptos::prelude::{document, on_cleanup};
use testio_connection::{
    reactive::{Callback, RwSignal, memo},
    view::{
        NodeRef, mount_rows,
        tags::{button, div},
    },
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, MouseEvent};

use super::texts;
use crate::common::{Mounted, mount, settle};

/// Rows in a box, with what was built and what has ended.
struct Rows {
    page: Mounted,
    wanted: RwSignal<Vec<usize>>,
    built: RwSignal<Vec<usize>>,
    ended: RwSignal<Vec<usize>>,
}

async fn rows(wanted: &[usize]) -> Rows {
    let wanted = RwSignal::new(wanted.to_vec());
    let (built, ended) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
    let page = mount(move || {
        let place = NodeRef::<HtmlElement>::new();
        let row = Callback::new(move |index: usize| {
            built.update(|built| built.push(index));
            on_cleanup(move || ended.update(|ended| ended.push(index)));
            let text = memo(move || [&index.to_string(), " of ", &wanted.get().len().to_string()].concat());
            // What listens keeps its owner from being dropped, but not from ending.
            button().child(text).on("click", |_: MouseEvent| ())
        });
        mount_rows(place, wanted.into(), row);
        div().node_ref(place)
    })
    .await;
    Rows {
        page,
        wanted,
        built,
        ended,
    }
}

#[wasm_bindgen_test]
async fn rows_that_stay_keep_their_elements_and_the_focus() {
    let rows = rows(&[2, 4, 6]).await;
    let stays = rows.page.by_role("button", "4 of 3");
    stays.focus().unwrap();
    rows.wanted.set(vec![1, 3, 4, 5]);
    settle().await;
    assert_eq!(
        texts(&rows.page, "button"),
        ["1 of 4", "3 of 4", "4 of 4", "5 of 4"]
    );
    assert!(
        document()
            .active_element()
            .is_some_and(|focused| focused == *stays)
    );
    assert_eq!(rows.built.get_untracked(), [2, 4, 6, 1, 3, 5]);
    assert_eq!(rows.ended.get_untracked(), [2, 6]);
    rows.wanted.set(Vec::new());
    settle().await;
    assert!(rows.page.select("button").is_empty());
    assert_eq!(rows.ended.get_untracked(), [2, 6, 1, 3, 4, 5]);
}

#[wasm_bindgen_test]
async fn rows_end_with_their_list() {
    let rows = rows(&[1, 2]).await;
    drop(rows.page);
    let mut ended = rows.ended.get_untracked();
    ended.sort_unstable();
    assert_eq!(ended, [1, 2]);
}
