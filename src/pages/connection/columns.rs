//! The two columns below the header, of which a narrow screen shows one.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast as _;
use web_sys::{FocusEvent, HtmlElement};

use super::{
    header::header,
    pane::pane,
    services::{Column, Services},
    sidebar::sidebar,
};
use crate::{
    components::dom::focused_element,
    i18n::use_i18n,
    reactive::{Signal, watch},
    view::{
        El,
        tags::{div, main, nav},
    },
};

/// The header and both columns.
pub fn columns(services: &'static Services) -> El {
    let class = Signal::derive(move || match services.column.get() {
        Column::List => "tio-page",
        Column::Detail => "tio-page tio-page--detail",
    });
    div()
        .class(class)
        .child(header())
        .child(
            nav()
                .class("tio-page__list")
                .attr("aria-label", use_i18n().list.navigation)
                .child(sidebar()),
        )
        .child(
            main()
                .class("tio-page__detail")
                // Should the screen become narrow, by turning or zooming, it goes on showing what is worked on.
                .on("focusin", move |_: FocusEvent| {
                    services.column.set(Column::Detail)
                })
                .child(pane()),
        )
}

/// When a narrow screen changes to the other column, the focus goes there too.
pub fn move_focus_along(services: &'static Services) {
    watch(services.column.into(), move |column| {
        // The class of the page has changed by the next frame.
        request_animation_frame(move || {
            if focused_element().is_some_and(|element| is_shown(&element)) {
                return;
            }
            let targets = match column {
                Column::List => [".tio-row[aria-current]", ".tio-row"],
                Column::Detail => [".tio-detail h2", ".tio-back button"],
            };
            let target = targets.into_iter().find_map(shown);
            if let Some(target) = target {
                // What is shown can take the focus.
                let _ = target.focus();
            }
        });
    });
}

fn shown(selector: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document().query_selector(selector).ok()??.dyn_into().ok()?;
    is_shown(&element).then_some(element)
}

fn is_shown(element: &HtmlElement) -> bool {
    element.offset_parent().is_some()
}
