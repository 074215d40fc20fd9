//! References to elements of the page.

use std::marker::PhantomData;

use leptos::prelude::on_cleanup;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::reactive::RwSignal;

/// The element that [`super::El::node_ref`] was called on, once it has been built and for as long as it lives.
pub struct NodeRef<T> {
    element: RwSignal<Option<Element>>,
    is: PhantomData<fn() -> T>,
}

impl<T> Clone for NodeRef<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for NodeRef<T> {}

impl<T: JsCast + 'static> Default for NodeRef<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: JsCast + 'static> NodeRef<T> {
    /// A reference to nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            element: RwSignal::new(None),
            is: PhantomData,
        }
    }

    /// The element; subscribes.
    #[must_use]
    pub fn get(self) -> Option<T> {
        self.element.get().map(JsCast::unchecked_into)
    }

    /// The element.
    #[must_use]
    pub fn get_untracked(self) -> Option<T> {
        self.element.try_get_untracked()?.map(JsCast::unchecked_into)
    }

    pub(super) fn fill(self, element: &Element) {
        debug_assert!(
            element.has_type::<T>(),
            "the reference is to an element of another kind"
        );
        self.element.set(Some(element.clone()));
        let element = self.element;
        on_cleanup(move || element.set(None));
    }
}
