//! Where the values of all handles are kept.

use std::{any::Any, marker::PhantomData, rc::Rc};

use leptos::prelude::{IsDisposed as _, LocalStorage, StoredValue, WithValue as _};

/// A place in the arena of the present reactive owner that holds a `T` behind `dyn Any`.
pub(super) struct Slot<T> {
    place: StoredValue<Rc<dyn Any>, LocalStorage>,
    // A handle moves between threads in native tests, its value does not.
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Slot<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Slot<T> {}

impl<T> PartialEq for Slot<T> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl<T: 'static> Slot<T> {
    pub fn new(value: T) -> Self {
        Self {
            place: keep(Rc::new(value)),
            holds: PhantomData,
        }
    }

    /// The value, or `None` once its owner has been cleaned up.
    pub fn try_get(self) -> Option<Rc<T>> {
        // Only `new` fills the place, with a `T`.
        find(self.place)?.downcast().ok()
    }

    /// The value.
    ///
    /// # Panics
    /// Once its owner has been cleaned up.
    #[track_caller]
    pub fn get(self) -> Rc<T> {
        match self.try_get() {
            Some(value) => value,
            None => gone(),
        }
    }

    pub fn is_gone(self) -> bool {
        self.place.is_disposed()
    }
}

fn keep(value: Rc<dyn Any>) -> StoredValue<Rc<dyn Any>, LocalStorage> {
    StoredValue::new_local(value)
}

fn find(place: StoredValue<Rc<dyn Any>, LocalStorage>) -> Option<Rc<dyn Any>> {
    place.try_with_value(Rc::clone)
}

#[cold]
#[track_caller]
#[expect(
    clippy::panic,
    reason = "as in Leptos, a handle outlives its owner by a mistake in the code only"
)]
fn gone() -> ! {
    panic!("a reactive value was read after its owner had been cleaned up")
}
