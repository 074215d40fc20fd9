//! What a combobox offers to choose from, and the words it uses.

use leptos::prelude::*;

use crate::domain::combobox::{Answer, Availability, Choices};

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionRow {
    /// What the owner knows it by.
    pub id: String,
    /// Its name, which is also what stands in the field once it is chosen.
    pub label: String,
    /// A second, shorter name that is searched too, such as a project's key.
    pub detail: String,
    /// A small picture.
    pub avatar_url: Option<String>,
    /// Why it cannot be chosen; `None` when it can.
    pub disabled_reason: Option<String>,
}

/// The options that match what is typed, of which only a part needs to be loaded.
#[derive(Clone, Copy)]
pub struct Options {
    /// How many there are, loaded or not.
    pub total: usize,
    /// Gives the option at an index, or `None` while it is not loaded. It belongs to the owner that makes it, so it is
    /// best made once, outside of what derives `total`.
    pub get: Callback<usize, Option<OptionRow>>,
}

impl Options {
    /// No options at all.
    #[must_use]
    pub fn none() -> Self {
        Self {
            total: 0,
            get: Callback::new(|_| None),
        }
    }
}

/// What the state machine is told of the options.
pub(super) struct Offer {
    pub options: Options,
    pub answer: Answer,
}

impl Choices for Offer {
    fn answer(&self) -> Answer {
        self.answer
    }

    fn total(&self) -> usize {
        self.options.total
    }

    fn availability(&self, index: usize) -> Availability {
        match self.options.get.run(index) {
            None => Availability::Unknown,
            Some(OptionRow {
                disabled_reason: Some(_),
                ..
            }) => Availability::Disabled,
            Some(_) => Availability::Enabled,
        }
    }
}

/// Whether the options belong to what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionsState {
    /// They are on their way.
    Loading,
    /// They are here.
    Ready,
    /// What came is here, but some may be missing or be there twice, for this reason.
    Doubtful(String),
    /// They could not be had, for this reason.
    Failed(String),
}

impl OptionsState {
    pub(super) const fn answer(&self) -> Answer {
        match self {
            Self::Loading => Answer::Due,
            Self::Ready | Self::Doubtful(_) => Answer::Here,
            Self::Failed(_) => Answer::Failed,
        }
    }
}

/// The words of a combobox.
#[derive(Clone)]
pub struct ComboboxTexts {
    /// Names the button that opens and closes the list.
    pub toggle: String,
    /// Names the button that empties the field.
    pub clear: String,
    /// Stands in for options that are on their way.
    pub loading: String,
    /// Says that nothing matches what is typed.
    pub nothing_found: String,
    /// Names the button that asks again for options that could not be had, or not as a whole.
    pub retry: String,
    /// Says how many options there are, for screen readers.
    pub count: Callback<usize, String>,
}
