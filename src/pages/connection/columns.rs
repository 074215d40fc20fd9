//! The two columns below the header, of which a narrow screen shows one.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast as _;
use web_sys::{FocusEvent, HtmlElement};

use super::{
    header::header,
    pane::pane,
    services::{Column, Services},
    sidebar::sidebar,
};
use crate::{
    components::dom::{focused_element, is_hidden},
    i18n::use_i18n,
    reactive::{Signal, watch},
    view::{
        El, NodeRef,
        tags::{div, main, nav},
    },
};

/// The header and both columns.
pub fn columns(services: &'static Services) -> El {
    let class = Signal::derive(move || match services.column.get() {
        Column::List => "tio-page",
        Column::Detail => "tio-page tio-page--detail",
    });
    let (list, detail) = (NodeRef::new(), NodeRef::new());
    take_focus_along(services, list, detail);
    div()
        .class(class)
        .child(header())
        .child(
            nav()
                .class("tio-page__list")
                .node_ref(list)
                .attr("aria-label", use_i18n().list.navigation)
                .child(sidebar()),
        )
        .child(
            main()
                .class("tio-page__detail")
                .node_ref(detail)
                // Should the screen become narrow, by turning or zooming, it goes on showing what is worked on.
                .on("focusin", move |_: FocusEvent| {
                    services.column.set(Column::Detail)
                })
                .child(pane()),
        )
}

/// When a narrow screen changes to the other column and what had the focus is hidden with its own, the focus goes along:
/// to the heading of the open connection, or back to its row.
fn take_focus_along(services: &'static Services, list: NodeRef<HtmlElement>, detail: NodeRef<HtmlElement>) {
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
