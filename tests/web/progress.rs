//! What shows how far something is, and what can be folded away.

use leptos::prelude::*;
use testio_connection::components::{
    disclosure::{Disclosure, Fold},
    progress::{Progress, ProgressBar},
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{click, mount, settle};

#[wasm_bindgen_test]
async fn a_bar_says_how_much_is_done() {
    let progress = RwSignal::new(Progress { done: 1, total: 3 });
    let page = mount(move || view! { <ProgressBar label="Tested connections" progress /> }).await;
    let bar = page.by_role("progressbar", "Tested connections");
    let now = || bar.get_attribute("aria-valuenow");
    assert_eq!(now().as_deref(), Some("33"));
    progress.set(Progress { done: 3, total: 3 });
    settle().await;
    assert_eq!(now().as_deref(), Some("100"));
    progress.set(Progress { done: 0, total: 0 });
    settle().await;
    assert_eq!(now().as_deref(), Some("100"), "nothing to do is done");
}

#[wasm_bindgen_test]
async fn a_press_folds_it_and_only_changes_are_told() {
    let told = RwSignal::new(Vec::new());
    let page = mount(move || {
        view! {
            <Disclosure
                fold=Fold::Open
                summary=|| "Key rejected (2)"
                on_fold=move |fold| told.update(|told: &mut Vec<Fold>| told.push(fold))
            >
                <p>"Web shop"</p>
            </Disclosure>
        }
    })
    .await;
    let (details, summary) = (&page.select("details")[0], &page.select("summary")[0]);
    // The text as it is on the screen.
    let shows_body = || details.inner_text().contains("Web shop");
    assert!(shows_body());
    click(summary).await;
    assert!(!shows_body());
    assert_eq!(told.get_untracked(), [Fold::Closed]);
    click(summary).await;
    assert!(shows_body());
    assert_eq!(told.get_untracked(), [Fold::Closed, Fold::Open]);
}
