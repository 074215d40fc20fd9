//! Dialogs: what they are called, where the focus goes, and how they are left.

use leptos::{html, prelude::*};
use testio_connection::components::{
    button::{Appearance, Button, ButtonKind},
    dialog::{Dialog, DialogRole, Openers},
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{
    Mounted, click, description_of, dispatch, has_focus, mount, press, press_focused, settle,
};

struct Opened {
    page: Mounted,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    opener_is_there: RwSignal<bool>,
    submitted: RwSignal<u32>,
}

/// A page with a button that opens a dialog, already pressed.
async fn opened() -> Opened {
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let opener_is_there = RwSignal::new(true);
    let submitted = RwSignal::new(0);
    let page = mount(move || {
        let list = NodeRef::<html::Button>::new();
        view! {
            <button node_ref=list>"The list"</button>
            <Show when=move || opener_is_there.get()>
                <button on:click=move |_| open.set(true)>"Delete…"</button>
            </Show>
            <Dialog
                open=open
                on_close=move |()| open.set(false)
                title="Delete the connection?"
                role=DialogRole::AlertDialog
                busy=busy
                on_submit=move |()| submitted.update(|count| *count += 1)
                return_focus=move |()| {
                    let _ = list.get_untracked().map(|list| list.focus());
                }
                footer=move || {
                    view! {
                        <Button autofocus=true on_click=move |()| open.set(false)>
                            "Cancel"
                        </Button>
                        <Button kind=ButtonKind::Submit appearance=Appearance::Danger busy=busy>
                            "Delete"
                        </Button>
                    }
                }
            >
                <p>"Web shop will use the Global connection."</p>
                <input aria-label="Why" />
            </Dialog>
        }
    })
    .await;
    let opener = page.by_role("button", "Delete…");
    opener.focus().unwrap();
    click(&opener).await;
    Opened {
        page,
        open,
        busy,
        opener_is_there,
        submitted,
    }
}

#[wasm_bindgen_test]
async fn it_is_named_by_its_title_described_by_its_text_and_starts_on_cancel() {
    let opened = opened().await;
    let dialog = opened.page.by_role("alertdialog", "Delete the connection?");
    assert_eq!(
        description_of(&dialog),
        "Web shop will use the Global connection."
    );
    assert!(has_focus(&opened.page.by_role("button", "Cancel")));
}

#[wasm_bindgen_test]
async fn the_page_behind_it_is_out_of_reach() {
    let opened = opened().await;
    let behind = opened.page.by_role("button", "The list");
    behind.focus().unwrap();
    assert!(!has_focus(&behind));
}

#[wasm_bindgen_test]
async fn escape_closes_it_and_gives_the_focus_back() {
    let opened = opened().await;
    assert!(press_focused("Escape").await);
    assert!(!opened.open.get_untracked());
    assert!(opened.page.all("alertdialog").is_empty());
    assert!(
        opened.page.select("dialog").is_empty(),
        "nothing of it stays behind"
    );
    assert!(has_focus(&opened.page.by_role("button", "Delete…")));
}

#[wasm_bindgen_test]
async fn the_focus_goes_elsewhere_when_the_opener_is_gone() {
    let opened = opened().await;
    opened.opener_is_there.set(false);
    opened.open.set(false);
    settle().await;
    assert!(has_focus(&opened.page.by_role("button", "The list")));
}

#[wasm_bindgen_test]
async fn it_cannot_be_left_or_submitted_while_busy() {
    let opened = opened().await;
    opened.busy.set(true);
    settle().await;
    press_focused("Escape").await;
    assert!(opened.open.get_untracked());
    click(&opened.page.by_role("button", "Delete")).await;
    assert_eq!(opened.submitted.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn it_opens_again_when_the_browser_closes_it_while_busy() {
    let opened = opened().await;
    opened.busy.set(true);
    settle().await;
    let dialog = opened.page.by_role("alertdialog", "Delete the connection?");
    web_sys::HtmlDialogElement::close(wasm_bindgen::JsCast::unchecked_ref(&dialog));
    settle().await;
    assert_eq!(opened.page.all("alertdialog").len(), 1);
}

#[wasm_bindgen_test]
async fn a_press_beside_it_does_not_close_it() {
    let opened = opened().await;
    let dialog = opened.page.by_role("alertdialog", "Delete the connection?");
    dispatch(&dialog, "mousedown").await;
    click(&dialog).await;
    assert!(opened.open.get_untracked());
}

#[wasm_bindgen_test]
async fn the_submit_button_submits() {
    let opened = opened().await;
    click(&opened.page.by_role("button", "Delete")).await;
    assert_eq!(opened.submitted.get_untracked(), 1);
    assert!(
        opened.open.get_untracked(),
        "the owner closes it when the work is done"
    );
}

#[wasm_bindgen_test]
async fn a_browsers_own_keydown_without_a_key_does_no_harm() {
    let opened = opened().await;
    dispatch(&opened.page.field("Why"), "keydown").await;
    press(&opened.page.field("Why"), "a").await;
    assert!(opened.open.get_untracked());
}

#[wasm_bindgen_test]
async fn each_opening_starts_afresh() {
    let opened = opened().await;
    opened.page.field("Why").set_value("Not needed");
    press_focused("Escape").await;
    click(&opened.page.by_role("button", "Delete…")).await;
    assert_eq!(opened.page.field("Why").value(), "");
}

struct Pair {
    page: Mounted,
    first: RwSignal<bool>,
    second: RwSignal<bool>,
}

/// A page with a button that opens the first of two dialogs, already pressed.
async fn pair() -> Pair {
    let first = RwSignal::new(false);
    let second = RwSignal::new(false);
    let page = mount(move || {
        Openers::provide();
        let dialog = |open: RwSignal<bool>, title: &'static str| {
            let close = move |()| open.set(false);
            view! {
                <Dialog
                    open
                    on_close=close
                    title
                    footer=move || view! { <Button on_click=close>"Cancel"</Button> }
                >
                    ""
                </Dialog>
            }
        };
        view! {
            <button on:click=move |_| first.set(true)>"Add…"</button>
            {dialog(first, "First")}
            {dialog(second, "Second")}
        }
    })
    .await;
    let opener = page.by_role("button", "Add…");
    opener.focus().unwrap();
    click(&opener).await;
    Pair { page, first, second }
}

// Between a dialog and the one that followed it there was none for two frames, so that the focus found its way back.
#[wasm_bindgen_test]
async fn one_that_takes_the_place_of_another_gives_the_focus_back_to_before_both() {
    for first_goes_first in [true, false] {
        let pair = pair().await;
        if first_goes_first {
            pair.first.set(false);
            pair.second.set(true);
        } else {
            pair.second.set(true);
            pair.first.set(false);
        }
        settle().await;
        assert!(has_focus(&pair.page.by_role("button", "Cancel")));
        press_focused("Escape").await;
        assert!(pair.page.all("dialog").is_empty());
        assert!(has_focus(&pair.page.by_role("button", "Add…")));
    }
}

#[wasm_bindgen_test]
async fn one_that_lies_on_another_gives_the_focus_back_to_that_one() {
    let pair = pair().await;
    pair.second.set(true);
    settle().await;
    press_focused("Escape").await;
    assert!(pair.first.get_untracked());
    assert!(has_focus(&pair.page.by_role("button", "Cancel")));
    press_focused("Escape").await;
    assert!(has_focus(&pair.page.by_role("button", "Add…")));
}
