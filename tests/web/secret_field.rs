//! The secret field: what is typed gets through, what is filled in does not, and nothing is shown unasked.

use js_sys::Reflect;
use leptos::prelude::*;
use testio_connection::components::{
    secret_field::{KeptOut, SecretField},
    secret_text::{MOST, value_of},
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{ClipboardEvent, ClipboardEventInit, DataTransfer, HtmlElement, HtmlInputElement};

use crate::common::{Mounted, click, dispatch, is_visible, mount, press, settle, type_in};

/// A field with what it has told its owner.
struct Field {
    page: Mounted,
    input: HtmlInputElement,
    typed: RwSignal<Vec<String>>,
    kept_out: RwSignal<Vec<KeptOut>>,
    clear: RwSignal<()>,
}

async fn field() -> Field {
    let typed = RwSignal::new(Vec::new());
    let kept_out = RwSignal::new(Vec::new());
    let clear = RwSignal::new(());
    let page = mount(move || {
        view! {
            <SecretField
                label="API key"
                reveal_label="Show API key"
                on_typed=move |input: HtmlInputElement| typed.update(|typed| typed.push(input.value()))
                on_kept_out=move |reason| kept_out.update(|reasons: &mut Vec<_>| reasons.push(reason))
                clear
            />
        }
    })
    .await;
    let input = page.field("API key");
    Field {
        page,
        input,
        typed,
        kept_out,
        clear,
    }
}

impl Field {
    /// Types as a person does: a key, then a change that the browser itself makes and reports.
    async fn type_by_hand(&self, text: &str) {
        self.input.focus().unwrap();
        press(&self.input, "a").await;
        self.insert(text).await;
    }

    /// Lets the browser insert text at the caret without any gesture before it.
    async fn insert(&self, text: &str) {
        self.input.focus().unwrap();
        let page = document();
        let command = js_sys::Reflect::get(&page, &"execCommand".into()).unwrap();
        let command: js_sys::Function = command.unchecked_into();
        command
            .call3(&page, &"insertText".into(), &JsValue::FALSE, &text.into())
            .unwrap();
        settle().await;
    }

    /// Pastes; returns whether the browser may insert the text.
    async fn paste(&self, text: &str) -> bool {
        let data = DataTransfer::new().unwrap();
        data.set_data("text/plain", text).unwrap();
        let init = ClipboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_clipboard_data(Some(&data));
        // Firefox takes the text by names of its own instead.
        for (name, value) in [("dataType", "text/plain"), ("data", text)] {
            Reflect::set(&init, &name.into(), &value.into()).unwrap();
        }
        let event = ClipboardEvent::new_with_event_init_dict("paste", &init).unwrap();
        let allowed = self.input.dispatch_event(&event).unwrap();
        settle().await;
        allowed
    }

    fn reveal_button(&self) -> HtmlElement {
        self.page.by_role("button", "Show API key")
    }
}

#[wasm_bindgen_test]
async fn what_is_typed_reaches_the_owner() {
    let field = field().await;
    field.type_by_hand("5e1f").await;
    assert_eq!(field.typed.get_untracked(), ["5e1f"]);
    assert_eq!(field.input.value(), "5e1f");
}

#[wasm_bindgen_test]
async fn a_pasted_key_is_allowed_and_reaches_the_owner() {
    let field = field().await;
    assert!(
        field.paste("5e1f0a7c\n").await,
        "a line break at the end comes with many copies"
    );
    field.insert("5e1f0a7c").await;
    assert_eq!(field.typed.get_untracked(), ["5e1f0a7c"]);
    assert_eq!(field.kept_out.get_untracked(), []);
}

#[wasm_bindgen_test]
async fn invisible_characters_around_a_pasted_key_do_not_make_it_two_lines() {
    let field = field().await;
    assert!(field.paste("\u{feff}5e1f0a7c\r\n\u{200b}").await);
    assert_eq!(field.kept_out.get_untracked(), []);
}

#[wasm_bindgen_test]
async fn more_than_one_line_is_kept_out_and_reported() {
    let field = field().await;
    assert!(!field.paste("5e1f\r\n0a7c").await);
    assert_eq!(field.kept_out.get_untracked(), [KeptOut::LineBreak]);
    assert_eq!(field.input.value(), "");
}

/// Five megabytes held up the page for eight seconds.
#[wasm_bindgen_test]
async fn a_book_is_kept_out_and_never_copied() {
    let field = field().await;
    let book = "5e1f0a7c".repeat(640_000);
    assert!(!field.paste(&book).await);
    field.input.set_value(&book);
    assert_eq!(value_of(&field.input).len(), MOST + 1);
    assert_eq!(field.kept_out.get_untracked(), [KeptOut::TooLong]);
}

#[wasm_bindgen_test]
async fn a_field_that_leaves_the_page_is_empty() {
    let field = field().await;
    field.type_by_hand("5e1f").await;
    let Field { page, input, .. } = field;
    drop(page);
    assert_eq!(input.value(), "");
}

#[wasm_bindgen_test]
async fn a_secret_of_any_letters_is_read_as_it_is() {
    let field = field().await;
    for text in ["", "5e1f", "schlüssel", "🔑\u{65}\u{301}"] {
        field.input.set_value(text);
        assert_eq!(*value_of(&field.input), text);
    }
}

#[wasm_bindgen_test]
async fn a_value_that_a_script_fills_in_is_thrown_away() {
    let field = field().await;
    press(&field.input, "a").await;
    type_in(&field.input, "the admin's own password").await;
    assert_eq!(field.input.value(), "");
    assert!(field.typed.get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn a_value_that_the_browser_fills_in_without_a_gesture_is_thrown_away() {
    let field = field().await;
    field.insert("the admin's own password").await;
    assert_eq!(field.input.value(), "");
    assert!(field.typed.get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn chromes_keydown_without_a_key_is_no_gesture_and_does_no_harm() {
    let field = field().await;
    dispatch(&field.input, "keydown").await;
    field.insert("the admin's own password").await;
    assert_eq!(field.input.value(), "");
}

#[wasm_bindgen_test]
async fn a_value_reported_by_change_alone_is_thrown_away() {
    let field = field().await;
    field.input.set_value("the admin's own password");
    dispatch(&field.input, "change").await;
    assert_eq!(field.input.value(), "");
}

#[wasm_bindgen_test]
async fn autofill_over_a_typed_value_tells_the_owner_that_it_is_gone() {
    let field = field().await;
    field.type_by_hand("5e1f").await;
    type_in(&field.input, "the admin's own password").await;
    assert_eq!(field.typed.get_untracked(), ["5e1f", ""]);
}

#[wasm_bindgen_test]
async fn what_is_typed_is_shown_only_on_demand() {
    let field = field().await;
    assert!(
        !is_visible(&field.reveal_button()),
        "there is nothing to show yet"
    );
    field.type_by_hand("5e1f").await;
    assert_eq!(field.input.type_(), "password");
    assert_eq!(
        field.reveal_button().get_attribute("aria-pressed").as_deref(),
        Some("false")
    );
    click(&field.reveal_button()).await;
    assert_eq!(field.input.type_(), "text");
    assert_eq!(
        field.reveal_button().get_attribute("aria-pressed").as_deref(),
        Some("true")
    );
    click(&field.reveal_button()).await;
    assert_eq!(field.input.type_(), "password");
}

#[wasm_bindgen_test]
async fn leaving_the_field_hides_what_was_shown() {
    let field = field().await;
    field.type_by_hand("5e1f").await;
    click(&field.reveal_button()).await;
    field.input.focus().unwrap();
    field.input.blur().unwrap();
    settle().await;
    assert_eq!(field.input.type_(), "password");
    assert_eq!(field.input.value(), "5e1f");
}

#[wasm_bindgen_test]
async fn the_owner_can_empty_it() {
    let field = field().await;
    field.type_by_hand("5e1f").await;
    click(&field.reveal_button()).await;
    field.clear.set(());
    settle().await;
    assert_eq!(field.input.value(), "");
    let now = field.page.field("API key");
    assert_eq!((now.value(), now.type_()), (String::new(), "password".to_owned()));
}

/// The browser's undo brings back what stood in the same element.
#[wasm_bindgen_test]
async fn a_field_that_begins_anew_is_another_element_that_can_be_typed_into() {
    let mut field = field().await;
    field.type_by_hand("5e1f").await;
    field.clear.set(());
    settle().await;
    let now = field.page.field("API key");
    assert_ne!(now, field.input);
    assert!(!field.input.is_connected());
    field.input = now;
    field.type_by_hand("0a7c").await;
    assert_eq!(field.typed.get_untracked(), ["5e1f", "0a7c"]);
}

/// Extensions tell of fields that they have not touched.
#[wasm_bindgen_test]
async fn an_extensions_event_for_an_unchanged_value_costs_no_typed_key() {
    let field = field().await;
    field.type_by_hand("5e1f").await;
    for event in ["input", "change", "blur", "keyup"] {
        dispatch(&field.input, event).await;
    }
    type_in(&field.input, "5e1f").await;
    assert_eq!(field.input.value(), "5e1f");
    assert_eq!(field.typed.get_untracked(), ["5e1f"]);
}

#[wasm_bindgen_test]
async fn password_managers_are_asked_to_stay_away() {
    let field = field().await;
    let attribute = |name| field.input.get_attribute(name).unwrap_or_default();
    assert_eq!(attribute("autocomplete"), "new-password");
    assert_eq!(attribute("spellcheck"), "false");
    assert_eq!(attribute("autocorrect"), "off");
    assert_eq!(attribute("data-1p-ignore"), "true");
    assert_eq!(attribute("data-lpignore"), "true");
    assert_eq!(attribute("data-bwignore"), "true");
    assert!(!attribute("name").contains("password"));
}
