//! What a component calls back.

use super::slot::Slot;

/// A function behind a handle that is `Copy`.
pub struct Callback<A, R = ()>(Slot<Box<dyn Fn(A) -> R>>);

impl<A, R> Clone for Callback<A, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A, R> Copy for Callback<A, R> {}

impl<A: 'static, R: 'static> Callback<A, R> {
    /// Keeps a function.
    pub fn new(call: impl Fn(A) -> R + 'static) -> Self {
        Self(Slot::new(Box::new(call)))
    }

    /// Calls it.
    pub fn run(self, argument: A) -> R {
        (self.0.get())(argument)
    }

    /// Calls it, unless its owner is gone.
    pub fn try_run(self, argument: A) -> Option<R> {
        Some((self.0.try_get()?)(argument))
    }
}

impl<A: 'static, R: 'static, F: Fn(A) -> R + 'static> From<F> for Callback<A, R> {
    fn from(call: F) -> Self {
        Self::new(call)
    }
}
