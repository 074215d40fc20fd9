//! What has the focus, and what has just happened, is in view.

use leptos::{ev, html, prelude::*};
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{
    dom::{focused_element, is_hidden},
    observer::observe_size,
};

/// Scrolls as little as needed to have `element` in view, in this document and in the host's around it.
pub fn bring_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    scroll_host_to(element);
}

/// Brings into view what has the focus, if anything has that is shown.
pub fn bring_focus_into_view() {
    if let Some(focused) = focused_element().filter(|focused| !is_hidden(focused)) {
        bring_into_view(&focused);
    }
}

/// Scrolls the host's window around the iframe. Browsers do that by themselves, but not for what lies over the page, as what
/// is in a dialog does: <https://drafts.csswg.org/cssom-view/#dom-element-scrollintoview> leaves it to them.
fn scroll_host_to(element: &Element) -> Option<()> {
    // None without a host, or with one of another origin.
    let frame = window().frame_element().ok().flatten()?;
    let host = frame.owner_document()?.default_view()?;
    let height = host.inner_height().ok()?.as_f64()?;
    let (frame, element) = (
        frame.get_bounding_client_rect(),
        element.get_bounding_client_rect(),
    );
    let (above, below) = (
        frame.top() + element.top(),
        frame.top() + element.bottom() - height,
    );
    if above < 0.0 && below < 0.0 {
        host.scroll_by_with_x_and_y(0.0, above);
    } else if above > 0.0 && below > 0.0 {
        host.scroll_by_with_x_and_y(0.0, above.min(below));
    }
    Some(())
}

/// Keeps what has the focus in view when the window gets another size, for as long as the page lives.
pub fn keep_focus_in_window() {
    let _ = window_event_listener(ev::resize, |_| request_animation_frame(bring_focus_into_view));
}

/// Shows, once it is there, what has just happened: scrolls as little as brings it into view. Where there is no room for
/// both, what has the focus stays in view: a message is read out.
pub fn show_beside_focus(element: HtmlElement) {
    request_animation_frame(move || {
        bring_into_view(&element);
        bring_focus_into_view();
    });
}

/// Keeps what has the focus in view when the part of the page around it gets another size, as by a message above it.
pub fn keep_focus_in_view(part: NodeRef<html::Section>) {
    Effect::new(move |_| {
        let Some(part) = part.get() else { return };
        observe_size(&part.clone(), move || {
            if focused_element().is_some_and(|focused| part.contains(Some(&focused))) {
                bring_focus_into_view();
            }
        });
    });
}
