//! How long an answer may take.

use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, prelude::Closure};

/// Calls back once the time is over, unless it is dropped before.
///
/// Leptos's timers leave the function of one that is cleared, and all that it holds, to the browser's garbage collector
/// (`leptos_dom` 0.8). Nearly every request's answer comes in time, and what it was asked with is let go with it here.
pub struct TimeLimit {
    timer: i32,
    _over: Closure<dyn FnMut()>,
}

impl TimeLimit {
    /// Begins now; `None` where the browser gives no timer.
    pub fn start(milliseconds: u32, over: impl FnOnce() + 'static) -> Option<Self> {
        let over = Closure::once(over);
        let milliseconds = i32::try_from(milliseconds).ok()?;
        let timer = window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                over.as_ref().unchecked_ref(),
                milliseconds,
            )
            .ok()?;
        Some(Self { timer, _over: over })
    }
}

impl Drop for TimeLimit {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.timer);
    }
}
