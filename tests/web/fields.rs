//! Fields: label, hint and error belong to their input.

use leptos::prelude::*;
use testio_connection::components::{
    checkbox::Checkbox,
    field::{LabelVisibility, Requirement, TextField, TextFieldKind},
    icon::IconName,
    lozenge::Lozenge,
    section_message::SectionMessage,
    select::{Choice, Select},
    tone::Tone,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CompositionEvent, HtmlElement, InputEvent, InputEventInit};

use crate::common::{description_of, dispatch, is_visible, mount, name_of, settle, text_of, type_in};

#[wasm_bindgen_test]
async fn what_is_typed_and_what_the_owner_sets_are_the_same_value() {
    let value = RwSignal::new("ACME EU".to_owned());
    let page = mount(
        move || view! { <TextField label="Account label" value on_input=move |text| value.set(text) /> },
    )
    .await;
    let field = page.field("Account label");
    assert_eq!(field.value(), "ACME EU");
    type_in(&field, "Globex").await;
    assert_eq!(value.get_untracked(), "Globex");
    value.set(String::new());
    settle().await;
    assert_eq!(field.value(), "");
}

#[wasm_bindgen_test]
async fn half_composed_text_is_not_told_until_it_is_whole() {
    let typed = RwSignal::new(Vec::<String>::new());
    let page = mount(move || {
        let on_input = move |text| typed.update(|typed: &mut Vec<_>| typed.push(text));
        view! { <TextField label="Filter" value="" on_input /> }
    })
    .await;
    let field = page.field("Filter");
    for half in ["h", "はn"] {
        field.set_value(half);
        let init = InputEventInit::new();
        init.set_is_composing(true);
        let event = InputEvent::new_with_event_init_dict("input", &init).unwrap();
        field.dispatch_event(&event).unwrap();
    }
    assert!(typed.get_untracked().is_empty());
    field.set_value("はん");
    field
        .dispatch_event(&CompositionEvent::new("compositionend").unwrap())
        .unwrap();
    assert_eq!(typed.get_untracked(), ["はん"]);
}

#[wasm_bindgen_test]
async fn a_text_beyond_the_limit_never_reaches_the_owner() {
    let value = RwSignal::new(String::new());
    let page = mount(move || {
        view! { <TextField label="Filter" value on_input=move |text| value.set(text) max_length=255 /> }
    })
    .await;
    let field = page.field("Filter");
    assert_eq!(
        field.get_attribute("maxlength").as_deref(),
        Some("255"),
        "the browser keeps it too"
    );
    type_in(&field, &"x".repeat(1_000_000)).await;
    assert_eq!(value.get_untracked().len(), 255);
    assert_eq!(field.value().len(), 255);
}

#[wasm_bindgen_test]
async fn hint_and_error_describe_the_field_as_long_as_they_are_shown() {
    let error = RwSignal::new(None::<String>);
    let page = mount(move || {
        view! {
            <TextField
                label="Account label"
                value=""
                on_input=drop
                requirement=Requirement::Required
                hint="Only for you"
                error
            />
        }
    })
    .await;
    let field = page.field("Account label");
    assert_eq!(description_of(&field), "Only for you");
    assert_eq!(field.get_attribute("aria-invalid"), None);
    assert_eq!(field.get_attribute("aria-required").as_deref(), Some("true"));
    assert!(!is_visible(&page.select(".tio-field__error")[0]));
    error.set(Some("Too long".to_owned()));
    settle().await;
    assert_eq!(description_of(&field), "Too long Only for you");
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(is_visible(&page.select(".tio-field__error")[0]));
    error.set(None);
    settle().await;
    assert_eq!(field.get_attribute("aria-invalid"), None);
    assert!(!is_visible(&page.select(".tio-field__error")[0]));
}

#[wasm_bindgen_test]
async fn a_hidden_label_still_names_its_field() {
    let typed = RwSignal::new(String::new());
    let page = mount(move || {
        view! {
            <TextField
                label="Filter"
                label_visibility=LabelVisibility::Hidden
                kind=TextFieldKind::Search
                value=""
                on_input=move |text| typed.set(text)
            />
        }
    })
    .await;
    let field = page.field("Filter");
    assert_eq!(field.type_(), "search");
    type_in(&field, "shop").await;
    assert_eq!(typed.get_untracked(), "shop");
}

#[wasm_bindgen_test]
async fn a_read_only_field_can_still_be_read_and_focused() {
    let page = mount(move || {
        view! { <TextField label="Account label" value="ACME" on_input=drop read_only=true /> }
    })
    .await;
    let field = page.field("Account label");
    assert!(field.read_only() && !field.disabled());
}

fn choice(value: &str, label: &str) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
    }
}

#[wasm_bindgen_test]
async fn a_select_shows_the_owners_value_even_if_the_choices_come_later() {
    let choices = RwSignal::new(Vec::new());
    let value = RwSignal::new("b".to_owned());
    let page = mount(move || {
        view! { <Select label="Status" choices value on_change=move |chosen| value.set(chosen) /> }
    })
    .await;
    choices.set(vec![choice("a", "All"), choice("b", "Connected")]);
    settle().await;
    let select = &page.select("select")[0];
    assert_eq!(name_of(select), "Status");
    assert_eq!(value_of(select), "b");
    set_value(select, "a");
    dispatch(select, "change").await;
    assert_eq!(value.get_untracked(), "a");
    assert_eq!(value_of(select), "a");
}

fn value_of(select: &HtmlElement) -> String {
    js_sys::Reflect::get(select, &"value".into())
        .unwrap()
        .as_string()
        .unwrap()
}

fn set_value(select: &HtmlElement, value: &str) {
    js_sys::Reflect::set(select.unchecked_ref(), &"value".into(), &value.into()).unwrap();
}

#[wasm_bindgen_test]
async fn a_status_is_told_by_icon_and_word_not_by_colour_alone() {
    let page =
        mount(|| view! { <Lozenge tone=Tone::Success icon=IconName::CheckCircle text="Connected" /> }).await;
    let lozenge = &page.select(".tio-lozenge")[0];
    assert_eq!(text_of(lozenge), "Connected");
    assert_eq!(page.select(".tio-lozenge svg[aria-hidden=true]").len(), 1);
}

#[wasm_bindgen_test]
async fn a_message_says_what_happened_why_and_what_helps() {
    let page = mount(|| {
        view! {
            <SectionMessage
                tone=Tone::Danger
                title="The key was refused"
                actions=|| view! { <button>"Try again"</button> }
            >
                "Enter another API key."
            </SectionMessage>
        }
    })
    .await;
    let message = &page.select(".tio-message")[0];
    assert_eq!(
        text_of(message),
        "The key was refusedEnter another API key.Try again"
    );
    page.by_role("button", "Try again");
    assert_eq!(
        message
            .closest("[role=alert], [role=status], [aria-live]")
            .unwrap(),
        None,
        "whether it interrupts is up to the live region around it"
    );
}

#[wasm_bindgen_test]
async fn what_a_checkbox_shows_and_what_the_owner_has_are_the_same() {
    let checked = RwSignal::new(true);
    let disabled = RwSignal::new(false);
    let page = mount(move || view! { <Checkbox label="Everywhere" checked disabled on_change=move |ticked| checked.set(ticked) /> }).await;
    let input: web_sys::HtmlInputElement = page.select("label > input").remove(0).unchecked_into();
    let label = input.labels().unwrap().get(0).unwrap();
    assert_eq!(label.text_content().as_deref(), Some("Everywhere"));
    assert!(input.checked());
    input.click();
    settle().await;
    assert!(!checked.get_untracked());
    checked.set(true);
    disabled.set(true);
    settle().await;
    assert!(input.checked() && input.disabled());
    input.click();
    assert!(
        checked.get_untracked(),
        "nothing is changed while something is under way"
    );
}

#[wasm_bindgen_test]
async fn suggestions_are_the_browser_s_own_list_and_follow_the_owner() {
    let suggestions = RwSignal::new(Vec::<String>::new());
    let page =
        mount(move || view! { <TextField label="Account label" value="" on_input=|_| () suggestions /> })
            .await;
    let field = page.field("Account label");
    assert!(field.list().is_none());
    for offered in [vec!["ACME EU", "ACME US"], vec!["Globex"]] {
        suggestions.set(offered.iter().map(ToString::to_string).collect());
        settle().await;
        let list = field.list().unwrap();
        assert_eq!(list.child_element_count() as usize, offered.len());
        let first = list.first_element_child().unwrap();
        assert_eq!(first.get_attribute("value").as_deref(), Some(offered[0]));
    }
}
