//! Signals, memos, callbacks and effects over Leptos's reactive graph, compiled once for all value types.
//!
//! Leptos's own handles are generic down to the ground: each value type that a signal holds adds several
//! kilobytes to the shipped page, for its storage, its locks, its subscriptions and each way to read it. The
//! handles here have Leptos's names and behave like Leptos's, but keep their values behind `dyn Any`, so a value
//! type costs no more than the code that touches the value. Ownership is Leptos's: a handle is `Copy`, belongs to
//! the `Owner` it was made in, and is gone when that is cleaned up.
//!
//! As in Leptos, reading a handle that is gone is a mistake and panics, and the `try_` methods don't.

mod callback;
mod effect;
mod rw_signal;
mod signal;
mod slot;
mod stored_value;

pub use self::{
    callback::Callback,
    effect::{effect, render_effect, watch},
    rw_signal::RwSignal,
    signal::{Signal, memo},
    stored_value::StoredValue,
};
