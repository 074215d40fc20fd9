//! Small helpers over the browser's document that several components share.

use std::time::Duration;

use js_sys::{JsString, Reflect};
use leptos::{html::ElementType, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventTarget, FocusEvent, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, Node,
};

/// How high a line of text is in `style/base.css`, in CSS pixels.
const LINE: f64 = 20.0;

/// How often it is looked whether a press is over.
const PRESS_CHECK: Duration = Duration::from_millis(30);

/// The key that was pressed, or `None` if the event must be left alone.
///
/// That is so while an input method composes text, and for the keydown *without a key* that Chrome dispatches
/// when it fills a field by itself: an `Event` that is no `KeyboardEvent`, and reading its `key` would throw.
#[must_use]
pub fn pressed_key(ev: &Event) -> Option<String> {
    let ev = ev.dyn_ref::<KeyboardEvent>()?;
    (!ev.is_composing()).then(|| ev.key())
}

/// As [`pressed_key`], but `None` also while Ctrl, Alt or Meta is held: such a key is the browser's or the system's.
/// Shift only makes another character.
#[must_use]
pub fn plain_key(ev: &Event) -> Option<String> {
    let key = ev.dyn_ref::<KeyboardEvent>()?;
    let is_plain = !(key.ctrl_key() || key.alt_key() || key.meta_key());
    pressed_key(ev).filter(|_| is_plain)
}

/// Whether a link is followed here: with a key held, the browser opens a tab or a window for it.
#[must_use]
pub fn is_plain_click(ev: &MouseEvent) -> bool {
    !(ev.ctrl_key() || ev.meta_key() || ev.shift_key())
}

/// The element that has the keyboard focus, unless that is the page itself.
#[must_use]
pub fn focused_element() -> Option<HtmlElement> {
    let element = document().active_element()?;
    if element.tag_name() == "BODY" {
        return None;
    }
    element.dyn_into().ok()
}

/// Moves the keyboard focus to `element` if it is still part of the page. Returns whether it is.
pub fn focus_if_connected(element: &HtmlElement) -> bool {
    let connected = element.is_connected();
    if connected {
        // The error is for elements of foreign documents only; there is nothing to be done about it here.
        let _ = element.focus();
    }
    connected
}

/// Moves the keyboard focus to an element, if it is there.
pub fn focus<E>(element: NodeRef<E>)
where
    E: ElementType,
    E::Output: JsCast + Clone + AsRef<HtmlElement> + 'static,
{
    if let Some(element) = element.try_get_untracked().flatten() {
        focus_if_connected(element.as_ref());
    }
}

/// What stands in an input, up to so many code units of UTF-16, which is how browsers count for `maxlength`. What a
/// script has put in beyond that is never copied: megabytes of it would hold up the page.
#[must_use]
pub fn value_up_to(input: &HtmlInputElement, max_length: u32) -> String {
    let value = Reflect::get(input, &"value".into())
        .ok()
        .and_then(|value| value.dyn_into::<JsString>().ok());
    value
        .map(|value| value.slice(0, max_length).into())
        .unwrap_or_default()
}

/// Whether a text is as long as a field with this `maxlength` takes.
#[must_use]
pub fn fills(text: &str, max_length: u32) -> bool {
    u32::try_from(text.encode_utf16().count()).is_ok_and(|length| length >= max_length)
}

/// Whether `element` takes no room on the page: it is gone, or hidden with something around it.
pub fn is_hidden(element: &HtmlElement) -> bool {
    element.get_bounding_client_rect().width() == 0.0
}

/// How much larger the browser draws text than `style/base.css` asks it to, as with a minimum font size; 1 if it doesn't.
pub fn text_scale() -> f64 {
    let body = document().body().map(Element::from);
    let style = body.and_then(|body| window().get_computed_style(&body).ok().flatten());
    let line = style.and_then(|style| style.get_property_value("line-height").ok());
    // The browser's reader of numbers: Rust's own, with its tables, would be a fifteenth of the page. A line height that is
    // no number counts as none.
    let pixels = line.map_or(f64::NAN, |line| js_sys::parse_float(&line));
    (pixels.round() / LINE).max(1.0)
}

/// Gives the focus to the part of the page around the control that has it, because that control is about to go.
pub fn focus_around() {
    let around = focused_element().and_then(|control| control.closest("nav, section").ok().flatten());
    if let Some(part) = around.and_then(|part| part.dyn_into::<HtmlElement>().ok()) {
        // The name is one that the DOM accepts, and what has a tabindex takes the focus.
        let _ = part.set_attribute("tabindex", "-1");
        let _ = part.focus();
    }
}

/// Whether `target` lies outside `container`; a missing target (focus left the window) is outside.
#[must_use]
pub fn is_outside(container: &Element, target: Option<EventTarget>) -> bool {
    let node = target.and_then(|target| target.dyn_into::<Node>().ok());
    !container.contains(node.as_ref())
}

/// Whether the focus leaves `container` with this `focusout`.
///
/// It does not when it leaves because the container is being removed: browsers dispatch the event then too, when
/// the component's signals are gone already.
#[must_use]
pub fn focus_leaves<E>(container: NodeRef<E>, ev: &FocusEvent) -> bool
where
    E: ElementType,
    E::Output: JsCast + Clone + AsRef<Element> + 'static,
{
    container
        .try_get_untracked()
        .flatten()
        .is_some_and(|container| is_outside(container.as_ref(), ev.related_target()))
}

/// Calls `then` at once; while something is being pressed, once that is over.
///
/// What `then` takes off the page moves the rest of it. A button that is being pressed would slip away from under the
/// pointer, and the press would be for nothing.
pub fn after_press(then: impl Fn() + 'static) {
    // The selector is a valid one.
    let pressed = document().query_selector(":active").ok().flatten();
    if pressed.is_some() {
        set_timeout(move || after_press(then), PRESS_CHECK);
    } else {
        then();
    }
}

/// Calls `then` once the next frame is drawn: by then everything is where it belongs, and whoever gave the focus on with that
/// frame has done so.
pub fn after_next_frame(then: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(then));
}

/// `"true"` while `condition` holds, no attribute at all otherwise: how `aria-disabled`, `aria-busy` and
/// `aria-invalid` are written.
#[must_use]
pub fn aria_flag(condition: Signal<bool>) -> Signal<Option<&'static str>> {
    Signal::derive(move || condition.get().then_some("true"))
}

/// `"true"` or `"false"`, for ARIA states whose absence would mean something else (`aria-checked`,
/// `aria-expanded`, `aria-pressed`).
#[must_use]
pub fn aria_state(condition: Signal<bool>) -> Signal<&'static str> {
    Signal::derive(move || aria_word(condition.get()))
}

/// The same word, for a state that an element has only at times.
#[must_use]
pub const fn aria_word(condition: bool) -> &'static str {
    if condition { "true" } else { "false" }
}

/// Joins the ids of the elements that describe a control, for `aria-describedby`.
#[must_use]
pub fn described_by(parts: Vec<(Signal<Option<String>>, String)>) -> Signal<Option<String>> {
    Signal::derive(move || {
        let mut ids = String::new();
        for (text, id) in &parts {
            if text.with(Option::is_some) {
                if !ids.is_empty() {
                    ids.push(' ');
                }
                ids.push_str(id);
            }
        }
        (!ids.is_empty()).then_some(ids)
    })
}
