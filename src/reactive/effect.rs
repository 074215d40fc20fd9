//! What happens when signals change.

use leptos::prelude::{Effect, RenderEffect, on_cleanup};
use send_wrapper::SendWrapper;

use super::{signal::Signal, stored_value::StoredValue};

/// Runs `run` soon, and again whenever a signal it reads has changed.
pub fn effect(run: impl Fn() + 'static) {
    fn start(run: Box<dyn Fn()>) {
        Effect::new(move |_| run());
    }
    start(Box::new(run));
}

/// Runs `run` now, and again whenever a signal it reads has changed: for what the page shows.
pub fn render_effect(run: impl Fn() + 'static) {
    fn start(run: Box<dyn Fn()>) {
        let effect = RenderEffect::new(move |_| run());
        // It runs for as long as it is kept.
        let effect = SendWrapper::new(effect);
        on_cleanup(move || drop(effect));
    }
    start(Box::new(run));
}

/// Calls `react` with the new value whenever `value` has changed, but not with the first.
pub fn watch<T: 'static>(value: Signal<T>, react: impl Fn(T) + 'static) {
    let seen = StoredValue::new(false);
    effect(move || {
        let value = value.get();
        if seen.update_value(|seen| std::mem::replace(seen, true)) {
            leptos::prelude::untrack(|| react(value));
        }
    });
}
