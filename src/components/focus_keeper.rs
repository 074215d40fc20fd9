//! Keeps the keyboard focus on something: what had it may be taken away by an answer, or by its own press.

use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement, MutationObserverInit};

use super::{
    dom::{after_next_frame, focus_if_connected, focused_element, is_hidden},
    observer::observe_changes,
};

/// How many of the elements that had the focus are remembered.
const REMEMBERED: usize = 8;

/// The parts of the page that can have the focus in place of what was in them, from the inside out.
const PARTS: &str = "dialog, section, nav, header, main";

/// What in such a part stands for the whole of it.
const HEADINGS: &str = "h2[tabindex]";

/// What only interrupts: once it is gone, the focus goes back to where it was before.
const INTERRUPTIONS: &str = "[data-interrupts]";

/// An element that had the focus, with what was around it then: once it is gone, it doesn't know any more.
#[derive(Clone)]
struct Stop {
    element: HtmlElement,
    parts: Vec<HtmlElement>,
    interrupts: bool,
}

/// Watches over the focus for as long as the page lives.
///
/// Whoever takes a control away may give the focus on by itself; this is for everything else, and acts two frames later.
pub fn keep_focus() {
    let stops = StoredValue::new_local(Vec::<Stop>::new());
    let _ = window_event_listener(leptos::ev::focusin, move |_| {
        if let Some(element) = focused_element() {
            stops.update_value(|stops| {
                stops.retain(|stop| stop.element != element);
                if stops.len() == REMEMBERED {
                    stops.remove(0);
                }
                stops.push(Stop::of(element));
            });
        }
    });
    // Who presses where nothing takes the focus has given it up.
    let _ = window_event_listener(leptos::ev::click, move |_| {
        if focused_element().is_none() {
            stops.update_value(|stops| {
                if stops.last().is_some_and(Stop::is_there) {
                    stops.clear();
                }
            });
        }
    });
    // The person may have been in another window when it happened.
    let _ = window_event_listener(leptos::ev::focus, move |_| look(stops));
    watch(move || {
        if focused_element().is_none() {
            look(stops);
        }
    });
}

type Stops = StoredValue<Vec<Stop>, LocalStorage>;

/// Looks, once whoever else cares for the focus has done so.
fn look(stops: Stops) {
    after_next_frame(move || mend(stops));
}

fn mend(stops: Stops) {
    if focused_element().is_some() || !document().has_focus().unwrap_or_default() {
        return;
    }
    let known = stops.get_value();
    let Some(lost) = known.last().filter(|stop| !stop.is_there()) else {
        return;
    };
    let before = || {
        let there = known.iter().rev().find(|stop| stop.is_there())?;
        Some(there.element.clone())
    };
    let target = lost
        .interrupts
        .then(before)
        .flatten()
        .or_else(|| lost.stands_in())
        // A dialog leaves nothing in its place, and what opened it may have gone meanwhile.
        .or_else(before)
        .or_else(|| known.iter().rev().find_map(Stop::stands_in))
        .or_else(whole_page);
    if let Some(target) = target {
        focus_if_connected(&target);
    }
}

/// What there is of the page in any case: its beginning.
fn whole_page() -> Option<HtmlElement> {
    let title = document().query_selector("h1").ok().flatten()?.dyn_into().ok()?;
    Some(able_to_focus(title))
}

fn able_to_focus(part: HtmlElement) -> HtmlElement {
    // The name is one that the DOM accepts, and what has a tabindex takes the focus.
    let _ = part.set_attribute("tabindex", "-1");
    part
}

impl Stop {
    fn of(element: HtmlElement) -> Self {
        let mut parts = Vec::new();
        let mut inner: Element = element.clone().into();
        while let Some(part) = inner.closest(PARTS).ok().flatten() {
            parts.extend(part.dyn_ref::<HtmlElement>().cloned());
            let Some(around) = part.parent_element() else {
                break;
            };
            inner = around;
        }
        let interrupts = element.closest(INTERRUPTIONS).ok().flatten().is_some();
        Self {
            element,
            parts,
            interrupts,
        }
    }

    fn is_there(&self) -> bool {
        let takes_no_focus = self.element.matches(":disabled").unwrap_or_default();
        self.element.is_connected() && !is_hidden(&self.element) && !takes_no_focus
    }

    /// What takes the focus in the place of something that is gone.
    fn stands_in(&self) -> Option<HtmlElement> {
        let is_there = |part: &&HtmlElement| part.is_connected() && !is_hidden(part);
        let part = self.parts.iter().find(is_there)?;
        let heading = part.query_selector(HEADINGS).ok().flatten();
        let heading = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
        let heading = heading.filter(|heading| !is_hidden(heading));
        Some(heading.unwrap_or_else(|| able_to_focus(part.clone())))
    }
}

/// Calls back whenever something has come or gone, or been hidden by its class, or disabled.
fn watch(changed: impl Fn() + 'static) {
    let Some(body) = document().body() else { return };
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    let attributes = ["class", "open", "disabled"].map(JsValue::from);
    options.set_attribute_filter(&attributes.into_iter().collect::<js_sys::Array>());
    observe_changes(&body, &options, changed);
}
