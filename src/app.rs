//! The root: reads the host, provides the services, shows the page.

use leptos::prelude::{document, provide_context};
use wasm_bindgen::JsCast;

use crate::{
    api::{client::Client, fetch},
    components::flags::{Flags, flag_region},
    host::{context::Host, height, theme},
    i18n::{I18n, Language},
    pages::{Page, connection::connection_page, maintenance::maintenance_page},
    state::store::Store,
    view::{View, fragment},
};

/// Where the page goes. It holds the words for when this code can't be loaded, which the page replaces.
pub fn mount_point() -> Option<web_sys::HtmlElement> {
    document().get_element_by_id("testio-connection")?.dyn_into().ok()
}

/// The whole app.
pub fn app() -> View {
    theme::follow();
    if let Some(place) = mount_point() {
        height::tell(&place);
    }
    let host = Host::read();
    let i18n = I18n::new(&host.locale);
    if let Some(root) = document().document_element() {
        // The language is a constant, so the attribute is always accepted.
        let _ = root.set_attribute("lang", Language::of(&host.locale).tag());
    }
    provide_context(i18n);
    let flags = Flags::provide();
    let (title, page) = match Page::named(&host.page) {
        Page::Connection => {
            let store = Store::new(Client::new(fetch(host.rest_base.clone())));
            (i18n.page_title, connection_page(store, host))
        }
        Page::Maintenance => (i18n.maintenance.title, maintenance_page(&host)),
    };
    document().set_title(title);
    fragment([page, flag_region(flags, i18n.dismiss).into()])
}
