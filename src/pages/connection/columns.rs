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
        tags::{div, main, nav, section},
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
    let texts = &use_i18n().list;
    div().class(class).child(header()).child(
        // Around both, so that there is one whichever of them a narrow screen shows.
        main()
            .class("tio-page__columns")
            .child(
                nav()
                    .class("tio-page__list")
                    .node_ref(list)
                    .attr("aria-label", texts.navigation)
                    .child(sidebar()),
            )
            .child(
                section()
                    .class("tio-page__detail")
                    .node_ref(detail)
                    .attr("aria-label", texts.selected)
                    // Should the screen become narrow, by turning or zooming, it goes on showing what is worked on.
                    .on("focusin", move |_: FocusEvent| {
                        services.column.set(Column::Detail)
                    })
                    .child(pane()),
            ),
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
            let (shown, other, target) = match column {
                Column::List => (list, detail, "[aria-current]"),
                Column::Detail => (detail, list, "h2[tabindex]"),
            };
            let is_narrow = other.get_untracked().is_some_and(|other| is_hidden(&other));
            if !is_narrow {
                return;
            }
            let found = shown
                .get_untracked()
                .and_then(|part| part.query_selector(target).ok().flatten());
            if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                // A link or a heading of the shown column can take the focus.
                let _ = found.focus();
            }
        });
    });
}
