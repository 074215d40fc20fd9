//! The root: reads the host, provides the services, shows the page.

use leptos::{prelude::*, wasm_split::wasm_split};
use wasm_bindgen::JsCast;

use crate::{
    api::{client::Client, fetch},
    components::{
        anchors::Anchor,
        dialog::Openers,
        flags::{FlagRegion, Flags},
        focus_keeper::keep_focus,
        in_view::keep_focus_in_window,
    },
    host::{context::Host, height, theme},
    i18n::{I18n, Language},
    pages::{
        Page,
        connection::ConnectionPage,
        later::{Fetched, LaterPage, Part},
        maintenance::MaintenancePage,
    },
    state::{maintenance::Maintenance, store::Store},
};

/// Where the page goes. It holds the words for when this code can't be loaded, which the page replaces.
pub fn mount_point() -> Option<web_sys::HtmlElement> {
    document().get_element_by_id("testio-connection")?.dyn_into().ok()
}

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    theme::follow();
    keep_focus();
    keep_focus_in_window();
    if let Some(place) = mount_point() {
        height::tell(&place);
        // A browser that translates puts elements of its own in place of texts, which then stand still: what they said
        // once would be said of what is there now. The attribute is a constant, so it is always accepted.
        let _ = place.set_attribute("translate", "no");
    }
    let host = Host::read();
    let i18n = I18n::new(&host.locale);
    if let Some(root) = document().document_element() {
        // The language is a constant, so the attribute is always accepted.
        let _ = root.set_attribute("lang", Language::of(&host.locale).tag());
    }
    provide_context(i18n);
    Openers::provide();
    Flags::provide();
    let page = match Page::named(&host.page) {
        Page::Connection => {
            document().set_title(i18n.page_title);
            let store = Store::new(Client::new(fetch(host.rest_base.clone())));
            view! { <ConnectionPage store host /> }.into_any()
        }
        Page::Maintenance => {
            document().set_title(i18n.maintenance_title);
            provide_context(host);
            view! { <LaterPage part=Part::new(|| Box::pin(maintenance())) /> }.into_any()
        }
    };
    view! {
        {page}
        <FlagRegion dismiss_label=i18n.dismiss />
        <Anchor />
    }
}

#[wasm_split(maintenance, wasm_split_path = leptos::wasm_split, fallible)]
fn maintenance() -> Fetched {
    Ok(|| {
        let host: Host = expect_context();
        let maintenance = Maintenance::new(Client::new(fetch(host.rest_base.clone())));
        view! { <MaintenancePage maintenance host /> }.into_any()
    })
}
