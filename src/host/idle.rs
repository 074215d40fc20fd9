//! Waiting until the browser has nothing better to do.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// For browsers that can't tell, in milliseconds.
const WAIT_MS: i32 = 300;

/// Returns when the browser is idle.
pub async fn idle() {
    let promise = Promise::new(&mut |resolve, _| {
        let Some(window) = web_sys::window() else { return };
        if window.request_idle_callback(&resolve).is_err() {
            // A function and a time are all that it takes.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, WAIT_MS);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(promise).await;
}
