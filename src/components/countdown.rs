//! Seconds that go by in sight of the person.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::*;

/// Counts down from `seconds` once a second, as long as the present owner lives, and calls `over` at zero.
///
/// The clock counts, not the ticks: browsers let those of a window that nobody sees come once a minute.
pub fn countdown(seconds: u32, over: impl Fn() + 'static) -> Signal<u32> {
    let left = RwSignal::new(seconds);
    let end = Date::now() + f64::from(seconds) * 1_000.0;
    let tick = move || {
        // At zero the owner may be about to go, and with it the timer; until then there is nothing left to count.
        if left.try_get_untracked().is_none_or(|now| now == 0) {
            return;
        }
        // A tick may come a little early. The cast saturates, and a clock that was put back makes no wait longer.
        let now = (((end - Date::now()) / 1_000.0).round() as u32).min(seconds);
        left.set(now);
        if now == 0 {
            over();
        }
    };
    // Without timers the page has more to worry about than a number that stands still.
    if let Ok(timer) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || timer.clear());
    }
    left.into()
}
