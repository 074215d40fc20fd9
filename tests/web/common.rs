//! What every browser test needs: to put a view on a page, to find things in it as a person would, and to act.

use std::any::Any;

use leptos::{prelude::*, task::tick};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, EventInit, HtmlElement, HtmlInputElement, InputEvent, InputEventInit, KeyboardEvent,
    KeyboardEventInit,
};

/// The style sheets, without which rows have no height and hidden things are seen.
const STYLES: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/components/button.css"),
    include_str!("../../style/components/combobox.css"),
    include_str!("../../style/components/dialog.css"),
    include_str!("../../style/components/field.css"),
    include_str!("../../style/components/flags.css"),
    include_str!("../../style/components/icon.css"),
    include_str!("../../style/components/menu.css"),
    include_str!("../../style/components/secret_field.css"),
    include_str!("../../style/components/tabs.css"),
    include_str!("../../style/components/windowed_list.css"),
);

/// A view on the page. It goes away with this value, so that no test sees what another has left.
pub struct Mounted {
    root: HtmlElement,
    // Its type names the view's; all that counts is that dropping it takes the view away.
    view: Option<Box<dyn Any>>,
}

/// Puts a view on the page.
pub async fn mount<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Mounted {
    let document = document();
    if document.query_selector("style[data-test]").unwrap().is_none() {
        let style = document.create_element("style").unwrap();
        style.set_attribute("data-test", "").unwrap();
        style.set_text_content(Some(STYLES));
        document.head().unwrap().append_child(&style).unwrap();
    }
    let root: HtmlElement = document.create_element("section").unwrap().unchecked_into();
    document.body().unwrap().append_child(&root).unwrap();
    let view = mount_to(root.clone(), view);
    settle().await;
    Mounted {
        root,
        view: Some(Box::new(view)),
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.view.take();
        self.root.remove();
    }
}

impl Mounted {
    /// The element with this role and accessible name; fails if there is none.
    pub fn by_role(&self, role: &str, name: &str) -> HtmlElement {
        self.find(role, name)
            .unwrap_or_else(|| panic!("no {role} named “{name}”, only {:?}", self.names(role)))
    }

    /// The element with this role and accessible name, if there is one.
    pub fn find(&self, role: &str, name: &str) -> Option<HtmlElement> {
        self.all(role)
            .into_iter()
            .find(|element| name_of(element) == name)
    }

    /// All elements with this role that are not hidden.
    pub fn all(&self, role: &str) -> Vec<HtmlElement> {
        self.select(selector(role))
    }

    /// The accessible names of all elements with this role.
    pub fn names(&self, role: &str) -> Vec<String> {
        self.all(role).iter().map(name_of).collect()
    }

    /// All elements that match a CSS selector, for what has no role.
    pub fn select(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|index| found.item(index).unwrap().unchecked_into())
            .collect()
    }

    /// The text field with this label.
    pub fn field(&self, label: &str) -> HtmlInputElement {
        let field = self
            .select("input")
            .into_iter()
            .find(|input| name_of(input) == label);
        field
            .unwrap_or_else(|| panic!("no field labelled “{label}”"))
            .unchecked_into()
    }
}

/// The CSS selector of a role, native elements included.
fn selector(role: &str) -> &'static str {
    match role {
        "alert" => "[role=alert]",
        "alertdialog" => "dialog[open][role=alertdialog]",
        "button" => "button:not([role])",
        "combobox" => "[role=combobox]",
        "dialog" => "dialog[open]:not([role])",
        "heading" => "h1, h2, h3",
        "list" => "[role=list]",
        "listbox" => "[role=listbox]",
        "listitem" => "[role=listitem]",
        "menu" => "[role=menu]",
        "menuitem" => "[role=menuitem]",
        "option" => "[role=option]",
        "progressbar" => "[role=progressbar]",
        "status" => "[role=status]",
        "switch" => "[role=switch]",
        "tab" => "[role=tab]",
        "tablist" => "[role=tablist]",
        "tabpanel" => "[role=tabpanel]",
        other => panic!("teach the tests where to find the role {other}"),
    }
}

/// The accessible name: what labels the element, else its text.
pub fn name_of(element: &HtmlElement) -> String {
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    if let Some(ids) = element.get_attribute("aria-labelledby") {
        return text_of_ids(&ids);
    }
    let labels = document()
        .query_selector(&format!("label[for='{}']", element.id()))
        .unwrap();
    text_of(&labels.unwrap_or_else(|| element.clone().into()))
}

/// The accessible description.
pub fn description_of(element: &HtmlElement) -> String {
    element
        .get_attribute("aria-describedby")
        .map(|ids| text_of_ids(&ids))
        .unwrap_or_default()
}

fn text_of_ids(ids: &str) -> String {
    let texts = ids.split(' ').map(|id| {
        let element = document().get_element_by_id(id);
        let element: HtmlElement = element
            .unwrap_or_else(|| panic!("an id names nothing: {id}"))
            .unchecked_into();
        element
            .get_attribute("aria-label")
            .unwrap_or_else(|| text_of(&element))
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// The text of an element with its white space collapsed, without what is hidden from assistive technology.
pub fn text_of(element: &Element) -> String {
    let copy: Element = element.clone_node_with_deep(true).unwrap().unchecked_into();
    let hidden = copy.query_selector_all("[aria-hidden=true]").unwrap();
    for index in 0..hidden.length() {
        hidden.item(index).unwrap().unchecked_into::<Element>().remove();
    }
    copy.text_content()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a person sees the element.
pub fn is_visible(element: &HtmlElement) -> bool {
    let style = window().get_computed_style(element).unwrap().unwrap();
    element.offset_width() > 0 && style.get_property_value("visibility").unwrap() == "visible"
}

/// Whether the element has the keyboard focus.
pub fn has_focus(element: &HtmlElement) -> bool {
    document().active_element().as_ref() == Some(element.as_ref())
}

/// Presses a mouse button on the element and waits for what follows.
pub async fn click(element: &HtmlElement) {
    element.click();
    settle().await;
}

/// Presses a key on the element. Returns whether the page has used it up.
pub async fn press(element: &HtmlElement, key: &str) -> bool {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    let used_up = !element.dispatch_event(&event).unwrap();
    settle().await;
    used_up
}

/// Presses a key wherever the focus is.
pub async fn press_focused(key: &str) -> bool {
    let focused: HtmlElement = document().active_element().unwrap().unchecked_into();
    press(&focused, key).await
}

/// Sets the text of a field and tells the page, as a script does.
pub async fn type_in(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    let init = InputEventInit::new();
    init.set_bubbles(true);
    init.set_input_type("insertText");
    let event = InputEvent::new_with_event_init_dict("input", &init).unwrap();
    field.dispatch_event(&event).unwrap();
    settle().await;
}

/// Dispatches a plain event that bubbles and can be cancelled.
pub async fn dispatch(element: &HtmlElement, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = web_sys::Event::new_with_event_init_dict(name, &init).unwrap();
    element.dispatch_event(&event).unwrap();
    settle().await;
}

/// Waits until the page has come to rest: effects have run, a frame has been drawn, and effects again.
pub async fn settle() {
    tick().await;
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            let next = Closure::once_into_js(move || resolve.call0(&JsValue::NULL));
            window().request_animation_frame(next.unchecked_ref()).unwrap();
        });
        JsFuture::from(frame).await.unwrap();
        tick().await;
    }
}
