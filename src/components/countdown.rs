//! Seconds that go by in sight of the person.

use std::time::Duration;

use leptos::prelude::*;

/// Counts down from `seconds` once a second, as long as the present owner lives, and calls `over` at zero.
pub fn countdown(seconds: u32, over: impl Fn() + 'static) -> Signal<u32> {
    let left = RwSignal::new(seconds);
    let tick = move || {
        // At zero the owner may be about to go, and with it the timer; until then there is nothing left to count.
        let Some(now) = left.try_get_untracked().filter(|now| *now > 0) else {
            return;
        };
        left.set(now - 1);
        if now == 1 {
            over();
        }
    };
    // Without timers the page has more to worry about than a number that stands still.
    if let Ok(timer) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || timer.clear());
    }
    left.into()
}
