//! The page's height, told to a host that makes the iframe as high as what is in it.
//!
//! Most hosts give the iframe a height themselves, and the page scrolls inside.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use web_sys::{Element, ResizeObserver, Window};

use super::page::{meta, parent};

/// The host's wish, as `<meta name="testio-height" content="messages">`.
const WISH: &str = "messages";

/// Lets `content` grow with what is in it, and tells the host its height now and whenever it changes, if the host wishes
/// so and is of this origin.
pub fn tell(content: &Element) {
    if meta("testio-height").as_deref() != Some(WISH) {
        return;
    }
    let (Some(host), Some(root)) = (
        parent(),
        content
            .owner_document()
            .and_then(|document| document.document_element()),
    ) else {
        return;
    };
    // The name is a constant that the DOM accepts.
    let _ = root.set_attribute("data-tio-height", "");
    let changed = Closure::<dyn Fn()>::new({
        let content = content.clone();
        move || post(&host, content.get_bounding_client_rect().height().ceil())
    });
    // Called once as soon as it observes something.
    let Ok(observer) = ResizeObserver::new(changed.into_js_value().unchecked_ref()) else {
        return;
    };
    observer.observe(content);
}

/// Only the host's origin gets to read it, which is ours.
fn post(host: &Window, height: f64) {
    let entries = Array::of2(
        &Array::of2(&"type".into(), &"testio:height".into()),
        &Array::of2(&"height".into(), &JsValue::from_f64(height)),
    );
    let origin = host.location().origin();
    if let (Ok(message), Ok(origin)) = (Object::from_entries(&entries), origin) {
        // It fails for messages that cannot be copied alone.
        let _ = host.post_message(&message, &origin);
    }
}
