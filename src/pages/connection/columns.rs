//! The two columns, of which a narrow screen shows one.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::services::{Column, Services};
use crate::{
    components::dom::{focused_element, is_hidden},
    reactive::watch,
    view::NodeRef,
};

/// Takes the focus along when what had it is hidden with its column: to the heading of the open connection, or back to
/// its row.
pub fn take_focus_along(
    services: &'static Services,
    list: NodeRef<HtmlElement>,
    detail: NodeRef<HtmlElement>,
) {
    watch(services.column.into(), move |column| {
        let Some(had) = focused_element() else { return };
        // With the next frame the other column is there.
        request_animation_frame(move || {
            let still = focused_element().is_some_and(|focused| !is_hidden(&focused));
            if still || !is_hidden(&had) {
                return;
            }
            let (part, target) = match column {
                Column::List => (list, "[aria-current]"),
                Column::Detail => (detail, "h2[tabindex]"),
            };
            let found = part
                .get_untracked()
                .and_then(|part| part.query_selector(target).ok().flatten());
            if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                // A link or a heading of the shown column can take the focus.
                let _ = found.focus();
            }
        });
    });
}
