//! The life of something that is read from the server.

use crate::domain::failure::Failure;

/// What is known of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Load<T> {
    /// It has been asked for.
    Loading,
    /// It is here.
    Ready(T),
    /// It could not be had.
    Failed(Failure),
}

impl<T> Load<T> {
    /// The value, if it is here.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Load::Ready(value) => Some(value),
            Load::Loading | Load::Failed(_) => None,
        }
    }

    /// It has been asked for again: what is known of it stays until the answer is here. Returns whether anything changes by
    /// that.
    pub fn ask_again(&mut self) -> bool {
        let is_unknown = self.ready().is_none();
        if is_unknown {
            *self = Load::Loading;
        }
        is_unknown
    }

    /// How far it is, without the value: it stays equal while only the value changes.
    pub fn progress(&self) -> Load<()> {
        match self {
            Load::Loading => Load::Loading,
            Load::Ready(_) => Load::Ready(()),
            Load::Failed(failure) => Load::Failed(failure.clone()),
        }
    }
}

impl<T> From<Result<T, Failure>> for Load<T> {
    fn from(result: Result<T, Failure>) -> Self {
        match result {
            Ok(value) => Load::Ready(value),
            Err(failure) => Load::Failed(failure),
        }
    }
}
