//! Jira's theme, mirrored from the host's document and followed while it changes.

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, MutationObserver, MutationObserverInit};

use super::page::{on_unload, parent};

/// What Jira's design tokens look at, as in `boot.js`. `data-theme` is copied as it is.
const ATTRIBUTES: [&str; 4] = [
    "data-color-mode",
    "data-theme",
    "data-color-mode-auto",
    "data-contrast-mode",
];

/// Copies the host's theme now and whenever it changes. Without a host of this origin, nothing happens.
pub fn follow() {
    let own = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    let host = parent()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    let (Some(own), Some(host)) = (own, host) else {
        return;
    };
    copy(&host, &own);
    let changed = Closure::<dyn Fn()>::new({
        let host = host.clone();
        move || copy(&host, &own)
    });
    let Ok(observer) = MutationObserver::new(changed.into_js_value().unchecked_ref()) else {
        return;
    };
    let options = MutationObserverInit::new();
    options.set_attributes(true);
    let names: js_sys::Array = ATTRIBUTES
        .iter()
        .map(|name| wasm_bindgen::JsValue::from_str(name))
        .collect();
    options.set_attribute_filter(&names);
    // It fails only without anything to observe.
    let _ = observer.observe_with_options(&host, &options);
    on_unload(move || observer.disconnect());
}

fn copy(host: &Element, own: &Element) {
    for name in ATTRIBUTES {
        // The names are constants that the DOM accepts.
        let _ = match host.get_attribute(name) {
            Some(value) => own.set_attribute(name, &value),
            None => own.remove_attribute(name),
        };
    }
}
