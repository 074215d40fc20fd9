//! Parts of a view that are built anew.

use leptos::prelude::on_cleanup;
use testio_connection::{
    reactive::{RwSignal, Signal},
    view::{
        El, dynamic, fragment,
        tags::{div, input, span},
        when,
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{one, texts};
use crate::common::{mount, settle};

/// A span of this class that shows a number.
fn number(class: &'static str, number: u32) -> El {
    span().class(class).child(number.to_string())
}

#[wasm_bindgen_test]
async fn a_dynamic_part_replaces_only_what_is_its_own() {
    let (first, second) = (RwSignal::new(1), RwSignal::new(10));
    let page = mount(move || {
        div()
            .child(span().child("before"))
            .child(dynamic(move || number("first", first.get())))
            .child(dynamic(move || {
                let count = second.get();
                (0..count % 10)
                    .map(|index| number("second", count + index))
                    .collect::<Vec<_>>()
            }))
            .child(span().child("after"))
    })
    .await;
    let [before, first_shown, after] = <[_; 3]>::try_from(page.select("span")).unwrap();
    second.set(12);
    settle().await;
    assert_eq!(texts(&page, "span"), ["before", "1", "12", "13", "after"]);
    assert!(before.is_connected() && first_shown.is_connected() && after.is_connected());
    first.set(2);
    settle().await;
    assert_eq!(texts(&page, "span"), ["before", "2", "12", "13", "after"]);
    assert!(before.is_connected() && !first_shown.is_connected() && after.is_connected());
    second.set(20);
    settle().await;
    assert_eq!(texts(&page, "span"), ["before", "2", "after"]);
}

#[wasm_bindgen_test]
async fn dynamic_parts_can_stand_in_one_another_without_an_element_between() {
    let (outer, inner) = (RwSignal::new(1), RwSignal::new(10));
    let page = mount(move || {
        let nested = move || {
            fragment([
                dynamic(move || number("inner", inner.get())),
                number("outer", outer.get()).into(),
                dynamic(move || number("inner", inner.get() + 1)),
            ])
        };
        div()
            .child(span().child("before"))
            .child(dynamic(nested))
            .child(span().child("after"))
    })
    .await;
    assert_eq!(texts(&page, "span"), ["before", "10", "1", "11", "after"]);
    let outer_shown = one(&page, ".outer");
    inner.set(20);
    settle().await;
    assert_eq!(texts(&page, "span"), ["before", "20", "1", "21", "after"]);
    assert!(outer_shown.is_connected(), "it is not the inner parts'");
    outer.set(2);
    settle().await;
    assert_eq!(texts(&page, "span"), ["before", "20", "2", "21", "after"]);
    inner.set(30);
    settle().await;
    assert_eq!(texts(&page, "span"), ["before", "30", "2", "31", "after"]);
}

#[wasm_bindgen_test]
async fn what_is_built_anew_ends_what_was_there_before() {
    let (number, ended) = (RwSignal::new(1), RwSignal::new(Vec::new()));
    let page = mount(move || {
        dynamic(move || {
            let mine = number.get();
            on_cleanup(move || ended.update(|ended: &mut Vec<_>| ended.push(mine)));
            span().child(mine.to_string())
        })
    })
    .await;
    number.set(2);
    settle().await;
    assert_eq!(ended.get_untracked(), [1]);
    drop(page);
    assert_eq!(ended.get_untracked(), [1, 2]);
}

#[wasm_bindgen_test]
async fn a_conditional_part_is_kept_while_its_condition_goes_on_holding() {
    let count = RwSignal::new(0);
    let page = mount(move || {
        let some = Signal::derive(move || count.get() > 0);
        div().child(when(some, || input().attr("aria-label", "Why")))
    })
    .await;
    assert!(page.select("input").is_empty());
    count.set(1);
    settle().await;
    page.field("Why").set_value("Not needed");
    count.set(2);
    settle().await;
    assert_eq!(page.field("Why").value(), "Not needed");
    count.set(0);
    settle().await;
    assert!(page.select("input").is_empty());
    count.set(1);
    settle().await;
    assert_eq!(page.field("Why").value(), "", "each time it is built anew");
}
