//! Values that nothing reacts to.

use std::cell::RefCell;

use super::slot::Slot;

/// A value that lives as long as its reactive owner, behind a handle that is `Copy`.
pub struct StoredValue<T>(Slot<RefCell<T>>);

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// Keeps a value.
    pub fn new(value: T) -> Self {
        Self(Slot::new(RefCell::new(value)))
    }

    /// Whether the owner has been cleaned up.
    #[must_use]
    pub fn is_disposed(self) -> bool {
        self.0.is_gone()
    }

    /// A copy of the value.
    #[must_use]
    pub fn get_value(self) -> T
    where
        T: Clone,
    {
        self.0.get().borrow().clone()
    }

    /// Replaces the value; nothing happens once the owner is gone.
    pub fn set_value(self, value: T) {
        if let Some(slot) = self.0.try_get() {
            slot.replace(value);
        }
    }

    /// Looks at the value.
    pub fn with_value<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0.get().borrow())
    }

    /// Looks at the value, unless the owner is gone.
    pub fn try_with_value<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        Some(look(&self.0.try_get()?.borrow()))
    }

    /// Changes the value.
    pub fn update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.0.get().borrow_mut())
    }

    /// Changes the value, unless the owner is gone.
    pub fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        Some(change(&mut self.0.try_get()?.borrow_mut()))
    }
}
