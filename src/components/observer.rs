//! The browser's observers, for as long as the owner lives that they are made in.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast as _, prelude::Closure};
use web_sys::{Element, MutationObserver, MutationObserverInit, Node, ResizeObserver};

/// Calls back once, and then whenever the element gets another size.
pub fn observe_size(element: &Element, react: impl Fn() + 'static) {
    let react = Closure::<dyn Fn()>::new(react);
    if let Ok(observer) = ResizeObserver::new(react.as_ref().unchecked_ref()) {
        observer.observe(element);
        // Dropping the closure while the browser may still call it would throw, so it lives with the observer.
        let observed = SendWrapper::new((observer, react));
        on_cleanup(move || observed.0.disconnect());
    }
}

/// Calls back whenever something changes in the node that the options, which name at least one kind of change, ask about.
pub fn observe_changes(node: &Node, options: &MutationObserverInit, react: impl Fn() + 'static) {
    let react = Closure::<dyn Fn()>::new(react);
    if let Ok(observer) = MutationObserver::new(react.as_ref().unchecked_ref()) {
        // It fails only where the options ask about nothing.
        let _ = observer.observe_with_options(node, options);
        let observed = SendWrapper::new((observer, react));
        on_cleanup(move || observed.0.disconnect());
    }
}
