//! The two columns below the header, of which a narrow screen shows one.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::{
    detail::DetailPane,
    list::ConnectionList,
    services::{Column, use_services},
};
use crate::{
    components::{
        dom::{focused_element, is_hidden},
        in_view::keep_focus_in_view,
    },
    i18n::use_i18n,
};

/// Both columns.
#[component]
pub fn Columns() -> impl IntoView {
    let services = use_services();
    let texts = &use_i18n().list;
    let (list, detail) = (NodeRef::<html::Nav>::new(), NodeRef::<html::Section>::new());
    let last = StoredValue::new_local(None);
    take_focus_along(services.column, list, detail, last);
    keep_focus_in_view(detail);
    // Should the screen become narrow, by turning or zooming, it goes on showing what is worked on.
    let works_on_it = move |_: ev::FocusEvent| services.column.set(Column::Detail);
    view! {
        // Around both, so that there is one whichever of them a narrow screen shows.
        <main
            class="tio-page__columns"
            on:focusin=move |_| last.set_value(focused_element())
        >
            <nav class="tio-page__list" aria-label=texts.navigation node_ref=list>
                <ConnectionList />
            </nav>
            <section
                class="tio-page__detail"
                aria-label=texts.selected
                node_ref=detail
                on:focusin=works_on_it
            >
                <DetailPane />
            </section>
        </main>
    }
}

/// When a narrow screen changes to the other column, or a wide one becomes narrow, and what had the focus is hidden with its
/// column, the focus goes along: to the heading of the open connection, or back to its row. The browser may have taken it
/// from what is hidden before that is told, so that `last` has what had it.
fn take_focus_along(
    column: RwSignal<Column>,
    list: NodeRef<html::Nav>,
    detail: NodeRef<html::Section>,
    last: StoredValue<Option<HtmlElement>, LocalStorage>,
) {
    let follow = move |column: Column| {
        let Some(had) = focused_element().or_else(|| last.get_value()) else {
            return;
        };
        // With the next frame the other column is there.
        request_animation_frame(move || {
            let still = focused_element().is_some_and(|focused| !is_hidden(&focused));
            if still || !is_hidden(&had) {
                return;
            }
            let (list, detail) = (list.get_untracked(), detail.get_untracked());
            let (Some(list), Some(detail)) = (list, detail) else {
                return;
            };
            let (shown, other, target): (HtmlElement, HtmlElement, _) = match column {
                Column::List => (list, detail, "[aria-current]"),
                Column::Detail => (detail, list, "h2[tabindex]"),
            };
            if !is_hidden(&other) {
                return;
            }
            let found = shown.query_selector(target).ok().flatten();
            if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                // A link or a heading of the shown column can take the focus.
                let _ = found.focus();
            }
        });
    };
    Effect::watch(move || column.get(), move |column, _, _| follow(*column), false);
    let resized = window_event_listener(ev::resize, move |_| follow(column.get_untracked()));
    on_cleanup(move || resized.remove());
}
