//! Answers to requests that `boot.js` sent while the module was on its way.

use js_sys::Promise;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

#[wasm_bindgen]
extern "C" {
    /// Throws where there is no `boot.js`, as in tests of parts of the page.
    #[wasm_bindgen(js_namespace = window, js_name = testioEarly, catch)]
    fn testio_early(url: &str, signal: &AbortSignal) -> Result<Option<Promise>, JsValue>;
}

/// The answer to a GET of this URL, if it is on its way already; each is given once. The signal gives it up.
pub fn take(url: &str, signal: &AbortSignal) -> Option<JsFuture> {
    testio_early(url, signal).ok()?.map(JsFuture::from)
}
