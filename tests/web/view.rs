//! The view builder: what follows a signal, what is built anew, and what ends with its owner.

mod parts;
mod rows;

use leptos::prelude::{Owner, document, provide_context, use_context};
use testio_connection::{
    reactive::{RwSignal, Signal},
    view::{
        NodeRef, View, dynamic, fragment, mount_to,
        tags::{button, div, input, p, span, strong},
        when,
    },
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, MouseEvent};

use crate::common::{Mounted, click, mount, settle, text_of, type_in};

/// The texts of the elements that match, in the order of the page.
fn texts(page: &Mounted, selector: &str) -> Vec<String> {
    page.select(selector)
        .iter()
        .map(|element| text_of(element))
        .collect()
}

fn one(page: &Mounted, selector: &str) -> HtmlElement {
    let mut found = page.select(selector);
    assert_eq!(found.len(), 1, "{selector}");
    found.remove(0)
}

#[wasm_bindgen_test]
async fn a_live_text_follows_its_signal() {
    let name = RwSignal::new("Shop".to_owned());
    let greeting = Signal::derive(move || ["Hello ", &name.get()].concat());
    let page = mount(move || p().child(greeting).child(", ").child(name).child("!")).await;
    let shown = one(&page, "p");
    let text = shown.first_child().unwrap();
    assert_eq!(text_of(&shown), "Hello Shop, Shop!");
    name.set("Wiki".to_owned());
    settle().await;
    assert_eq!(text_of(&shown), "Hello Wiki, Wiki!");
    assert!(shown.first_child().unwrap().is_same_node(Some(&text)));
}

#[wasm_bindgen_test]
async fn a_live_text_without_a_value_is_empty() {
    let hint = RwSignal::new(None::<String>);
    let page = mount(move || p().child(Signal::derive(move || hint.get()))).await;
    let shown = one(&page, "p");
    assert_eq!(text_of(&shown), "");
    hint.set(Some("Only for you".to_owned()));
    settle().await;
    assert_eq!(text_of(&shown), "Only for you");
    hint.set(None);
    settle().await;
    assert_eq!(text_of(&shown), "");
}

#[wasm_bindgen_test]
async fn a_live_attribute_follows_its_signal_and_goes_with_its_value() {
    let label = RwSignal::new(Some("Shop".to_owned()));
    let hidden = RwSignal::new(false);
    let page = mount(move || {
        p().class("fixed")
            .attr("title", None::<&'static str>)
            .attr("aria-label", Signal::derive(move || label.get()))
            .attr("hidden", hidden)
    })
    .await;
    let shown = one(&page, ".fixed");
    let label_shown = || shown.get_attribute("aria-label");
    assert_eq!(label_shown().as_deref(), Some("Shop"));
    assert!(!shown.has_attribute("hidden") && !shown.has_attribute("title"));
    label.set(None);
    hidden.set(true);
    settle().await;
    assert_eq!(label_shown(), None);
    assert_eq!(shown.get_attribute("hidden").as_deref(), Some(""));
    label.set(Some("Wiki".to_owned()));
    hidden.set(false);
    settle().await;
    assert_eq!(label_shown().as_deref(), Some("Wiki"));
    assert!(!shown.has_attribute("hidden"));
}

#[wasm_bindgen_test]
async fn a_style_follows_its_signal_by_cssom() {
    let height = RwSignal::new(40);
    let pixels = Signal::derive(move || [&height.get().to_string(), "px"].concat());
    let page = mount(move || div().class("sized").style("height", pixels)).await;
    let sized = one(&page, ".sized");
    assert_eq!(sized.offset_height(), 40);
    height.set(80);
    settle().await;
    assert_eq!(sized.offset_height(), 80);
}

#[wasm_bindgen_test]
async fn an_inputs_value_is_what_the_signal_says_also_after_typing() {
    let value = RwSignal::new("ACME".to_owned());
    let page = mount(move || input().attr("aria-label", "Name").value(value)).await;
    let field = page.field("Name");
    assert_eq!(field.value(), "ACME");
    type_in(&field, "Globex").await;
    value.set("Initech".to_owned());
    settle().await;
    assert_eq!(field.value(), "Initech");
    field.set_selection_range(2, 2).unwrap();
    value.set("Initech".to_owned());
    settle().await;
    assert_eq!(
        field.selection_start().unwrap(),
        Some(2),
        "the caret stays where it is"
    );
}

#[wasm_bindgen_test]
async fn markup_is_shown_as_the_text_it_is() {
    const MARKUP: &str = "<b onclick=\"x()\">Shop</b> &amp; <img src=x>";
    let live = RwSignal::new(String::new());
    let page = mount(move || {
        div()
            .child(p().child(MARKUP))
            .child(p().child(MARKUP.to_owned()))
            .child(p().child(live))
            .child(p().child(dynamic(move || live.get())))
            .child(p().attr("title", MARKUP).child(Some(vec![MARKUP])))
    })
    .await;
    live.set(MARKUP.to_owned());
    settle().await;
    assert_eq!(texts(&page, "p"), [MARKUP; 5]);
    assert_eq!(
        page.select("p[title]")[0].get_attribute("title").as_deref(),
        Some(MARKUP)
    );
    assert!(page.select("b, img").is_empty());
}

#[wasm_bindgen_test]
async fn an_event_is_heard_in_the_owner_of_its_element_and_no_more_once_that_is_gone() {
    let (shown, heard) = (RwSignal::new(true), RwSignal::new(Vec::new()));
    let page = mount(move || {
        when(shown.into(), move || {
            provide_context("the part's own");
            button().child("Save").on("click", move |ev: MouseEvent| {
                heard.update(|heard| heard.push((ev.type_(), use_context::<&str>())));
            })
        })
    })
    .await;
    let save = page.by_role("button", "Save");
    click(&save).await;
    let once = [("click".to_owned(), Some("the part's own"))];
    assert_eq!(heard.get_untracked(), once);
    shown.set(false);
    settle().await;
    click(&save).await;
    assert_eq!(heard.get_untracked(), once);
}

#[wasm_bindgen_test]
async fn a_reference_is_empty_before_and_after_its_element() {
    let shown = RwSignal::new(false);
    let reference = NodeRef::<HtmlElement>::new();
    let page = mount(move || when(shown.into(), move || strong().node_ref(reference))).await;
    assert!(reference.get_untracked().is_none());
    shown.set(true);
    settle().await;
    assert!(reference.get_untracked() == page.select("strong").pop());
    shown.set(false);
    settle().await;
    assert!(reference.get_untracked().is_none());
    shown.set(true);
    settle().await;
    assert!(reference.get_untracked() == page.select("strong").pop());
}

#[wasm_bindgen_test]
async fn a_mounted_view_takes_the_place_of_what_was_there_and_leaves_when_dropped() {
    let place: HtmlElement = document().create_element("section").unwrap().unchecked_into();
    place.set_text_content(Some("Loading"));
    let number = RwSignal::new(1);
    let view = move || -> View { fragment([dynamic(move || span().child(number.get().to_string()))]) };
    let mounted = mount_to(place.clone(), view);
    let shown = place.query_selector("span").unwrap().unwrap();
    assert_eq!(place.text_content().as_deref(), Some("1"));
    drop(mounted);
    assert!(!place.has_child_nodes());
    number.set(2);
    settle().await;
    assert_eq!(
        shown.text_content().as_deref(),
        Some("1"),
        "nobody follows any more"
    );
    assert!(Owner::current().is_none(), "the view's owner is not left behind");
}
