//! The combobox: what it tells, how keys and mouse choose in it, and that it mounts only what is in view.

mod choosing;
mod picker;

use leptos::prelude::*;
use testio_connection::components::combobox::{Options, OptionsState};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CompositionEvent, InputEvent, InputEventInit};

use self::picker::{named, picker, row};
use crate::common::{click, description_of, dispatch, has_focus, name_of, settle, text_of, type_in};

#[wasm_bindgen_test]
async fn it_is_a_labelled_combobox_with_its_list_closed() {
    let picker = picker(named(&["Shop"])).await;
    picker.page.by_role("combobox", "Jira project");
    assert_eq!(
        description_of(&picker.input),
        "Each project has at most one connection."
    );
    assert_eq!(
        picker.input.get_attribute("aria-autocomplete").as_deref(),
        Some("list")
    );
    assert!(!picker.is_open());
    assert_eq!(picker.announced(), "");
}

#[wasm_bindgen_test]
async fn down_and_enter_choose_by_keyboard() {
    let picker = picker(named(&["Checkout", "Shop"])).await;
    assert!(picker.press("ArrowDown").await);
    assert!(picker.is_open());
    assert_eq!(name_of(&picker.page.all("listbox")[0]), "Jira project");
    assert_eq!(picker.active().as_deref(), Some("CheckoutKEY0"));
    picker.press("ArrowDown").await;
    assert!(picker.press("Enter").await, "the form must not be submitted too");
    assert_eq!(picker.chosen_id().as_deref(), Some("1"));
    assert_eq!(picker.input.value(), "Shop");
    assert!(!picker.is_open());
    assert!(!picker.press("Enter").await, "now Enter belongs to the form");
}

#[wasm_bindgen_test]
async fn a_press_on_an_option_chooses_it_and_leaves_the_focus_in_the_field() {
    let picker = picker(named(&["Checkout", "Shop"])).await;
    click(&picker.input).await;
    assert!(picker.is_open());
    dispatch(&picker.option("Shop"), "mousedown").await;
    click(&picker.option("Shop")).await;
    assert_eq!(picker.chosen_id().as_deref(), Some("1"));
    assert!(has_focus(&picker.input));
}

#[wasm_bindgen_test]
async fn disabled_options_are_shown_with_their_reason_and_passed_over() {
    let picker = picker(named(&["Checkout!", "Shop"])).await;
    picker.press("ArrowDown").await;
    assert_eq!(picker.active().as_deref(), Some("ShopKEY1"));
    let disabled = picker.option("Checkout");
    assert_eq!(disabled.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(text_of(&disabled).ends_with("already connected"));
    click(&disabled).await;
    assert_eq!(picker.chosen_id(), None);
    assert!(picker.is_open());
}

#[wasm_bindgen_test]
async fn typing_filters_marks_the_match_and_drops_the_choice() {
    let picker = picker(named(&["<b>Shop</b>", "Checkout"])).await;
    picker.press("ArrowDown").await;
    picker.press("Enter").await;
    type_in(&picker.input, "SHOP").await;
    assert_eq!(picker.chosen_id(), None);
    assert_eq!(picker.queries.get_untracked(), ["SHOP"]);
    assert!(picker.is_open());
    let marked: Vec<_> = picker
        .page
        .select("mark")
        .iter()
        .map(|mark| text_of(mark))
        .collect();
    assert_eq!(marked, ["Shop"]);
    assert!(
        text_of(&picker.option("<b>")).starts_with("<b>Shop</b>"),
        "names are text, never markup"
    );
    assert!(
        picker.press("Enter").await,
        "with nothing active, Enter chooses nothing and submits nothing"
    );
    assert_eq!(picker.chosen_id(), None);
}

#[wasm_bindgen_test]
async fn what_is_typed_beyond_the_limit_is_never_asked_for() {
    let picker = picker(named(&["Shop"])).await;
    type_in(&picker.input, &"x".repeat(100_000)).await;
    assert_eq!(picker.queries.get_untracked(), ["x".repeat(255)]);
}

/// Names are stored composed or not, and the server compares them with their case folded in full.
#[wasm_bindgen_test]
async fn what_the_server_finds_is_marked_however_it_is_written() {
    for (name, query, marks) in [
        ("Große Straße", "GROSSE", vec!["Große"]),
        ("Café noir", "cafe\u{301}", vec!["Café"]),
        ("Cafe\u{301} noir", "CAFÉ", vec!["Cafe\u{301}"]),
        (
            "\u{1112}\u{1161}\u{11ab}글",
            "한",
            vec!["\u{1112}\u{1161}\u{11ab}"],
        ),
        ("Web shop", "\u{feff}shop web\u{200b}", vec!["Web", "shop"]),
        ("GROẞE", "große", vec!["GROẞE"]),
    ] {
        let options = Options {
            total: 1,
            get: Callback::new(move |_| Some(row(0, name))),
        };
        let picker = picker(options).await;
        type_in(&picker.input, query).await;
        let marked: Vec<_> = picker
            .page
            .select("mark")
            .iter()
            .map(|mark| mark.text_content().unwrap())
            .collect();
        assert_eq!(marked, marks, "{query}");
    }
}

/// Each letter had all options built twice: marked anew while the answer was due, and again with the answer.
#[wasm_bindgen_test]
async fn options_are_left_as_they_are_until_the_answer_is_here() {
    let picker = picker(named(&["Shop"])).await;
    picker.press("ArrowDown").await;
    let label = || picker.option("Shop").first_element_child().unwrap();
    let before = label();
    picker.state.set(OptionsState::Loading);
    type_in(&picker.input, "sho").await;
    assert_eq!(label(), before);
    assert!(picker.page.select("mark").is_empty());
    picker.state.set(OptionsState::Ready);
    settle().await;
    assert_eq!(text_of(&picker.page.select("mark")[0]), "Sho");
}

#[wasm_bindgen_test]
async fn escape_closes_the_list_first() {
    let picker = picker(named(&["Shop"])).await;
    picker.press("ArrowDown").await;
    assert!(picker.press("Escape").await);
    assert!(!picker.is_open());
    assert!(
        !picker.press("Escape").await,
        "the next Esc belongs to the dialog"
    );
}

#[wasm_bindgen_test]
async fn ten_thousand_options_are_within_reach_but_not_mounted() {
    let many = Options {
        total: 10_000,
        get: Callback::new(|index| Some(row(index, &format!("Project {index}")))),
    };
    let picker = picker(many).await;
    picker.press("ArrowDown").await;
    assert!(picker.page.all("option").len() <= 20);
    picker.press("End").await;
    assert_eq!(picker.active().as_deref(), Some("Project 9999KEY9999"));
    assert!(picker.page.all("option").len() <= 20);
    let range = picker.range.get_untracked();
    assert!(range.contains(&9_999) && range.len() <= 20, "{range:?}");
    let last = picker.option("Project 9999");
    assert_eq!(last.get_attribute("aria-posinset").as_deref(), Some("10000"));
    assert_eq!(last.get_attribute("aria-setsize").as_deref(), Some("10000"));
    assert_eq!(picker.announced(), "10000 projects");
}

#[wasm_bindgen_test]
async fn options_appear_as_they_are_loaded() {
    let unloaded = Options {
        total: 3,
        get: Callback::new(|_| None),
    };
    let picker = picker(unloaded).await;
    picker.press("ArrowDown").await;
    assert_eq!(picker.active().as_deref(), Some("Loading projects…"));
    picker.press("Enter").await;
    assert_eq!(picker.chosen_id(), None, "what is not known cannot be chosen");
    picker.options.set(named(&["Checkout!", "Shop", "Wiki"]));
    settle().await;
    assert_eq!(picker.active().as_deref(), Some("ShopKEY1"));
}

#[wasm_bindgen_test]
async fn it_says_when_it_is_loading_or_has_nothing() {
    let picker = picker(Options::none()).await;
    picker.state.set(OptionsState::Loading);
    type_in(&picker.input, "zzz").await;
    assert!(text_of(&picker.page.select(".tio-combobox__popup")[0]).contains("Loading projects…"));
    assert_eq!(picker.announced(), "");
    picker.state.set(OptionsState::Ready);
    settle().await;
    assert_eq!(picker.announced(), "No project matches");
    assert!(
        picker.page.all("option").is_empty(),
        "what is said instead of options cannot be chosen"
    );
}

#[wasm_bindgen_test]
async fn a_failure_can_be_retried_by_keyboard_without_losing_the_place() {
    let picker = picker(Options::none()).await;
    picker
        .state
        .set(OptionsState::Failed("Jira did not answer".to_owned()));
    picker.press("ArrowDown").await;
    assert_eq!(picker.announced(), "Jira did not answer");
    picker.press("Tab").await;
    let retry = picker.page.by_role("button", "Try again");
    retry.focus().unwrap();
    settle().await;
    assert!(picker.is_open());
    click(&retry).await;
    assert_eq!(picker.retries.get_untracked(), 1);
    assert!(has_focus(&picker.input));
    assert!(picker.is_open());
}

#[wasm_bindgen_test]
async fn options_that_may_not_be_all_are_offered_and_can_be_asked_for_again() {
    let picker = picker(named(&["Checkout", "Shop"])).await;
    picker
        .state
        .set(OptionsState::Doubtful("Some may be missing".to_owned()));
    type_in(&picker.input, "s").await;
    assert_eq!(picker.announced(), "2 projects Some may be missing");
    assert_eq!(picker.page.all("option").len(), 2);
    picker.press("Tab").await;
    assert!(picker.is_open(), "Tab reaches the button that asks again");
    let retry = picker.page.by_role("button", "Try again");
    click(&retry).await;
    assert_eq!(picker.retries.get_untracked(), 1);
    assert!(has_focus(&picker.input) && picker.is_open());
    picker.press("ArrowDown").await;
    picker.press("Tab").await;
    assert!(!picker.is_open(), "who has come to an option goes on with that");
}

#[wasm_bindgen_test]
async fn buttons_open_close_and_clear_and_are_no_tab_stops() {
    let picker = picker(named(&["Shop"])).await;
    let toggle = picker.page.by_role("button", "Show projects");
    assert_eq!(toggle.tab_index(), -1);
    click(&toggle).await;
    assert!(picker.is_open() && has_focus(&picker.input));
    click(&toggle).await;
    assert!(!picker.is_open());
    assert!(
        picker.page.find("button", "Clear").is_none(),
        "there is nothing to clear yet"
    );
    picker.press("ArrowDown").await;
    picker.press("Enter").await;
    click(&picker.page.by_role("button", "Clear")).await;
    assert_eq!(picker.chosen_id(), None);
    assert_eq!(picker.input.value(), "");
    assert!(has_focus(&picker.input) && !picker.is_open());
}

#[wasm_bindgen_test]
async fn the_owner_can_take_the_choice_back() {
    let picker = picker(named(&["Shop"])).await;
    picker.press("ArrowDown").await;
    picker.press("Enter").await;
    picker.chosen.set(None);
    settle().await;
    assert_eq!(picker.input.value(), "");
}

#[wasm_bindgen_test]
async fn leaving_the_field_closes_the_list() {
    let picker = picker(named(&["Shop"])).await;
    picker.press("ArrowDown").await;
    picker.page.by_role("button", "Elsewhere").focus().unwrap();
    settle().await;
    assert!(!picker.is_open());
}

#[wasm_bindgen_test]
async fn half_composed_text_is_no_query() {
    let picker = picker(named(&["Shop"])).await;
    let init = InputEventInit::new();
    init.set_bubbles(true);
    init.set_is_composing(true);
    picker.input.set_value("ｓ");
    let half = InputEvent::new_with_event_init_dict("input", &init).unwrap();
    picker.input.dispatch_event(&half).unwrap();
    settle().await;
    assert!(picker.queries.get_untracked().is_empty());
    picker.input.set_value("しょ");
    picker
        .input
        .dispatch_event(&CompositionEvent::new("compositionend").unwrap())
        .unwrap();
    settle().await;
    assert_eq!(picker.queries.get_untracked(), ["しょ"]);
}
