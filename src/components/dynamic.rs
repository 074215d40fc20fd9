//! Effects and changing views without a copy of the framework's machinery for each closure.
//!
//! Leptos compiles the code around an effect or a dynamic view once for every closure type. Behind a `Box` all
//! closures are one type: about a kilobyte less in the shipped page for each use, at the cost of one call.

use leptos::prelude::*;

use super::built::Build;

/// Runs `run` soon, and again whenever a signal it reads has changed.
pub fn effect(run: impl Fn() + 'static) {
    fn start(run: Box<dyn Fn()>) {
        Effect::new(move |_| run());
    }
    start(Box::new(run));
}

/// A part of a view that is built anew whenever a signal it reads has changed.
pub fn dynamic<V: Build>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    fn build(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
        (move || view()).into_any()
    }
    build(Box::new(move || view().built()))
}

/// Like [`dynamic`], but nothing while `condition` does not hold. The view is kept while it goes on holding.
pub fn dynamic_if(condition: Signal<bool>, view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let condition = Memo::new(move |_| condition.get());
    dynamic(move || if condition.get() { view() } else { ().into_any() })
}
