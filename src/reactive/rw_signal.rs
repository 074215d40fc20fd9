//! Signals that are written.

use std::cell::RefCell;

use leptos::prelude::{ArcTrigger, Notify as _, Track as _};

use super::slot::Slot;

/// A value that views and effects follow, read and written through a handle that is `Copy`.
pub struct RwSignal<T>(Slot<Tracked<T>>);

struct Tracked<T> {
    changed: ArcTrigger,
    value: RefCell<T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> PartialEq for RwSignal<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> std::fmt::Debug for RwSignal<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RwSignal")
    }
}

impl<T: Default + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: 'static> RwSignal<T> {
    /// A signal with this value.
    pub fn new(value: T) -> Self {
        Self(Slot::new(Tracked {
            changed: ArcTrigger::new(),
            value: RefCell::new(value),
        }))
    }

    /// Subscribes to changes without reading.
    pub fn track(self) {
        self.0.get().changed.track();
    }

    /// A copy of the value; subscribes.
    #[must_use]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value.
    #[must_use]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// A copy of the value, unless the owner is gone.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with_untracked(T::clone)
    }

    /// Looks at the value; subscribes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        let slot = self.0.get();
        slot.changed.track();
        look(&slot.value.borrow())
    }

    /// Looks at the value.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0.get().value.borrow())
    }

    /// Looks at the value, unless the owner is gone.
    pub fn try_with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        Some(look(&self.0.try_get()?.value.borrow()))
    }

    /// Replaces the value and tells who follows it; nothing happens once the owner is gone.
    pub fn set(self, value: T) {
        if let Some(slot) = self.0.try_get() {
            // The old value is dropped after the borrow has ended: its drop may read the signal.
            let old = slot.value.replace(value);
            slot.changed.notify();
            drop(old);
        }
    }

    /// Changes the value and tells who follows it; nothing happens once the owner is gone.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(slot) = self.0.try_get() {
            change(&mut slot.value.borrow_mut());
            slot.changed.notify();
        }
    }
}
