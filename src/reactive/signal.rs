//! Signals that are read.

use std::{any::Any, rc::Rc};

use leptos::prelude::{ArcMemo, Get as _, untrack};
use send_wrapper::SendWrapper;

use super::{rw_signal::RwSignal, slot::Slot};

/// Something that can be read and followed, wherever it comes from: a constant, a signal, a computation.
pub struct Signal<T>(Slot<Box<dyn Fn() -> T>>);

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T: 'static> Signal<T> {
    /// Computed anew at each reading; follows what `compute` reads.
    pub fn derive(compute: impl Fn() -> T + 'static) -> Self {
        Self(Slot::new(Box::new(compute)))
    }

    /// The value; subscribes.
    #[must_use]
    pub fn get(self) -> T {
        (self.0.get())()
    }

    /// The value.
    #[must_use]
    pub fn get_untracked(self) -> T {
        untrack(|| self.get())
    }

    /// The value, unless the owner is gone.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T> {
        let compute = self.0.try_get()?;
        Some(untrack(|| compute()))
    }

    /// Looks at the value; subscribes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.get())
    }

    /// Looks at the value.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.get_untracked())
    }

    /// Subscribes to changes.
    pub fn track(self) {
        drop(self.get());
    }
}

impl<T: Clone + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

impl<T: Clone + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl From<&'static str> for Signal<String> {
    fn from(value: &'static str) -> Self {
        Self::derive(|| value.to_owned())
    }
}

/// Computed once after each change of what `compute` reads; who follows it hears of it only if the value differs.
pub fn memo<T: Clone + PartialEq + 'static>(compute: impl Fn() -> T + 'static) -> Signal<T> {
    let erased = erased_memo(Box::new(move |before: Option<Rc<dyn Any>>| {
        let now = compute();
        match before.and_then(|before| before.downcast::<T>().ok()) {
            Some(before) if *before == now => (before as Rc<dyn Any>, false),
            _ => (Rc::new(now) as Rc<dyn Any>, true),
        }
    }));
    Signal::derive(move || match erased.get().downcast_ref::<T>() {
        Some(value) => value.clone(),
        None => unreachable!("the computation above makes a T"),
    })
}

type Erased = SendWrapper<Rc<dyn Any>>;

/// What a memo does whatever its type: takes the value before, gives the value now and whether they differ.
type Compute = Box<dyn Fn(Option<Rc<dyn Any>>) -> (Rc<dyn Any>, bool)>;

fn erased_memo(compute: Compute) -> ArcMemo<Erased> {
    let compute = SendWrapper::new(compute);
    ArcMemo::new_owning(move |before: Option<Erased>| {
        let (now, differs) = compute(before.map(SendWrapper::take));
        (SendWrapper::new(now), differs)
    })
}
